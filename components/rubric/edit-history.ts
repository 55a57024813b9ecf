import { applyEdit, targetOf, type RubricEdit } from '@/lib/rubrics/edit-rubric';
import type { Rubric } from '@/lib/scoring/types';

/** Edits of one target within this time are undone together: a slider's whole way, not each step. */
const SAME_STROKE_MS = 1_500;

/** A rubric being edited, with the way back and forth. */
export interface EditHistory {
  past: readonly Rubric[];
  present: Rubric;
  future: readonly Rubric[];
  /** The last edit's target, and when it was made in milliseconds; null after anything else. */
  stroke: { target: string; at: number } | null;
}

export type HistoryStep =
  | { kind: 'edit'; edit: RubricEdit; at: number }
  | { kind: 'undo' }
  | { kind: 'redo' }
  /** Begins anew with another document. */
  | { kind: 'start'; document: Rubric };

/** A history with nothing to undo. */
export function startHistory(document: Rubric): EditHistory {
  return { past: [], present: document, future: [], stroke: null };
}

/** The history after a step; undoing or redoing where there is nothing to changes nothing. */
export function stepHistory(history: EditHistory, step: HistoryStep): EditHistory {
  const { past, present, future } = history;
  switch (step.kind) {
    case 'edit':
      return edit(history, step.edit, step.at);
    case 'undo': {
      const previous = past.at(-1);
      if (!previous) return history;
      return { past: past.slice(0, -1), present: previous, future: [present, ...future], stroke: null };
    }
    case 'redo': {
      const [next, ...rest] = future;
      return next ? { past: [...past, present], present: next, future: rest, stroke: null } : history;
    }
    case 'start':
      return startHistory(step.document);
  }
}

function edit({ past, present, stroke }: EditHistory, made: RubricEdit, at: number): EditHistory {
  const target = targetOf(made);
  const sameStroke = stroke?.target === target && at - stroke.at < SAME_STROKE_MS;
  return {
    past: sameStroke ? past : [...past, present],
    present: applyEdit(present, made),
    future: [],
    stroke: { target, at },
  };
}
