'use client';

import { createContext } from 'react';

/** What the screen around does when an action takes leads out of the list that it shows. */
export interface Leaving {
  /** Hides them as long as the action runs, for the answer is seldom no. Call it in the action's transition. */
  hide: (leadIds: readonly string[]) => void;
  /** They are out: goes on to the lead that followed. */
  goOn: (leadIds: readonly string[]) => void;
}

/** A screen without a list does nothing. */
export const LeavingContext = createContext<Leaving>({ hide: () => undefined, goOn: () => undefined });
