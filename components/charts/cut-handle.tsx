'use client';

import { clsx } from 'clsx';
import type { KeyboardEvent, PointerEvent } from 'react';

export interface CutHandleProps {
  /** Read by screen readers: "Least score for A". */
  label: string;
  /** 0 to 100, whole. */
  value: number;
  /** A cut of the values along x stands upright; one along y lies. */
  axis: 'x' | 'y';
  onValueChange: (value: number) => void;
  /** Any CSS colour. */
  colour: string;
  /** Drawn at the end of the line. */
  text?: string;
}

const STEPS: Record<string, number> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
  Home: -100,
  End: 100,
};

const clamp = (value: number) => Math.min(100, Math.max(0, Math.round(value)));

/** A line across a chart that is dragged, or moved by keys, to another value. Place it into a box of the chart's size. */
export function CutHandle({ label, value, axis, onValueChange, colour, text }: CutHandleProps) {
  const upright = axis === 'x';
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!box) return;
    const share = upright
      ? (event.clientX - box.left) / box.width
      : (box.bottom - event.clientY) / box.height;
    const next = clamp(share * 100);
    if (next !== value) onValueChange(next);
  };
  const step = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onValueChange(clamp(value + by));
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation={upright ? 'horizontal' : 'vertical'}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={100}
      onKeyDown={step}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      style={{ [upright ? 'left' : 'bottom']: `${value}%`, color: colour }}
      className={clsx(
        'group absolute z-10 touch-none rounded-sm focus-visible:outline-2 focus-visible:outline-accent',
        upright
          ? '-top-1 -bottom-1 w-6 -translate-x-1/2 cursor-ew-resize'
          : '-right-1 -left-1 h-6 translate-y-1/2 cursor-ns-resize',
      )}
    >
      <span
        className={clsx(
          'absolute bg-current',
          upright ? 'inset-y-0 left-1/2 w-0.5 -translate-x-1/2' : 'inset-x-0 top-1/2 h-0.5 -translate-y-1/2',
        )}
      />
      <span
        className={clsx(
          'absolute size-2.5 rounded-full border-2 border-current bg-raise group-hover:bg-current',
          upright ? 'bottom-0 left-1/2 -translate-x-1/2' : 'top-1/2 left-0 -translate-y-1/2',
        )}
      />
      {text ? (
        <span
          className={clsx(
            'absolute bg-raise px-0.5 text-2xs font-semibold whitespace-nowrap',
            upright ? 'bottom-full left-1/2 -translate-x-1/2' : 'right-1 bottom-1/2',
          )}
        >
          {text}
        </span>
      ) : null}
    </div>
  );
}
