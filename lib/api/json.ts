/** A part of a JSON document. */
export type Json =
  { readonly [key: string]: Json | undefined } | readonly Json[] | string | number | boolean | null;

export type JsonObject = { readonly [key: string]: Json | undefined };

/** Whether a part is a list. */
export function isList(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}

/** A part as an object; without keys when it is none. */
export function asObject(json: Json | undefined): JsonObject {
  return typeof json === 'object' && json !== null && !isList(json) ? json : {};
}

/** A part as a list; empty when it is none. */
export function asList(json: Json | undefined): readonly Json[] {
  return isList(json) ? json : [];
}

/** A part as a text; null when it is none. */
export function asText(json: Json | undefined): string | null {
  return typeof json === 'string' ? json : null;
}
