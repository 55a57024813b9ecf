import type { Metadata } from 'next';
import { ChallengerActions } from '@/components/rubric/challenger-actions';
import { ChallengerView } from '@/components/rubric/challenger-view';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { loadChallenger } from '@/lib/rubrics/loaders';

export const metadata: Metadata = { title: 'Challenger' };

const CRUMBS = [{ href: '/rubric', label: 'Rubric' }];

export default async function ChallengerPage() {
  const { live, challenger } = await loadChallenger();
  if (!live || !challenger) {
    return (
      <>
        <PageHeader title="Challenger" crumbs={CRUMBS} withoutSearch />
        <PageBody>
          <EmptyState title="No challenger runs">
            Edit the rubric, and choose “Run in shadow” instead of publishing: the new version is then
            compared with the live one on every lead and deal, and routes nobody.
          </EmptyState>
        </PageBody>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={`v${challenger.number} against v${live.number}`}
        crumbs={CRUMBS}
        meta={
          <>
            <Badge tone="accent">Challenger</Badge>
            {challenger.shadowedAt ? (
              <span className="text-xs text-faint max-md:hidden">
                in shadow since <RelativeTime at={challenger.shadowedAt} />
              </span>
            ) : null}
          </>
        }
        withoutSearch
        actions={
          <ChallengerActions
            challengerId={challenger.id}
            number={challenger.number}
            note={challenger.note}
            liveId={live.id}
            liveNumber={live.number}
          />
        }
      />
      <ChallengerView live={live} challenger={challenger} />
    </>
  );
}
