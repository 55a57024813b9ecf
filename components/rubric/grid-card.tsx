import { clsx } from 'clsx';
import { ChartTable } from '@/components/charts/chart-table';
import { CutHandle } from '@/components/charts/cut-handle';
import { prepareDensitySteps } from '@/components/charts/prepare-density-steps';
import { QUADRANT_WORDS } from '@/components/scores/quadrant-label';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { formatNumber, formatSigned } from '@/components/ui/format';
import type { LeadEffect, SideCounts } from '@/lib/effects/types';
import type { Cut } from '@/lib/rubrics/edit-rubric';
import { QUADRANTS } from '@/lib/scoring/score-units';
import type { Rubric } from '@/lib/scoring/types';
import type { SideNames } from './side-names';

export interface GridCardProps {
  effect: LeadEffect;
  names: SideNames;
  before: Rubric;
  after: Rubric;
  /** With it the cuts of the second grid are dragged. */
  onCut?: (cut: Cut, value: number) => void;
}

const SIDE = 20;

/** Fit against intent under both rubrics, with the cuts between the quadrants. */
export function GridCard({ effect, names, before, after, onCut }: GridCardProps) {
  const largest = Math.max(0, ...[...effect.before.cells, ...effect.after.cells].map(({ count }) => count));
  const steps = prepareDensitySteps(largest);
  const shadeOf = (count: number) => steps.findLast(({ from }) => count >= from)?.shade ?? 1;
  return (
    <Card>
      <CardHeader level={3} title="Grid" note="fit to the right, intent upwards" />
      <CardBody className="flex flex-col gap-3">
        <div className="grid grid-cols-2 gap-4">
          <MiniGrid name={names.before} cells={effect.before.cells} shadeOf={shadeOf} grid={before.grid} />
          <MiniGrid
            name={names.after}
            cells={effect.after.cells}
            shadeOf={shadeOf}
            grid={after.grid}
            onCut={onCut}
          />
        </div>
        <QuadrantTable effect={effect} names={names} />
      </CardBody>
    </Card>
  );
}

interface MiniGridProps {
  name: string;
  cells: SideCounts['cells'];
  shadeOf: (count: number) => number;
  grid: Rubric['grid'];
  onCut?: GridCardProps['onCut'];
}

function MiniGrid({ name, cells, shadeOf, grid, onCut }: MiniGridProps) {
  return (
    <figure aria-label={`Fit against intent, ${name}`} className="min-w-0">
      <figcaption className="pb-1 text-xs text-faint">{name}</figcaption>
      <div className="relative aspect-square border border-line">
        <svg aria-hidden viewBox={`0 0 ${SIDE} ${SIDE}`} className="absolute inset-0 size-full">
          {cells.map(({ x, y, count }) => (
            <rect
              key={`${x} ${y}`}
              x={x + 0.04}
              y={SIDE - 1 - y + 0.04}
              width={0.92}
              height={0.92}
              fill={`var(--density-${shadeOf(count)})`}
            />
          ))}
        </svg>
        {onCut ? (
          <>
            <CutHandle
              axis="x"
              label="High fit begins at"
              value={grid.fitCut}
              colour="var(--fit)"
              onValueChange={(value) => onCut('fitCut', value)}
            />
            <CutHandle
              axis="y"
              label="High intent begins at"
              value={grid.intentCut}
              colour="var(--intent)"
              onValueChange={(value) => onCut('intentCut', value)}
            />
          </>
        ) : (
          <>
            <i style={{ left: `${grid.fitCut}%` }} className="absolute inset-y-0 w-px bg-fit" />
            <i style={{ bottom: `${grid.intentCut}%` }} className="absolute inset-x-0 h-px bg-intent" />
          </>
        )}
      </div>
      <ChartTable
        caption={`Leads by cell, ${name}`}
        head={['Fit from', 'Intent from', 'Leads']}
        rows={cells.map(({ x, y, count }) => [String(x * 5), String(y * 5), formatNumber(count)])}
      />
    </figure>
  );
}

function QuadrantTable({ effect, names }: Pick<GridCardProps, 'effect' | 'names'>) {
  return (
    <table className="w-full">
      <caption className="sr-only">
        Leads by quadrant under {names.before} and under {names.after}
      </caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Quadrant</th>
          <th scope="col">{names.before}</th>
          <th scope="col">{names.after}</th>
          <th scope="col">Difference</th>
        </tr>
      </thead>
      <tbody>
        {QUADRANTS.map((quadrant, place) => {
          const was = effect.before.quadrants[place] ?? 0;
          const is = effect.after.quadrants[place] ?? 0;
          return (
            <tr key={quadrant} className="h-6">
              <th scope="row" className="text-left font-normal text-soft">
                {QUADRANT_WORDS[quadrant].name}
              </th>
              <td className="w-15 text-right text-soft">{formatNumber(was)}</td>
              <td className="w-15 text-right font-strong">{formatNumber(is)}</td>
              <td className={clsx('w-14 text-right text-xs', 'text-soft')}>
                {is === was ? '' : formatSigned(is - was)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
