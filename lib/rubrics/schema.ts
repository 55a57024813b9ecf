import { z } from 'zod';
import { parseRubric } from '@/lib/scoring/rubric';
import type { Rubric } from '@/lib/scoring/types';
import type { RubricDraft } from './rubric-draft';
import { domainListSchema, toPlainJson } from '@/lib/settings/schema';

/** A rubric document of the format `leadgrid.rubric/1`; each fault keeps its path in the document. */
export const rubricSchema = z.unknown().transform((json, context) => {
  const parsed = parseRubric(json);
  if (parsed.ok) return parsed.rubric;
  for (const { path, message } of parsed.issues) {
    context.addIssue({ code: 'custom', path: path === '' ? [] : [path], message });
  }
  return z.NEVER;
});

/** A rubric as the plain JSON that is stored. */
export function toDocument(rubric: Rubric): ReturnType<typeof toPlainJson> {
  return toPlainJson(rubric);
}

/** The page in which someone edits, as it names itself. */
const editor = z.uuid();

export const saveDraftSchema = z.object({
  /** The rubric; with `off` the whole of it, without what is off else. */
  document: rubricSchema,
  /** Keys of what is switched off; when absent, what was switched off stays so. */
  off: z.array(z.string().max(300)).max(5_000).optional(),
  /** The revision that was edited; 0 when there was no draft. */
  revision: z.int().min(0),
  editor: editor.optional(),
});

export const announceEditingSchema = z.object({ kind: z.enum(['hello', 'here', 'left']), editor });

/** What of a version is switched off, as it is stored. */
export const switchedOffSchema = z
  .object({ rubric: rubricSchema, off: z.array(z.string()) })
  .nullable() satisfies z.ZodType<RubricDraft | null>;

/** An event type that a criterion is to count, and what to call it. */
export const countEventSchema = z.object({
  type: z.string().trim().min(1).max(200),
  label: z.string().trim().min(1).max(120),
});

const note = z.string().trim().min(1, 'Say in a few words what changed and why.').max(2000);

export const publishSchema = z.union([
  z.object({
    note,
    document: rubricSchema,
    /** The version that the document was edited from: it must still be the live one. */
    baseId: z.uuid(),
  }),
  z.object({
    note,
    /** The draft's revision as it was last seen. */
    revision: z.int().min(1),
    /** The live version that it was reviewed against; the one that it was begun from when absent. */
    baseId: z.uuid().optional(),
  }),
  z.object({
    note,
    /** The challenger, and the version that it was compared with: it must still be the live one. */
    challengerId: z.uuid(),
    baseId: z.uuid(),
  }),
]);

export const saveCompetitorsSchema = z.object({
  domains: domainListSchema,
  /** The live version that the list was read from. */
  baseId: z.uuid(),
  /** The revision of the draft that the list was read from; 0 when there was none. */
  draftRevision: z.int().min(0),
});

const versionNumber = z.coerce.number().int().min(1).optional().catch(undefined);

/** The numbers of two versions as an address holds them; what is none is passed over. */
export const compareSchema = z.object({ from: versionNumber, to: versionNumber });
