import { clsx } from 'clsx';
import { Table, Td, Th, Tr } from '@/components/ui/table';
import type { LearningResult } from '@/lib/learning/schema';
import { formatPoints } from './learning-words';

/** Every learned number with the reason for it. */
export function PointsTable({ criteria }: { criteria: LearningResult['criteria'] }) {
  return (
    <Table caption="Learned criteria, their points and why">
      <thead>
        <Tr>
          <Th edge="start">Criterion</Th>
          <Th align="right">Points</Th>
          <Th hideOnPhone edge="end">
            Why
          </Th>
        </Tr>
      </thead>
      <tbody>
        {criteria.map(({ id, label, points, reason }) => (
          <Tr key={id}>
            <Td edge="start" className="py-2 align-top">
              <span className="font-strong">{label}</span>
              <span className="block text-xs text-soft md:hidden">{reason}</span>
            </Td>
            <Td align="right" className={clsx('py-2 align-top tabular-nums', points < 0 && 'text-bad')}>
              {formatPoints(points)}
            </Td>
            <Td hideOnPhone edge="end" className="py-2 align-top text-soft">
              {reason}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
