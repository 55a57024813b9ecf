import { z } from 'zod';
import { DEFAULT_SOURCE, IMPORT_KINDS, KEY_LENGTH } from './constants';
import { DELIMITERS, ENCODINGS } from './detect-format';
import { findField } from './fields';
import { ImportFault } from './import-fault';
import { listPaths } from './recognise-columns';
import { readValue } from './read-value';

export const kindSchema = z.enum(IMPORT_KINDS);

/** How a column is written, where it is not to be found out: its type (of attributes of one's own), numbers, dates. */
const styleSchema = z.strictObject({
  type: z.enum(['text', 'number', 'boolean', 'date', 'list']).optional(),
  numbers: z.enum(['english', 'european']).optional(),
  dates: z.enum(['dmy', 'mdy']).optional(),
});

/** A value in a mapping; numbers and booleans may be written as such. */
const plainSchema = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/**
 * A mapping file: how a file's columns become our fields. An empty text or null as a column's field leaves the column
 * out; `{row}` in a constant is the row's number; a constant fills its field where the row has no value for it; `styles`
 * says how columns are written.
 */
export const mappingSchema = z
  .strictObject({
    kind: kindSchema,
    columns: z.record(z.string(), z.string().trim().nullable()).default({}),
    values: z.record(z.string(), z.record(z.string(), plainSchema)).default({}),
    constants: z.record(z.string(), plainSchema).default({}),
    styles: z.record(z.string(), styleSchema).default({}),
  })
  .superRefine((mapping, context) => {
    const check = (section: string, name: string, path: string) => {
      if (findField(mapping.kind, path)) return;
      const message = `"${path}" is no field of ${mapping.kind}; there are ${listPaths(mapping.kind)}`;
      context.addIssue({ code: 'custom', path: [section, name], message });
    };
    const taken = new Map<string, string>();
    for (const [column, path] of Object.entries(mapping.columns)) {
      if (!path) continue;
      check('columns', column, path);
      const other = taken.get(path);
      if (other !== undefined) {
        const message = `"${path}" is filled by "${other}" already`;
        context.addIssue({ code: 'custom', path: ['columns', column], message });
      }
      taken.set(path, column);
    }
    for (const path of Object.keys(mapping.values)) check('values', path, path);
    for (const [path, value] of Object.entries(mapping.constants)) {
      check('constants', path, path);
      const type = findField(mapping.kind, path)?.type;
      const read = type ? readValue(value.replaceAll('{row}', '1'), type) : undefined;
      if (read && 'reason' in read) {
        context.addIssue({ code: 'custom', path: ['constants', path], message: read.reason });
      }
    }
  });

export type Mapping = z.output<typeof mappingSchema>;

/** What an import was started with, as it is kept in `Import.mapping`. */
export const importOptionsSchema = z.object({
  mapping: mappingSchema,
  /** Where the external ids come from; null when nobody said. */
  source: z.string().trim().min(1).max(KEY_LENGTH).nullable(),
  /** What somebody said of how the file is written; the rest is found out. */
  format: z
    .object({
      encoding: z.enum(ENCODINGS).nullish(),
      delimiter: z.enum(DELIMITERS).nullish(),
      sheet: z.string().max(100).nullish(),
    })
    .default({}),
});

export type ImportOptions = z.output<typeof importOptionsSchema>;

const rejectionSchema = z.object({
  row: z.int(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  reason: z.string(),
});

/** How far a dry run is, and what it found. */
export const dryRunSchema = z.object({
  state: z.enum(['running', 'done', 'failed']),
  progress: z
    .object({
      phase: z.enum(['reading', 'writing']),
      rowsRead: z.int(),
      rowsTotal: z.int().nullable(),
      created: z.int(),
      updated: z.int(),
      unchanged: z.int(),
      rejected: z.int(),
    })
    .nullable(),
  rejections: z.array(rejectionSchema).readonly(),
  fault: z.string().nullable(),
});

export type DryRun = z.output<typeof dryRunSchema>;

/** The source under which rows are stored that name none themselves. */
export function sourceOf(options: ImportOptions): string {
  return options.source ?? DEFAULT_SOURCE;
}

/**
 * Reads a mapping file.
 *
 * @throws ImportFault with the path of every fault.
 */
export function parseMapping(text: string): Mapping {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new ImportFault(
      `The mapping is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const result = mappingSchema.safeParse(json);
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  const lines = issues.map((issue) => `${issue.path || 'mapping'}: ${issue.message}`);
  throw new ImportFault(`The mapping is not valid. ${lines.join('\n')}`, issues);
}

export const importIdSchema = z.object({ id: z.uuid() });

export const importIdsSchema = z.object({ ids: z.array(z.uuid()).min(1).max(50) });

/** The name of an uploaded file, without any folder. */
export const fileNameSchema = z
  .string()
  .transform((name) => (name.split(/[\\/]/).at(-1) ?? '').trim())
  .pipe(z.string().min(1, 'A file needs a name').max(200, 'The name of the file is too long'));

/** How a file that was uploaded shall be read. */
export const changeOptionsSchema = importOptionsSchema.extend({ id: z.uuid() });

/** A mapping file given for an uploaded file. */
export const applyMappingSchema = z.object({
  id: z.uuid(),
  text: z.string().max(200_000, 'The mapping is too long'),
});
