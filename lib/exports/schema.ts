import { z } from 'zod';
import { EXPORT_FORMATS, EXPORT_KINDS, EXPORT_LISTS } from './constants';

export const exportListSchema = z.enum(EXPORT_LISTS, {
  error: `There is no such list; there are ${EXPORT_LISTS.join(', ')}`,
});

/** For whom a file is made; `plain` when the address says nothing else. */
export const exportFormatSchema = z.enum(EXPORT_FORMATS).catch('plain');

/** A call of the command line. */
export const exportCallSchema = z
  .strictObject({
    kind: z.enum(EXPORT_KINDS, { error: `--kind is one of ${EXPORT_KINDS.join(', ')}` }),
    format: z
      .enum(EXPORT_FORMATS, { error: `--format is one of ${EXPORT_FORMATS.join(', ')}` })
      .default('plain'),
    file: z.string({ error: '--file is needed; - is standard output' }).min(1),
  })
  .refine(({ kind, format }) => format === 'plain' || kind === 'scores', {
    message: '--format hubspot and salesforce are for --kind scores',
  });
