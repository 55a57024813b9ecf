import Link from 'next/link';
import { AxisPair } from '@/components/scores/axis-bars';
import { TierBadge } from '@/components/scores/tier-badge';
import { Table, Td, Th, Tr, TwoLines } from '@/components/ui/table';
import type { ReviewsView } from '@/lib/reviews/loaders';
import { ReviewActions } from './review-actions';

/** Leads of low fit and high intent, each with what may be decided about it. */
export function ReviewTable({ page, people }: Pick<ReviewsView, 'page' | 'people'>) {
  return (
    <Table caption="Leads to review" fixed>
      <thead>
        <tr>
          <Th edge="start">Lead</Th>
          <Th width={52}>Tier</Th>
          <Th width={104} hideOnPhone>
            Fit, intent
          </Th>
          <Th hideOnPhone>Why now</Th>
          <Th edge="end" width={168}>
            <span className="sr-only">Decide</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {page.rows.map(({ id, name, title, company, score }) => (
          <Tr key={id}>
            <Td edge="start">
              <TwoLines
                primary={<Link href={`/leads/${id}`}>{name}</Link>}
                secondary={[title, company?.name].filter(Boolean).join(', ')}
              />
            </Td>
            <Td>{score ? <TierBadge tier={score.tier} /> : null}</Td>
            <Td hideOnPhone>{score ? <AxisPair fit={score.fit} intent={score.intent} /> : null}</Td>
            <Td hideOnPhone className="truncate text-soft">
              {score?.reason?.label}
            </Td>
            <Td edge="end">
              <ReviewActions lead={{ id, name }} people={people} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
