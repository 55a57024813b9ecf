'use client';

import { createContext, useContext, useTransition } from 'react';
import { useToast } from '@/components/ui/toast';
import { undoActivityAction } from '@/lib/activities/actions';
import type { Done } from '@/lib/activities/types';
import type { ActionResult } from '@/lib/server/actions';

/** Called when an action has taken a lead out of the viewer's queue, so that the screen can go on to the next. */
export const AfterLeaving = createContext<(leadId: string) => void>(() => undefined);

export interface Deed {
  leadId: string;
  /** What is said when it is done: "Call logged". */
  said: string;
  run: () => Promise<ActionResult<Done>>;
  undoable?: boolean;
  /** Takes the lead out of the queue. */
  leaves?: boolean;
  onDone?: () => void;
}

/** Runs an action on a lead, says what came of it, and offers the way back where there is one. */
export function useLeadWork(): { busy: boolean; perform: (deed: Deed) => void } {
  const show = useToast();
  const afterLeaving = useContext(AfterLeaving);
  const [busy, startTransition] = useTransition();
  const undo = (activityId: string) =>
    startTransition(async () => {
      const result = await undoActivityAction({ activityId });
      show(result.ok ? { title: 'Undone' } : { title: result.message, tone: 'bad' });
    });
  const perform = ({ leadId, said, run, undoable, leaves, onDone }: Deed) =>
    startTransition(async () => {
      const result = await run();
      if (!result.ok) return show({ title: result.message, tone: 'bad' });
      const { activityId } = result.value;
      show({
        title: said,
        action: undoable ? { label: 'Undo', onSelect: () => undo(activityId) } : undefined,
      });
      onDone?.();
      if (leaves) afterLeaving(leadId);
    });
  return { busy, perform };
}
