import { PageBody } from '@/components/ui/page-body';
import { SkeletonRows } from '@/components/ui/skeleton';
import { SettingsHeader, type SettingsHeaderProps } from './settings-header';

/** A settings page on its way, with its bar already in place. */
export function SettingsLoading({ current }: Pick<SettingsHeaderProps, 'current'>) {
  return (
    <>
      <SettingsHeader current={current} />
      <PageBody>
        <SkeletonRows rows={8} />
      </PageBody>
    </>
  );
}
