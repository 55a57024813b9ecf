'use client';

import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { formatCount } from '@/components/ui/format';
import type { RubricDocument } from '@/lib/rubrics/data';
import { listDraftChanges } from '@/lib/rubrics/list-changes';
import { ChangeList } from './change-list';
import { EffectPanel } from './effect-panel';
import { RubricSplit } from './rubric-split';
import { useEffectOnLeads } from './use-effect-on-leads';

export interface CompareViewProps {
  from: RubricDocument;
  to: RubricDocument;
  /** Whether the reader may see what the difference does to every lead. */
  mayMeasure: boolean;
}

/** Two versions side by side: in what they differ, and what that does to every lead. */
export function CompareView({ from, to, mayMeasure }: CompareViewProps) {
  const changes = listDraftChanges(from.draft, to.draft);
  return (
    <RubricSplit panel={mayMeasure ? <Measured from={from} to={to} /> : null}>
      <div className="flex flex-col gap-3 px-4 py-3.5 max-md:px-3">
        <Card>
          <CardHeader
            title={`From v${from.number} to v${to.number}`}
            note={formatCount(changes.length, 'difference')}
          />
          <CardBody className="py-1">
            {changes.length > 0 ? (
              <ChangeList changes={changes} />
            ) : (
              <p className="py-2 text-soft">Both score alike.</p>
            )}
          </CardBody>
        </Card>
      </div>
    </RubricSplit>
  );
}

function Measured({ from, to }: Pick<CompareViewProps, 'from' | 'to'>) {
  const state = useEffectOnLeads(from.document, to.document);
  return (
    <EffectPanel
      title="On all leads of now"
      state={state}
      names={{ before: `v${from.number}`, after: `v${to.number}` }}
      before={from.document}
      after={to.document}
    />
  );
}
