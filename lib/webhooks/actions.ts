'use server';

import { revalidatePath } from 'next/cache';
import { requireActor } from '@/lib/auth/guards';
import { runAction, type ActionResult } from '@/lib/server/actions';
import { parseInput } from '@/lib/server/parse';
import { awaitTry, replayDelivery, replayFailed, sendTest, type Outcome } from './mutations/deliveries';
import {
  deleteEndpoint,
  rotateSecret,
  saveEndpoint,
  showSecret,
  switchEndpoint,
  type SavedEndpoint,
} from './mutations/endpoints';
import { saveMail, saveNetwork } from './mutations/settings';
import {
  endpointIdSchema,
  mailSchema,
  networkSchema,
  replayFailedSchema,
  replaySchema,
  saveEndpointSchema,
  switchEndpointSchema,
} from './schema';

/** How long a test waits for its answer. */
const PATIENCE_MS = 8_000;

function refreshScreens(): void {
  revalidatePath('/settings/webhooks', 'layout');
  revalidatePath('/settings/notifications');
}

/** Makes or changes an endpoint; answers its id, and the secret of a webhook that was made. */
export async function saveEndpointAction(input: unknown): Promise<ActionResult<SavedEndpoint>> {
  return runAction(async () => {
    const actor = await requireActor('webhooks:manage');
    const saved = await saveEndpoint(actor, parseInput(saveEndpointSchema, input));
    // What shows a secret this once stays as it is until it was read.
    if (saved.secret === null) refreshScreens();
    return saved;
  });
}

/** Switches an endpoint on or off. */
export async function switchEndpointAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const actor = await requireActor('webhooks:manage');
    const { id, active } = parseInput(switchEndpointSchema, input);
    await switchEndpoint(actor, id, active, new Date());
    refreshScreens();
    return null;
  });
}

/** Deletes an endpoint with its log. Refreshes nothing: the screen that asks is about to be left, and would not be found. */
export async function deleteEndpointAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const actor = await requireActor('webhooks:manage');
    await deleteEndpoint(actor, parseInput(endpointIdSchema, input).id);
    return null;
  });
}

/** The secret that an endpoint's messages are signed with, for an admin who asks for it. */
export async function showSecretAction(input: unknown): Promise<ActionResult<{ secret: string }>> {
  return runAction(async () => {
    const actor = await requireActor('secrets:show');
    return showSecret(actor, parseInput(endpointIdSchema, input).id);
  });
}

/** Gives an endpoint another secret; answers it. */
export async function rotateSecretAction(input: unknown): Promise<ActionResult<{ secret: string }>> {
  return runAction(async () => {
    const actor = await requireActor('webhooks:manage');
    const rotated = await rotateSecret(actor, parseInput(endpointIdSchema, input).id, new Date());
    refreshScreens();
    return rotated;
  });
}

/** Sends a test; answers what came of it, as far as that is known in time. */
export async function sendTestAction(input: unknown): Promise<ActionResult<Outcome | null>> {
  return runAction(async () => {
    const actor = await requireActor('webhooks:manage');
    const deliveryId = await sendTest(actor, parseInput(endpointIdSchema, input).id, new Date());
    const outcome = await awaitTry(deliveryId, PATIENCE_MS);
    refreshScreens();
    return outcome;
  });
}

/** Sends a delivery once more. */
export async function replayAction(input: unknown): Promise<ActionResult<Outcome | null>> {
  return runAction(async () => {
    const actor = await requireActor('webhooks:manage');
    const { deliveryId } = parseInput(replaySchema, input);
    await replayDelivery(actor, deliveryId, new Date());
    const outcome = await awaitTry(deliveryId, PATIENCE_MS);
    refreshScreens();
    return outcome;
  });
}

/** Sends once more what was given up since an instant; answers how many that is. */
export async function replayFailedAction(input: unknown): Promise<ActionResult<{ count: number }>> {
  return runAction(async () => {
    const actor = await requireActor('webhooks:manage');
    const { id, since } = parseInput(replayFailedSchema, input);
    const count = await replayFailed(actor, id, since, new Date());
    refreshScreens();
    return { count };
  });
}

/** Allows or forbids private addresses. */
export async function saveNetworkAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const actor = await requireActor('network:manage');
    await saveNetwork(actor, parseInput(networkSchema, input).allowPrivateAddresses);
    refreshScreens();
    return null;
  });
}

/** Sets the mail server. */
export async function saveMailAction(input: unknown): Promise<ActionResult<null>> {
  return runAction(async () => {
    const actor = await requireActor('network:manage');
    await saveMail(actor, parseInput(mailSchema, input));
    refreshScreens();
    return null;
  });
}
