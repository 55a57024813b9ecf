'use client';

import { clsx } from 'clsx';
import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { rangeOfCells, type PreparedCell, type PreparedGrid } from './prepare-score-grid';
import { ScoreGridMarks } from './score-grid-marks';
import { GRID_SIDE, type GridRange, type GridRegion } from './score-grid-types';

export interface ScoreGridPlotProps {
  grid: PreparedGrid;
  region?: GridRegion;
  xName: string;
  yName: string;
  onSelect?: (range: GridRange) => void;
  onSelectPoint?: (id: string) => void;
}

interface Place {
  x: number;
  y: number;
}

const ARROWS: Record<string, Place> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
};

/** The square itself: cells or dots, lines, and choosing by pointer and by keyboard. */
export function ScoreGridPlot({ grid, region, xName, yName, onSelect, onSelectPoint }: ScoreGridPlotProps) {
  const [cursor, setCursor] = useState<Place>();
  const [anchor, setAnchor] = useState<Place>();
  const drawn = cursor && anchor ? rangeOfCells(anchor, cursor) : undefined;
  const current = cursor && grid.cells[(GRID_SIDE - 1 - cursor.y) * GRID_SIDE + cursor.x];
  const finish = (to: Place) => {
    onSelect?.(rangeOfCells(anchor ?? to, to));
    setAnchor(undefined);
  };
  const move = (event: KeyboardEvent) => {
    const step = ARROWS[event.key];
    if (step) {
      event.preventDefault();
      const from = cursor ?? { x: GRID_SIDE / 2, y: GRID_SIDE / 2 };
      setAnchor(event.shiftKey ? (anchor ?? from) : undefined);
      setCursor(cursor ? { x: clampCell(from.x + step.x), y: clampCell(from.y + step.y) } : from);
    } else if (cursor && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      finish(cursor);
    }
  };
  return (
    <div
      role="application"
      tabIndex={0}
      aria-label={`${xName} against ${yName.toLowerCase()}. Arrow keys move between cells, with Shift they draw a rectangle, Enter lists what is in it.`}
      onKeyDown={move}
      onBlur={() => setCursor(undefined)}
      onPointerMove={(event) => setCursor(cellUnder(event))}
      onPointerLeave={() => setCursor(undefined)}
      onPointerDown={(event) => {
        if (event.button !== 0 || !onSelect) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setAnchor(cellUnder(event));
      }}
      onPointerUp={(event) => {
        if (anchor) finish(cellUnder(event));
      }}
      onPointerCancel={() => setAnchor(undefined)}
      className={clsx(
        'relative col-start-2 row-start-3 touch-pan-y outline outline-line select-none focus-visible:outline-2 focus-visible:outline-accent',
        onSelect && 'cursor-crosshair',
      )}
    >
      <ScoreGridMarks grid={grid} region={region} onSelectPoint={onSelectPoint} />
      {grid.selected && !drawn ? <Brush range={grid.selected.range} text={grid.selected.countText} /> : null}
      {drawn ? <Brush range={drawn} /> : null}
      {current ? <CellTip cell={current} /> : null}
      <span role="status" className="sr-only">
        {current ? `${current.rangeText}: ${current.countText}, ${current.quadrant}` : ''}
      </span>
    </div>
  );
}

function clampCell(cell: number): number {
  return Math.min(GRID_SIDE - 1, Math.max(0, cell));
}

function cellUnder(event: PointerEvent<HTMLElement>): Place {
  const box = event.currentTarget.getBoundingClientRect();
  return {
    x: clampCell(Math.floor(((event.clientX - box.left) / box.width) * GRID_SIDE)),
    y: clampCell(Math.floor((1 - (event.clientY - box.top) / box.height) * GRID_SIDE)),
  };
}

function Brush({ range, text }: { range: GridRange; text?: string }) {
  const end = (value: number) => (value === 100 ? 100 : value + 1);
  return (
    <div
      style={{
        left: `${range.fromX}%`,
        width: `${end(range.toX) - range.fromX}%`,
        bottom: `${range.fromY}%`,
        height: `${end(range.toY) - range.fromY}%`,
      }}
      className="pointer-events-none absolute rounded-[3px] border-[1.5px] border-accent bg-accent/8"
    >
      {text ? (
        <b
          className={clsx(
            'absolute -right-[1.5px] rounded-sm bg-accent px-1.5 text-[11px]/[18px] font-strong whitespace-nowrap text-on-accent',
            range.toY > 94 ? 'top-1 right-1' : 'bottom-full mb-[3px]',
          )}
        >
          {text}
        </b>
      ) : null}
    </div>
  );
}

function CellTip({ cell }: { cell: PreparedCell }) {
  const side = 100 / GRID_SIDE;
  const left = cell.x * side;
  const bottom = cell.y * side;
  return (
    <>
      <div
        style={{ left: `${left}%`, bottom: `${bottom}%`, width: `${side}%`, height: `${side}%` }}
        className="pointer-events-none absolute rounded-[3px] border-[1.5px] border-text"
      />
      <div
        aria-hidden
        style={{
          ...(cell.x < GRID_SIDE / 2 ? { left: `${left + side}%` } : { right: `${100 - left}%` }),
          ...(cell.y < GRID_SIDE / 4 ? { bottom: `${bottom + side}%` } : { top: `${100 - bottom}%` }),
        }}
        className="pointer-events-none absolute z-10 m-2 rounded border border-line-strong bg-raise px-2.5 py-[7px] text-xs/[18px] whitespace-nowrap"
      >
        <span className="font-strong">{cell.countText}</span>{' '}
        <span className="text-soft">{cell.quadrant}</span>
        <br />
        <span className="text-soft">{cell.rangeText}</span>
      </div>
    </>
  );
}
