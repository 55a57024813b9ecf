'use client';

import { useContext, useTransition } from 'react';
import { formatCount } from '@/components/ui/format';
import { useToast } from '@/components/ui/toast';
import { undoWorkAction } from '@/lib/activities/actions';
import type { Done } from '@/lib/activities/types';
import type { ActionResult } from '@/lib/server/actions';
import { LeavingContext } from './leaving';

export interface Deed {
  /** What is said when it is done: "Call logged". */
  said: string;
  run: () => Promise<ActionResult<Done>>;
  undoable?: boolean;
  /** The leads that are taken out of the queue by it. */
  leaves?: readonly string[];
  onDone?: () => void;
}

/** Runs an action on a lead, says what came of it, and offers the way back where there is one. */
export function useLeadWork(): { busy: boolean; perform: (deed: Deed) => void } {
  const show = useToast();
  const leaving = useContext(LeavingContext);
  const [busy, startTransition] = useTransition();
  const undo = (activityIds: readonly string[]) =>
    startTransition(async () => {
      const result = await undoWorkAction({ activityIds });
      show(result.ok ? { title: 'Undone' } : { title: result.message, tone: 'bad' });
    });
  const perform = ({ said, run, undoable, leaves, onDone }: Deed) =>
    startTransition(async () => {
      if (leaves) leaving.hide(leaves);
      const result = await run();
      if (!result.ok) return show({ title: result.message, tone: 'bad' });
      const { activityIds, refused } = result.value;
      show({
        title: said,
        description: refused > 0 ? `${formatCount(refused, 'lead')} left out: others work them.` : undefined,
        action: undoable ? { label: 'Undo', onSelect: () => undo(activityIds) } : undefined,
      });
      onDone?.();
      if (leaves) leaving.goOn(leaves);
    });
  return { busy, perform };
}
