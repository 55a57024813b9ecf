'use client';

import { useMemo, useState } from 'react';
import { PageHeader } from '@/components/ui/page-header';
import { Badge } from '@/components/ui/badge';
import { useToast } from '@/components/ui/toast';
import type { CriterionFigures } from '@/lib/effects/types';
import type { ConditionFields } from '@/lib/fields/types';
import { TrialPanel } from '@/components/trials/trial-panel';
import { startChallengerAction } from '@/lib/challengers/actions';
import { discardDraftAction, publishRubricAction } from '@/lib/rubrics/actions';
import type { RubricDocument as Version } from '@/lib/rubrics/data';
import { listCriteria } from '@/lib/rubrics/list-criteria';
import { listDraftChanges } from '@/lib/rubrics/list-changes';
import type { Labels } from '@/lib/scoring/describe';
import type { Rubric } from '@/lib/scoring/types';
import { DraftBanner } from './draft-banner';
import { DraftDocument } from './draft-document';
import { RubricEditingProvider, type RubricEditing } from './editing-context';
import { EditorActions } from './editor-actions';
import { EffectPanel, type EffectEditing } from './effect-panel';
import { spanOfPoints } from './points-scale';
import { OtherEditors } from './other-editors';
import { PublishDialog } from './publish-dialog';
import { RubricSplit } from './rubric-split';
import { SaveNote } from './save-note';
import { useDraft } from './use-draft';
import { useEffectOnLeads } from './use-effect-on-leads';
import { usePlace } from './use-place';

export interface RubricEditorProps {
  live: Version;
  draft: Version | null;
  labels: Labels;
  figures: Promise<readonly CriterionFigures[]>;
  /** What conditions can be about. */
  fields: ConditionFields;
}

/** The rubric for those who may change it: every edit is saved as a draft, and its effect on every lead shown beside it. */
export function RubricEditor({ live, draft, labels, figures, fields }: RubricEditorProps) {
  const standing = { liveId: live.id, revision: draft?.revision ?? 0, draft: (draft ?? live).draft };
  const { draft: edited, faults, measured, document, edit, save, history, others } = useDraft(standing);
  const [reviewing, setReviewing] = useState(false);
  const [{ openKey, tried }, go] = usePlace();
  const show = useToast();

  const effect = useEffectOnLeads(live.document, document);
  const names = { before: `v${live.number}`, after: 'draft' };
  const changes = useMemo(() => listDraftChanges(live.draft, measured), [live.draft, measured]);
  const livePoints = useMemo(() => pointsById(live.document), [live.document]);

  const thresholds: EffectEditing = {
    onMinimum: (tier, minimum, value) => edit({ kind: 'tier', tier, minimum, value }),
    onCut: (cut, value) => edit({ kind: 'cut', cut, value }),
  };

  const editing: RubricEditing = {
    draft: edited,
    faults,
    edit,
    labels,
    fields,
    figures,
    livePoints,
    span: spanOfPoints(live.document, edited.rubric),
    openKey,
    onOpen: (key) => go({ openKey: key }),
    onRemoved: (what) =>
      show({ title: `${what} is removed`, action: { label: 'Undo', onSelect: history.undo } }),
  };

  const review = async () => {
    if (await save.flush()) setReviewing(true);
  };
  const publish = async (note: string) => {
    const answer = await publishRubricAction({
      note,
      revision: save.readRevision(),
      baseId: live.id,
    });
    if (!answer.ok) return answer.message;
    setReviewing(false);
    show({ title: `Version ${answer.value.number} is live`, tone: 'good' });
    return undefined;
  };
  const shadow = async (note: string) => {
    const answer = await startChallengerAction({ note, revision: save.readRevision() });
    if (!answer.ok) return answer.message;
    setReviewing(false);
    save.startFrom({ liveId: live.id, revision: 0, draft: live.draft });
    show({ title: `Version ${answer.value.number} runs in shadow`, tone: 'good' });
    return undefined;
  };
  const discard = async () => {
    const answer = await discardDraftAction();
    if (!answer.ok) return answer.message;
    save.startFrom({ liveId: live.id, revision: 0, draft: live.draft });
    show({ title: 'Draft discarded' });
    return undefined;
  };

  return (
    <>
      <PageHeader
        title={edited.rubric.name}
        meta={
          <>
            <Badge tone="accent">
              {changes.length > 0 ? `Draft of v${live.number + 1}` : `v${live.number}, live`}
            </Badge>
            <SaveNote state={save.state} changeCount={changes.length} liveNumber={live.number} />
            <OtherEditors names={others} />
          </>
        }
        withoutSearch
        actions={
          <EditorActions
            history={history}
            changeCount={changes.length}
            versionId={live.id}
            trying={tried !== null}
            onTry={(trying) => go({ tried: trying ? { kind: 'none' } : null })}
            onReview={review}
            onDiscard={discard}
          />
        }
      />
      <DraftBanner state={save.state} document={document} onRetry={save.flush} onSettle={save.settle} />
      <RubricSplit
        panel={
          tried ? (
            <TrialPanel
              live={live.document}
              draft={document}
              names={names}
              labels={labels}
              tried={tried}
              onTry={(lead) => go({ tried: lead })}
            />
          ) : (
            <EffectPanel
              state={effect}
              names={names}
              before={live.document}
              after={document}
              editing={thresholds}
            />
          )
        }
      >
        <RubricEditingProvider value={editing}>
          <DraftDocument
            thresholds={{
              onCut: thresholds.onCut,
              liveFitWeight: live.document.fitWeight,
              onFitWeight: (value) => edit({ kind: 'fitWeight', value }),
            }}
          />
        </RubricEditingProvider>
      </RubricSplit>
      <PublishDialog
        open={reviewing}
        onOpenChange={setReviewing}
        changes={changes}
        effect={effect}
        liveNumber={live.number}
        overtaken={draft !== null && draft.baseId !== live.id}
        onPublish={publish}
        onShadow={shadow}
      />
    </>
  );
}

function pointsById(rubric: Rubric): ReadonlyMap<string, number> {
  return new Map(listCriteria(rubric).map(({ id, points }) => [id, points]));
}
