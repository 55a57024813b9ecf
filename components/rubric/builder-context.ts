'use client';

import { createContext } from 'react';
import type { FieldValues } from '@/lib/fields/types';
import type { SegmentField } from '@/lib/segments/segment-rows';

/** Which values of a field occur; null when it cannot be said. */
export type FindValues = (path: string) => Promise<FieldValues | null>;

/** What the builder's own controls cannot be given as props. */
export interface BuilderSurroundings {
  fields: readonly SegmentField[];
  findValues: FindValues;
}

export const BuilderContext = createContext<BuilderSurroundings>({
  fields: [],
  findValues: () => Promise.resolve(null),
});
