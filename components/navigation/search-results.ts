import { z } from 'zod';

/** What GET /api/search?q= answers. */
export const searchResultsSchema = z.object({
  leads: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      company: z.string().nullish(),
      tier: z.string().nullish(),
    }),
  ),
  companies: z.array(z.object({ id: z.string(), name: z.string() })),
});

export type SearchResults = z.infer<typeof searchResultsSchema>;

/** Words shorter than this are not sent to the server. */
export const SHORTEST_SEARCH = 2;

/** The screens whose name holds what was typed; all of them when nothing was. */
export function filterScreens<S extends { label: string }>(
  screens: readonly S[],
  query: string,
): readonly S[] {
  const wanted = query.trim().toLowerCase();
  return screens.filter((screen) => screen.label.toLowerCase().includes(wanted));
}

/** Asks the server for leads and companies. Throws when it does not answer as agreed. */
export async function fetchSearchResults(query: string, signal: AbortSignal): Promise<SearchResults> {
  const answer = await fetch(`/api/search?q=${encodeURIComponent(query)}`, { signal });
  if (!answer.ok) throw new Error(`The search answered ${answer.status}.`);
  return searchResultsSchema.parse(await answer.json());
}
