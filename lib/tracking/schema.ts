import { z } from 'zod';

const MOST_ORIGINS = 50;

/** An origin as browsers send it: scheme, host and, where it is not the usual one, port; given with a path, the path is dropped. */
const originSchema = z
  .string()
  .trim()
  .max(300)
  .transform((text, context) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url && /^https?:$/.test(url.protocol) && url.hostname !== '' && !url.hostname.includes('*'))
      return url.origin;
    context.addIssue({
      code: 'custom',
      message: `“${text}” is not an origin such as https://www.example.com`,
    });
    return z.NEVER;
  });

/** The origins of a source, each once and in order; none when only servers send. */
export const originsSchema = z
  .array(originSchema)
  .max(MOST_ORIGINS, `At most ${MOST_ORIGINS} origins`)
  .transform((origins) => [...new Set(origins)].sort());

/** A site or server that is to be connected. */
export const createSourceSchema = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'A source needs a name')
    .max(100, 'The name is too long: at most 100 characters'),
  origins: originsSchema.default([]),
});

export type CreateSource = z.output<typeof createSourceSchema>;

export const sourceIdSchema = z.object({ sourceId: z.uuid() });

export const setOriginsSchema = z.object({ sourceId: z.uuid(), origins: originsSchema });

/** Which type events of a name are to be of. */
export const mapEventNameSchema = z.object({
  name: z.string().trim().min(1).max(200),
  type: z.string().trim().min(1).max(200),
});

export type MapEventName = z.output<typeof mapEventNameSchema>;
