'use client';

import { clsx } from 'clsx';
import { Dot } from '../ui/badge';
import { ChartTable } from './chart-table';
import { prepareScoreGrid, type PreparedGrid } from './prepare-score-grid';
import { ScoreGridPlot } from './score-grid-plot';
import { QuadrantHead } from './score-grid-quadrant';
import type { GridRange, QuadrantPlace, ScoreGridInput } from './score-grid-types';

export interface ScoreGridChartProps extends ScoreGridInput {
  /** Words behind the names of the axes: "who they are". */
  xNote?: string;
  /** Where the name of a quadrant leads. */
  quadrantHref?: (key: string) => string;
  /** A cell was pressed or a rectangle drawn, by pointer or keyboard (Shift and arrows). */
  onSelect?: (range: GridRange) => void;
  /** A dot was pressed. */
  onSelectPoint?: (id: string) => void;
  className?: string;
}

/** Fit against intent: cut lines, quadrants with their counts, dots or a density, and the same figures as a table. */
export function ScoreGridChart(props: ScoreGridChartProps) {
  const { xName, yName, xNote, region, quadrantHref, onSelect, onSelectPoint, className } = props;
  const grid = prepareScoreGrid(props);
  const head = (place: QuadrantPlace) => (
    <QuadrantHead quadrant={grid.quadrants[place]} second={place.endsWith('Right')} hrefOf={quadrantHref} />
  );
  return (
    <figure
      aria-label={`${xName} against ${yName.toLowerCase()}`}
      className={clsx(
        'grid grid-cols-[30px_minmax(0,1fr)] grid-rows-[auto_26px_320px_22px_24px_auto]',
        'sm:grid-cols-[36px_minmax(0,1fr)_36px] sm:grid-rows-[auto_40px_minmax(320px,1fr)_24px_22px_auto]',
        className,
      )}
    >
      <div className="col-start-2 row-start-1 grid grid-cols-2">
        {head('topLeft')}
        {head('topRight')}
      </div>
      <Histogram grid={grid} />
      <AxisY grid={grid} name={yName} />
      <ScoreGridPlot
        grid={grid}
        region={region}
        xName={xName}
        yName={yName}
        onSelect={onSelect}
        onSelectPoint={onSelectPoint}
      />
      <AxisX grid={grid} />
      <div className="col-start-2 row-start-5 flex items-center gap-1.5 text-xs">
        <Dot colour="var(--fit)" />
        <span>
          {xName}
          {xNote ? <span className="text-soft max-md:hidden">, {xNote}</span> : null}
        </span>
        {grid.mode === 'density' ? <Legend grid={grid} unit={props.unit[1]} /> : null}
      </div>
      <div className="col-start-2 row-start-6 grid grid-cols-2 pt-3">
        {head('bottomLeft')}
        {head('bottomRight')}
      </div>
      <GridTable grid={grid} />
    </figure>
  );
}

function Histogram({ grid }: { grid: PreparedGrid }) {
  return (
    <>
      <div
        aria-hidden
        className="col-start-2 row-start-2 grid grid-cols-[repeat(20,1fr)] items-end gap-px px-px pt-2.5 pb-[5px] sm:gap-0.5"
      >
        {grid.columns.map((share, index) => (
          <i
            key={index}
            style={{ height: `${share * 100}%` }}
            className="rounded-t-[1px] bg-fit opacity-75"
          />
        ))}
      </div>
      <div
        aria-hidden
        className="col-start-3 row-start-3 grid grid-rows-[repeat(20,1fr)] gap-0.5 py-px pl-[5px] max-sm:hidden"
      >
        {grid.rows.toReversed().map((share, index) => (
          <i
            key={index}
            style={{ width: `${share * 100}%` }}
            className="rounded-r-[1px] bg-intent opacity-75"
          />
        ))}
      </div>
    </>
  );
}

const CUT_TICK = 'rounded-[3px] bg-text px-1 leading-[14px] font-semibold text-bg';

function AxisY({ grid, name }: { grid: PreparedGrid; name: string }) {
  return (
    <div aria-hidden className="relative col-start-1 row-start-3 text-2xs text-soft">
      {grid.yTicks.map((tick) => (
        <span
          key={tick.value}
          style={{ bottom: `${tick.value}%` }}
          className={clsx('absolute translate-y-1/2', tick.isCut ? `right-[5px] ${CUT_TICK}` : 'right-2')}
        >
          {tick.value}
        </span>
      ))}
      <span className="absolute bottom-[62%] -left-px flex rotate-180 items-center gap-1.5 text-xs [writing-mode:vertical-rl]">
        <Dot colour="var(--intent)" />
        {name}
      </span>
    </div>
  );
}

function AxisX({ grid }: { grid: PreparedGrid }) {
  return (
    <div aria-hidden className="relative col-start-2 row-start-4 text-2xs text-soft">
      {grid.xTicks.map((tick) => (
        <span
          key={tick.value}
          style={{ left: `${tick.value}%` }}
          className={clsx('absolute -translate-x-1/2', tick.isCut ? `top-[5px] ${CUT_TICK}` : 'top-[7px]')}
        >
          {tick.value}
        </span>
      ))}
    </div>
  );
}

function Legend({ grid, unit }: { grid: PreparedGrid; unit: string }) {
  const name = `${unit.charAt(0).toUpperCase()}${unit.slice(1)} in a cell`;
  return (
    <span className="ml-auto flex items-center gap-1.5 text-2xs text-soft sm:gap-2.5">
      <span className="max-sm:hidden">{name}</span>
      {grid.legend.map((step) => (
        <span key={step.from} className="flex items-center gap-1">
          <i style={{ background: `var(--density-${step.shade})` }} className="size-3 rounded-bar" />
          {step.label}
        </span>
      ))}
    </span>
  );
}

function GridTable({ grid }: { grid: PreparedGrid }) {
  const quadrants = Object.values(grid.quadrants).map((quadrant) => [
    quadrant.name,
    quadrant.countText,
    quadrant.shareText,
    quadrant.action,
  ]);
  const cells = grid.cells
    .filter((cell) => cell.count > 0)
    .map((cell) => [cell.rangeText, cell.quadrant, cell.countText]);
  return (
    <>
      <ChartTable
        caption="By quadrant"
        head={['Quadrant', 'Count', 'Share', 'What is done']}
        rows={quadrants}
      />
      <ChartTable caption="By cell" head={['Values', 'Quadrant', 'Count']} rows={cells} />
    </>
  );
}
