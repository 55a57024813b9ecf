import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { NoPermissionState } from '@/components/ui/no-permission-state';

/** Shown, inside the frame, to someone signed in whose role does not reach this far. */
export default function Forbidden() {
  return (
    <>
      <PageHeader title="Not for your role" />
      <PageBody>
        <NoPermissionState what="see this page" who="people with another role" />
      </PageBody>
    </>
  );
}
