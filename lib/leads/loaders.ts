import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { findGiven } from '@/lib/assignments/data';
import { requirePage } from '@/lib/auth/guards';
import type { Actor } from '@/lib/auth/actor';
import { isAllowed } from '@/lib/auth/permissions';
import { listDuplicatesOf } from '@/lib/duplicates/data';
import { findOutlook } from '@/lib/forecast/data';
import { pickSteps } from '@/lib/forecast/forecast-score';
import type { ScoreOutlook } from '@/lib/forecast/types';
import { findPrediction } from '@/lib/prediction/data';
import { readClock } from '@/lib/queue/response-clock';
import { readReasons } from '@/lib/reasons/data';
import { readAnswering } from '@/lib/response/data';
import { findLiveRubric } from '@/lib/rubrics/data';
import { listScoreChanges, loadRuleNames } from '@/lib/scores/data';
import { whyNotWork } from './access';
import { buildAddress, idParam, textParam, type SearchParams } from './address';
import { compareLeads } from './compare-leads';
import { COUNT_LIMIT, LEADS_PER_PAGE } from './constants';
import { readCursor } from './cursor';
import {
  countHistory,
  countLeads,
  findCompanyName,
  findLead,
  listColleagues,
  listFactRows,
  listFilterChoices,
  listLeadPage,
  listOwners,
} from './data';
import { toConditions, toSearchFilter } from './lead-filter';
import { describeCompany, listFacts } from './list-facts';
import { toLiftView } from './lift-view';
import { toPredictionView } from './prediction-view';
import { leadIdSchema, leadSearchSchema } from './schema';
import { toHistory, toProjection } from './score-history';
import type { LeadDetail } from './types';
import { buildWhyTable } from './why-table';

const DAY_MS = 86_400_000;
const PROJECTED_DAYS = 35;
const HISTORY_DAYS = 90;
const ACTIVE_DAYS = 30;
const COLLEAGUES_SHOWN = 8;
const DUPLICATES_SHOWN = 3;
const CANDIDATES_SHOWN = 12;
const CHOICE_SAMPLE = 5_000;

/** The list of all leads: one page of it, how many there are, and what its filters offer. */
export async function loadLeads(searchParams: SearchParams) {
  const search = leadSearchSchema.parse(searchParams);
  const { role } = await requirePage(
    'leads:read',
    buildAddress('/leads', { q: search.q, tier: search.tier }),
  );
  const { company, sort } = search;
  const conditions = toConditions(toSearchFilter(search));
  const [page, count, choices, owners, companyName, live] = await Promise.all([
    listLeadPage({
      conditions,
      order: sort,
      after: readCursor(search.after),
      before: readCursor(search.before),
      size: LEADS_PER_PAGE,
    }),
    countLeads(conditions, sort, COUNT_LIMIT),
    listFilterChoices(CHOICE_SAMPLE),
    listOwners(),
    company ? findCompanyName(company) : null,
    findLiveRubric(),
  ]);
  const tiers = live?.compiled.rubric.tiers.map(({ name }) => name) ?? [];
  const mayExport = isAllowed(role, 'lists:export');
  return { search, page, count, choices, owners, companyName, tiers, mayExport };
}

/** The list of leads as its components take it. */
export type LeadsView = Awaited<ReturnType<typeof loadLeads>>;

/** Who is looking, and what they may do with the lead. */
function toWork(actor: Actor<'leads:read'>, lead: LeadDetail, now: Date) {
  const mayWork = isAllowed(actor.role, 'leads:work');
  return {
    mayWork,
    isOwn: lead.owner?.id === actor.id,
    /** Why not this one, in words; null when they may. */
    refusal: mayWork ? whyNotWork(actor, lead, now.getTime()) : null,
    isManager: actor.role !== 'rep',
  };
}

/** What the side panel and the head of the page share. */
async function loadBasics(actor: Actor<'leads:read'>, lead: LeadDetail, now: Date) {
  const [outlook, prediction, given, owners, answering, { reasons }] = await Promise.all([
    findOutlook(lead.id, now),
    findPrediction(lead.id, now),
    findGiven(lead.id),
    listOwners(),
    readAnswering(),
    readReasons(),
  ]);
  return {
    lead,
    companyLine: describeCompany(lead),
    outlook: outlook && toOutlookView(outlook, lead.id),
    /** By what was learned from deals; null while that is not shown. */
    prediction: prediction && toPredictionView(prediction, lead.id),
    clock: readClock({ ...lead, score: lead.stored }, answering),
    given,
    work: toWork(actor, lead, now),
    owners,
    reasons,
  };
}

function toOutlookView(outlook: ScoreOutlook, leadId: string) {
  const { now, forecast, lift, rubric, criterionLabels } = outlook;
  const { fit, intent, score, tier, quadrant, disqualifiers, asOf } = now;
  return {
    fit,
    intent,
    score,
    tier,
    quadrant,
    asOf,
    disqualifiers: disqualifiers.map(({ id, label, condition }) => ({ id, label, condition })),
    why: buildWhyTable(outlook, leadId),
    nextTier: forecast.nextTier,
    lift: lift && toLiftView(lift, asOf),
    steps: pickSteps(forecast, tier),
    complete: forecast.complete,
    projection: toProjection(forecast.steps, { fit, intent, score }, asOf, PROJECTED_DAYS),
    rubric,
    criterionLabels,
  };
}

/** A lead for the panel beside a list; null when it is gone. The page that holds the list asks for it. */
export async function loadLeadPanel(leadId: string, returnTo: string) {
  const actor = await requirePage('leads:read', returnTo);
  const lead = await findLead(leadId);
  return lead && !lead.mergedIntoId ? loadBasics(actor, lead, new Date()) : null;
}

/** A lead's panel as its components take it. */
export type LeadPanelView = NonNullable<Awaited<ReturnType<typeof loadLeadPanel>>>;

/** The page of a lead. A merged lead's address leads to the one it was merged into. */
export async function loadLead(id: string) {
  const leadId = leadIdSchema.safeParse(id).data;
  const actor = await requirePage('leads:read', leadId ? `/leads/${leadId}` : '/leads');
  const lead = leadId ? await findLead(leadId) : null;
  if (!lead) notFound();
  if (lead.mergedIntoId) redirect(`/leads/${lead.mergedIntoId}`);
  const now = new Date();
  const since = new Date(now.getTime() - ACTIVE_DAYS * DAY_MS);
  const mayErase = isAllowed(actor.role, 'leads:erase');
  const [basics, changes, rules, colleagues, factRows, duplicates, held] = await Promise.all([
    loadBasics(actor, lead, now),
    listScoreChanges(lead.id),
    loadRuleNames(lead.id),
    lead.company ? listColleagues(lead.company.id, lead.id, since, COLLEAGUES_SHOWN) : null,
    listFactRows(lead.id, lead.company?.id ?? null),
    listDuplicatesOf(lead.id, DUPLICATES_SHOWN),
    mayErase ? countHistory(lead.id) : null,
  ]);
  return {
    ...basics,
    /** Leads that may be the same person; nothing merges them but a person. */
    duplicates,
    mayMerge: isAllowed(actor.role, 'leads:merge'),
    mayExport: isAllowed(actor.role, 'lists:export'),
    /** What erasing the lead takes away; null for those who may not. */
    held,
    /** The instant the page is drawn for, in milliseconds. */
    asOf: now.getTime(),
    history: toHistory(changes, rules, now.getTime() - HISTORY_DAYS * DAY_MS),
    colleagues,
    facts: listFacts(lead, factRows),
  };
}

/** The page of a lead as its components take it. */
export type LeadView = Awaited<ReturnType<typeof loadLead>>;

const mergeSearchSchema = z.object({ with: idParam, q: textParam() });

/**
 * The screen that merges a lead with another one: both side by side once the other one is chosen, else whom it may be
 * merged with: by name, address or company, and without a search whom it may be the same as, and its colleagues.
 */
export async function loadMerge(id: string, searchParams: SearchParams) {
  const leadId = leadIdSchema.safeParse(id).data;
  await requirePage('leads:merge', leadId ? `/leads/${leadId}/merge` : '/leads');
  const search = mergeSearchSchema.parse(searchParams);
  const lead = leadId ? await findLead(leadId) : null;
  if (!lead) notFound();
  if (lead.mergedIntoId) redirect(`/leads/${lead.mergedIntoId}`);
  const found = search.with && search.with !== lead.id ? await findLead(search.with) : null;
  const other = found?.mergedIntoId === null ? found : null;
  if (!other) return { lead, q: search.q ?? '', comparison: null, ...(await listCandidates(lead, search.q)) };
  const [definitions, moves] = await Promise.all([listFactRows(lead.id, null), countHistory(other.id)]);
  const comparison = { other, moves, values: compareLeads(lead, other, definitions) };
  return { lead, q: '', comparison, duplicates: [], candidates: [] };
}

async function listCandidates(lead: LeadDetail, q: string | undefined) {
  const duplicates = q ? [] : await listDuplicatesOf(lead.id, CANDIDATES_SHOWN);
  const filter = q ? { q } : lead.company ? { companyId: lead.company.id } : null;
  if (!filter) return { duplicates, candidates: [] };
  const page = await listLeadPage({
    conditions: toConditions(filter),
    order: 'added',
    size: CANDIDATES_SHOWN,
  });
  const known = new Set([lead.id, ...duplicates.map((one) => one.id)]);
  return { duplicates, candidates: page.rows.filter((row) => !known.has(row.id)) };
}

/** The merging of a lead as its components take it. */
export type MergeView = Awaited<ReturnType<typeof loadMerge>>;
