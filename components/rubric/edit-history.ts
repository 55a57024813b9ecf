import { targetOf } from '@/lib/rubrics/edit-rubric';
import { mergeDrafts } from '@/lib/rubrics/merge-drafts';
import type { Side } from '@/lib/rubrics/merge-values';
import { editDraft, type DraftEdit, type RubricDraft } from '@/lib/rubrics/rubric-draft';

/** Edits of one target within this time are undone together: a slider's whole way, not each step. */
const SAME_STROKE_MS = 1_500;

/** How many edits can be undone. */
const DEEPEST = 200;

/** A draft being edited, with the way back and forth. */
export interface EditHistory {
  past: readonly RubricDraft[];
  present: RubricDraft;
  future: readonly RubricDraft[];
  /** The last edit's target, and when it was made in milliseconds; null after anything else. */
  stroke: { target: string; at: number } | null;
}

export type HistoryStep =
  | { kind: 'edit'; edit: DraftEdit; at: number }
  | { kind: 'undo' }
  | { kind: 'redo' }
  /** Begins anew with another draft. */
  | { kind: 'start'; draft: RubricDraft }
  /** Another draft takes its place, as one edit. */
  | { kind: 'adopt'; draft: RubricDraft }
  /** Someone else's edits come in, from one draft to the next: also into what undo and redo lead to. */
  | { kind: 'rebase'; from: RubricDraft; to: RubricDraft; prefer: Side };

/** A history with nothing to undo. */
export function startHistory(draft: RubricDraft): EditHistory {
  return { past: [], present: draft, future: [], stroke: null };
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
      return startHistory(step.draft);
    case 'adopt':
      return { past: [...past, present], present: step.draft, future: [], stroke: null };
    case 'rebase': {
      const rebase = (mine: RubricDraft) =>
        mergeDrafts({ base: step.from, mine, theirs: step.to }, step.prefer).draft;
      return { past: past.map(rebase), present: rebase(present), future: future.map(rebase), stroke: null };
    }
  }
}

function edit({ past, present, stroke }: EditHistory, made: DraftEdit, at: number): EditHistory {
  const target = made.kind === 'switch' ? null : targetOf(made);
  const sameStroke = target !== null && stroke?.target === target && at - stroke.at < SAME_STROKE_MS;
  return {
    past: sameStroke ? past : [...past, present].slice(-DEEPEST),
    present: editDraft(present, made),
    future: [],
    stroke: target === null ? null : { target, at },
  };
}
