import { formatNumber } from '@/components/ui/format';
import { Table, Td, Th, Tr } from '@/components/ui/table';
import type { LearningResult } from '@/lib/learning/schema';
import { AddProposalButton } from './add-proposal-button';
import { formatFigure, formatPoints, formatRate } from './learning-words';

export interface ProposalTableProps {
  runId: string;
  proposals: LearningResult['proposals'];
  /** Ids of the criteria that the draft has. */
  drafted: readonly string[];
  mayAdd: boolean;
}

/** Criteria proposed for the live rubric: what no criterion uses though it tells winners from losers. */
export function ProposalTable({ runId, proposals, drafted, mayAdd }: ProposalTableProps) {
  return (
    <Table caption="Proposed criteria">
      <thead>
        <Tr>
          <Th edge="start">Criterion</Th>
          <Th align="right" hideOnPhone>
            Leads
          </Th>
          <Th align="right">Won with it</Th>
          <Th align="right" hideOnPhone>
            Without
          </Th>
          <Th align="right" hideOnPhone>
            Information value
          </Th>
          <Th align="right" hideOnPhone>
            Points
          </Th>
          {mayAdd ? <Th edge="end" aria-label="Add" /> : null}
        </Tr>
      </thead>
      <tbody>
        {proposals.map(({ id, label, points, evidence: { with: having, without, informationValue } }) => (
          <Tr key={id}>
            <Td edge="start">{label}</Td>
            <Td align="right" hideOnPhone>
              {formatNumber(having.won + having.lost)}
            </Td>
            <Td align="right" className="whitespace-nowrap">
              {formatRate(having.rate)}
              <span className="block text-xs text-soft">
                {formatRate(having.interval.low)} to {formatRate(having.interval.high)}
              </span>
            </Td>
            <Td align="right" hideOnPhone>
              {formatRate(without.rate)}
            </Td>
            <Td align="right" hideOnPhone>
              {formatFigure(informationValue, 3)}
            </Td>
            <Td align="right" hideOnPhone>
              {formatPoints(points)}
            </Td>
            {mayAdd ? (
              <Td edge="end" align="right">
                <AddProposalButton runId={runId} id={id} label={label} added={drafted.includes(id)} />
              </Td>
            ) : null}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
