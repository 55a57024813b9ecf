import { createContext } from 'react';

/** What can be done with a lead. */
export type Deed = 'call' | 'email' | 'meeting' | 'note' | 'snooze' | 'outcome' | 'pass' | 'take';

interface Work {
  begin: (deed: Deed) => void;
  /** What can be done with this lead now. */
  deeds: readonly Deed[];
}

/** The work on the lead that is shown. */
export const WorkContext = createContext<Work>({ begin: () => undefined, deeds: [] });
