import Link from 'next/link';
import { Card, CardBody, CardFooter, CardHeader } from '@/components/ui/card';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ProposalsView } from '@/lib/learning/loaders';
import { ProposalTable } from './proposal-table';

const TITLE = 'Not in the rubric, but telling';

/** What no criterion uses though it tells winners from losers: to be added to the draft one by one. */
export function ProposalCard({ proposed }: { proposed: ProposalsView }) {
  return (
    <Card className="break-inside-avoid">
      <CardHeader title={TITLE} note="attributes and events that no criterion uses" />
      <CardBody flush={proposed !== null && proposed.proposals.length > 0}>
        <Findings proposed={proposed} />
      </CardBody>
      <CardFooter>
        <span>
          {proposed ? (
            <>
              Learned <RelativeTime at={proposed.learnedAt} /> from leads with a closed deal, as they were
              when a rep first engaged them
            </>
          ) : (
            'Learning looks at every attribute and type of event'
          )}
        </span>
        <Link href="/rubric/learn" className="print:hidden">
          {proposed ? 'Everything that was learned' : 'Learn from deals'}
        </Link>
      </CardFooter>
    </Card>
  );
}

function Findings({ proposed }: { proposed: ProposalsView }) {
  if (!proposed) return <p className="text-soft">Nothing was learned from your deals yet.</p>;
  const { runId, proposals, drafted, mayAdd } = proposed;
  if (proposals.length === 0) {
    return <p className="text-soft">Nothing that the live rubric does not use tells winners from losers.</p>;
  }
  return <ProposalTable runId={runId} proposals={proposals} drafted={drafted} mayAdd={mayAdd} />;
}
