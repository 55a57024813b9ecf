'use client';

import { createContext, useContext } from 'react';
import type { CriterionFigures } from '@/lib/effects/types';
import type { Faults } from '@/lib/rubrics/find-faults';
import type { ConditionFields } from '@/lib/fields/types';
import type { DraftEdit, RubricDraft } from '@/lib/rubrics/rubric-draft';
import type { Labels } from '@/lib/scoring/describe';

/** What every row of a rubric that is being edited needs. */
export interface RubricEditing {
  draft: RubricDraft;
  faults: Faults;
  edit: (edit: DraftEdit) => void;
  labels: Labels;
  /** What conditions can be about. */
  fields: ConditionFields;
  /** What each criterion does now; on its way from the database while the page already stands. */
  figures: Promise<readonly CriterionFigures[]>;
  /** Points in the live rubric, by criterion. */
  livePoints: ReadonlyMap<string, number>;
  /** How far the sliders reach on either side of zero. */
  span: number;
  /** The key of what is open to be edited. */
  openKey: string | null;
  onOpen: (key: string | null) => void;
  /** Tells what was removed, with a way back. */
  onRemoved: (what: string) => void;
}

const Context = createContext<RubricEditing | null>(null);

export const RubricEditingProvider = Context.Provider;

/** What is being edited; only below a {@link RubricEditingProvider}. */
export function useRubricEditing(): RubricEditing {
  const editing = useContext(Context);
  if (!editing) throw new Error('A row that can be edited stands outside the rubric editor.');
  return editing;
}
