import type { ToastMessage } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/server/actions';
import type { Outcome } from '@/lib/webhooks/mutations/deliveries';

/** What came of a message that someone has just sent, as a toast. */
export function describeOutcome(answer: ActionResult<Outcome | null>): ToastMessage {
  if (!answer.ok) return { title: answer.message, tone: 'bad' };
  const outcome = answer.value;
  if (outcome?.state === 'sent') {
    return { title: 'Delivered', description: outcome.error ?? `Answered ${outcome.status}`, tone: 'good' };
  }
  if (outcome?.error) return { title: 'Not delivered', description: outcome.error, tone: 'bad' };
  return { title: 'On its way', description: 'No answer yet; the log shows it when it comes.' };
}
