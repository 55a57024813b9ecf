import { memo } from 'react';
import type { PreparedGrid } from './prepare-score-grid';
import type { GridRegion } from './score-grid-types';

export interface ScoreGridMarksProps {
  grid: PreparedGrid;
  region?: GridRegion;
  onSelectPoint?: (id: string) => void;
}

/** What does not move with the pointer: cells or dots, cut lines, the region of a tier. */
export const ScoreGridMarks = memo(function ScoreGridMarks({
  grid,
  region,
  onSelectPoint,
}: ScoreGridMarksProps) {
  const cutX = grid.xTicks.find((tick) => tick.isCut)?.value ?? 50;
  const cutY = grid.yTicks.find((tick) => tick.isCut)?.value ?? 50;
  return (
    <>
      {region ? (
        <div
          style={{ left: `${region.minX}%`, bottom: `${region.minY}%` }}
          className="absolute top-0 right-0 bg-tier-a/9 outline outline-tier-a/45"
        />
      ) : null}
      {grid.mode === 'density' ? <Cells grid={grid} /> : <Dots grid={grid} onSelectPoint={onSelectPoint} />}
      {grid.regionLine.length > 0 ? (
        <svg
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          className="pointer-events-none absolute inset-0 size-full"
        >
          <path
            d={`M${grid.regionLine.map((point) => `${point.x} ${100 - point.y}`).join('L')}`}
            fill="none"
            stroke="var(--tier-a)"
            strokeWidth={1.25}
            strokeDasharray="4 3"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
      ) : null}
      <i style={{ left: `${cutX}%` }} className="absolute -top-1 -bottom-[5px] -ml-[.5px] w-px bg-text" />
      <i style={{ bottom: `${cutY}%` }} className="absolute -right-1 -left-[5px] -mb-[.5px] h-px bg-text" />
      {region ? (
        <span
          style={{ left: `calc(${region.minX}% + 8px)` }}
          className="absolute top-2 rounded-sm bg-bg/80 px-1 text-xs font-medium text-tier-a"
        >
          {region.label}
        </span>
      ) : null}
    </>
  );
});

function Cells({ grid }: { grid: PreparedGrid }) {
  return (
    <div className="absolute inset-0 grid grid-cols-[repeat(20,1fr)] grid-rows-[repeat(20,1fr)] gap-px p-[.5px] sm:gap-0.5 sm:p-px">
      {grid.cells.map((cell) => (
        <i
          key={`${cell.x} ${cell.y}`}
          style={cell.shade > 0 ? { background: `var(--density-${cell.shade})` } : undefined}
          className="rounded-[1px] sm:rounded-bar"
        />
      ))}
    </div>
  );
}

function Dots({ grid, onSelectPoint }: Pick<ScoreGridMarksProps, 'grid' | 'onSelectPoint'>) {
  return (
    <div className="absolute inset-0">
      {grid.dots.map((dot) => (
        <i
          key={dot.id}
          title={dot.label}
          style={{ left: `${dot.x}%`, bottom: `${dot.y}%`, background: dot.colour ?? 'var(--density-6)' }}
          onPointerDown={onSelectPoint ? (event) => event.stopPropagation() : undefined}
          onClick={onSelectPoint ? () => onSelectPoint(dot.id) : undefined}
          className="absolute -mb-[3.5px] -ml-[3.5px] size-[7px] rounded-full opacity-65 hover:opacity-100"
        />
      ))}
    </div>
  );
}
