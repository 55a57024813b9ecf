'use client';

import { useEffect, useState } from 'react';
import { fetchSearchResults, SHORTEST_SEARCH, type SearchResults } from './search-results';

/** How long typing must rest before the server is asked, in milliseconds. */
const REST = 150;

export interface SearchState {
  results: SearchResults;
  state: 'idle' | 'pending' | 'done' | 'failed';
}

const NOTHING: SearchResults = { leads: [], companies: [] };

interface Answer {
  query: string;
  results: SearchResults;
  failed: boolean;
}

/** Leads and companies for what is typed. While the next answer is on its way the last one stays. */
export function useSearch(typed: string): SearchState {
  const query = typed.trim();
  const [answer, setAnswer] = useState<Answer>({ query: '', results: NOTHING, failed: false });
  useEffect(() => {
    if (query.length < SHORTEST_SEARCH) return undefined;
    const abort = new AbortController();
    const ask = async () => {
      try {
        setAnswer({ query, results: await fetchSearchResults(query, abort.signal), failed: false });
      } catch {
        if (!abort.signal.aborted) setAnswer({ query, results: NOTHING, failed: true });
      }
    };
    const timer = setTimeout(() => void ask(), REST);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query]);
  if (query.length < SHORTEST_SEARCH) return { results: NOTHING, state: 'idle' };
  if (answer.query !== query) return { results: answer.results, state: 'pending' };
  return { results: answer.results, state: answer.failed ? 'failed' : 'done' };
}
