'use client';

import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { answerFlagAction, raiseFlagAction, withdrawFlagAction } from '@/lib/flags/actions';
import type { FlagsView } from '@/lib/flags/loaders';
import type { Flag, FlaggedItem } from '@/lib/flags/types';
import type { ActionResult } from '@/lib/server/actions';

export interface FlagDesk {
  /** Every flag to show, the open ones first. */
  flags: readonly Flag[];
  mayAnswer: boolean;
  /** Whether what has no flag offers to raise one: for those who change the rubric, on leads alone. */
  offers: boolean;
  /** Each answers what was wrong, or nothing. */
  raise: (item: FlaggedItem, reason: string) => Promise<string | undefined>;
  answer: (id: string, outcome: 'changed' | 'kept', words: string) => Promise<string | undefined>;
  withdraw: (id: string) => Promise<string | undefined>;
}

const Desk = createContext<FlagDesk | null>(null);

/** What is flagged on this screen, and how to flag; null where nothing can be. */
export function useFlagDesk(): FlagDesk | null {
  return useContext(Desk);
}

export interface FlagsProviderProps {
  view: FlagsView;
  /** The lead whose explanation the criteria stand in, if they do. */
  leadId?: string;
  children: ReactNode;
}

/** Holds the flags of a screen, so that each criterion shows its own. */
export function FlagsProvider({ view, leadId, children }: FlagsProviderProps) {
  const [flags, setFlags] = useState<readonly Flag[]>(view.flags);
  const desk = useMemo<FlagDesk>(() => {
    const keep = (answer: ActionResult<Flag>) => {
      if (!answer.ok) return answer.message;
      const { value } = answer;
      setFlags((before) => [value, ...before.filter(({ id }) => id !== value.id)]);
      return undefined;
    };
    return {
      flags,
      mayAnswer: view.mayAnswer,
      offers: !view.mayAnswer || leadId !== undefined,
      raise: async ({ kind, itemId }, reason) =>
        keep(await raiseFlagAction({ kind, itemId, reason, leadId })),
      answer: async (id, outcome, words) => keep(await answerFlagAction({ id, outcome, answer: words })),
      withdraw: async (id) => {
        const answer = await withdrawFlagAction({ id });
        if (!answer.ok) return answer.message;
        setFlags((before) => before.filter((flag) => flag.id !== id));
        return undefined;
      },
    };
  }, [flags, view.mayAnswer, leadId]);
  return <Desk value={desk}>{children}</Desk>;
}
