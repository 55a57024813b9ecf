'use client';

import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { layOutEvidence, type EvidenceTable } from '@/lib/effects/evidence-table';
import { measureEffect, scoreRows, type Effect } from '@/lib/effects/measure-effect';
import { evidenceTableSchema } from '@/lib/effects/schema';
import type { Rubric } from '@/lib/scoring/types';

/** A version whose evidence is measured, and its document. */
export interface MeasuredVersion {
  id: string;
  document: Rubric;
}

interface Evidence {
  live: EvidenceTable;
  draft: EvidenceTable;
}

export type EffectState =
  | { kind: 'loading' }
  | { kind: 'failed'; retry: () => void }
  | { kind: 'ready'; effect: Effect; leadIds: readonly string[]; asOf: number };

async function fetchEvidence(versionId: string, signal: AbortSignal): Promise<EvidenceTable> {
  const response = await fetch(`/api/rubrics/${versionId}/evidence`, { signal });
  if (!response.ok) throw new Error(`Evidence could not be read: ${response.status}`);
  return evidenceTableSchema.parse(await response.json());
}

function useEvidence(liveId: string, draftId: string) {
  const [evidence, setEvidence] = useState<Evidence>();
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    const read = async () => {
      const live = await fetchEvidence(liveId, abort.signal);
      const draft = draftId === liveId ? live : await fetchEvidence(draftId, abort.signal);
      // A lead that came or went between the two answers would shift the rows against each other.
      if (draft.leadIds.join() !== live.leadIds.join())
        throw new Error('The leads changed while they were read.');
      setEvidence({ live, draft });
      setFailed(false);
    };
    read().catch(() => {
      if (!abort.signal.aborted) setFailed(true);
    });
    return () => abort.abort();
  }, [liveId, draftId, attempt]);
  const retry = useCallback(() => {
    setFailed(false);
    setAttempt((before) => before + 1);
  }, []);
  return { evidence, failed, retry };
}

/**
 * What the document being edited does to every lead: their evidence is fetched once, and scored anew with every edit,
 * in the browser, by the engine's own arithmetic.
 *
 * @param measured the version whose criteria the edited document has: the live one, or the draft when it counts otherwise.
 */
export function useEffectOnLeads(
  live: MeasuredVersion,
  measured: MeasuredVersion,
  edited: Rubric,
): EffectState {
  const { evidence, failed, retry } = useEvidence(live.id, measured.id);
  const shown = useDeferredValue(edited);
  const before = useMemo(
    () => evidence && scoreRows(layOutEvidence(evidence.live, live.document), live.document),
    [evidence, live.document],
  );
  const matrix = useMemo(
    () => evidence && layOutEvidence(evidence.draft, measured.document),
    [evidence, measured.document],
  );
  const effect = useMemo(
    () => before && matrix && measureEffect(before, scoreRows(matrix, shown)),
    [before, matrix, shown],
  );
  if (failed) return { kind: 'failed', retry };
  if (!effect || !evidence) return { kind: 'loading' };
  return { kind: 'ready', effect, leadIds: evidence.live.leadIds, asOf: evidence.live.asOf };
}
