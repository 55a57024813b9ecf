import { GripVertical } from 'lucide-react';
import type { KeyboardEvent } from 'react';

export interface GripProps {
  handleRef: (element: Element | null) => void;
  /** The key of what it moves. */
  itemKey: string;
  name: string;
  /** Another step up (-1) or down (+1). */
  onStep: (step: -1 | 1) => void;
}

/** What a row or a group is dragged by, and moved with the arrow keys. */
export function Grip({ handleRef, itemKey, name, onStep }: GripProps) {
  const id = `grip ${itemKey}`;
  const stepByKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    onStep(event.key === 'ArrowUp' ? -1 : 1);
    // In another place it may be another element.
    requestAnimationFrame(() => document.getElementById(id)?.focus());
  };
  return (
    <button
      ref={handleRef}
      id={id}
      type="button"
      aria-label={`Move ${name}: drag, or arrow keys`}
      title="Drag, or press ↑ or ↓"
      onKeyDown={stepByKey}
      className="grid h-7 w-4 shrink-0 cursor-grab touch-none place-items-center rounded text-line-control hover:text-soft"
    >
      <GripVertical size={14} aria-hidden />
    </button>
  );
}
