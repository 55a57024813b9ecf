'use server';

import { requireActor } from '@/lib/auth/guards';
import { countFlow } from '@/lib/evidence/data/flow';
import type { Flow } from '@/lib/evidence/types';
import { readRescoreProgress } from '@/lib/scores/data';
import type { RescoreProgress } from '@/lib/scores/types';
import { runAction, type ActionResult } from '@/lib/server/actions';
import { parseInput } from '@/lib/server/parse';
import { nameLeads } from './data';
import { flowSchema, nameLeadsSchema } from './schema';
import type { NamedLead } from './types';

/** Names the leads of a list of movers. */
export async function nameLeadsAction(input: unknown): Promise<ActionResult<NamedLead[]>> {
  return runAction(async () => {
    await requireActor('leads:read');
    return nameLeads(parseInput(nameLeadsSchema, input).leadIds);
  });
}

/** Tells how far the rescoring after a publication has come, for whoever watches it. */
export async function readRescoreProgressAction(): Promise<ActionResult<RescoreProgress>> {
  return runAction(async () => {
    await requireActor('rubric:read');
    return readRescoreProgress();
  });
}

/** Counts the leads that would have come into a rubric's best tier in the last weeks, at every least score. */
export async function countFlowAction(input: unknown): Promise<ActionResult<Flow>> {
  return runAction(async () => {
    await requireActor('rubric:write');
    return countFlow(parseInput(flowSchema, input).rubric, Date.now());
  });
}
