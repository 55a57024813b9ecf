import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { formatCount } from '@/components/ui/format';
import { formatSpan } from '@/components/ui/format-time';
import type { ImportEntry } from '@/lib/imports/data';
import type { Draft } from '@/lib/imports/loaders';
import type { DryRun } from '@/lib/imports/schema';
import type { Rejection } from '@/lib/imports/types';
import type { Undone } from '@/lib/imports/undo-schema';
import { DraftEditor } from './draft-editor';
import { ImportCounts } from './import-counts';
import { ImportProgress } from './import-progress';
import { isUnderWay, STAGE_WORDS } from './import-words';
import { RejectionCard } from './rejection-card';
import { UndoButton, UndoneList } from './undo-button';

export interface ImportViewProps {
  entry: ImportEntry;
  rejections: readonly Rejection[];
  draft: Draft | null;
  dryRun: DryRun | null;
  undone: Undone | null;
  mayImport: boolean;
}

/** One import: the draft to be started, the progress while it runs, and what became of it. */
export function ImportView({ entry, rejections, draft, dryRun, undone, mayImport }: ImportViewProps) {
  if (draft) {
    return mayImport ? (
      <DraftEditor id={entry.id} draft={draft} dryRun={dryRun} />
    ) : (
      <p className="text-soft">This file was uploaded and not started yet. Ops or an admin can start it.</p>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <Card>
        <CardHeader
          title={STAGE_WORDS[entry.stage].word}
          note={describeRun(entry)}
          actions={
            mayImport && entry.undoable ? <UndoButton id={entry.id} fileName={entry.fileName} /> : undefined
          }
        />
        {isUnderWay(entry.stage) ? (
          <CardBody>
            <ImportProgress entry={entry} />
          </CardBody>
        ) : (
          <CardBody flush>
            <ImportCounts entry={entry} />
          </CardBody>
        )}
        {undone ? (
          <div className="border-t border-line px-3 py-2">
            <UndoneList undone={undone} past={entry.stage === 'undone'} />
          </div>
        ) : null}
        {entry.error ? (
          <p role="alert" className="border-t border-line px-3 py-2 text-bad">
            {entry.error} Rows that were stored before stay; importing the mended file again doubles nothing.
          </p>
        ) : null}
      </Card>
      {rejections.length > 0 ? (
        <RejectionCard importId={entry.id} rejections={rejections} total={entry.rejected} />
      ) : null}
    </div>
  );
}

function describeRun({ rowsRead, startedAt, finishedAt }: ImportEntry): string {
  const rows = formatCount(rowsRead, 'row');
  if (!startedAt || !finishedAt) return '';
  const length = finishedAt.getTime() - startedAt.getTime();
  return length < 60_000
    ? `${rows} in ${Math.max(1, Math.round(length / 1000))} s`
    : `${rows} in ${formatSpan(length)}`;
}
