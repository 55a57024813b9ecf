import type { Metadata } from 'next';
import { ResponseForm } from '@/components/response/response-form';
import { SettingsHeader } from '@/components/settings/settings-header';
import { PageBody } from '@/components/ui/page-body';
import { loadResponse } from '@/lib/response/loaders';

export const metadata: Metadata = { title: 'Response targets' };

export default async function ResponsePage() {
  const response = await loadResponse();
  return (
    <>
      <SettingsHeader current="/settings/response" />
      <PageBody>
        <ResponseForm {...response} />
      </PageBody>
    </>
  );
}
