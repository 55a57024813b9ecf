'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FileDrop } from '@/components/ui/file-drop';
import { formatCount } from '@/components/ui/format';
import { InlineCode } from '@/components/ui/inline-code';
import { saveDraftAction } from '@/lib/rubrics/actions';
import { listChanges } from '@/lib/rubrics/list-changes';
import { readRubricFile, type RubricFile } from '@/lib/rubrics/read-rubric-file';
import type { Rubric } from '@/lib/scoring/types';

export interface ImportRubricProps {
  live: Rubric;
  /** The draft that would be replaced; 0 when there is none. */
  draftRevision: number;
}

/** Takes a rubric from a file as the draft, or says where in the file the fault is. */
export function ImportRubric({ live, draftRevision }: ImportRubricProps) {
  const [open, setOpen] = useState(false);
  const [file, setFile] = useState<RubricFile>();
  const [fault, setFault] = useState('');
  const [pending, startTransition] = useTransition();
  const router = useRouter();
  const read = async ([first]: readonly File[]) => {
    setFault('');
    setFile(first ? readRubricFile(await first.text()) : undefined);
  };
  const take = (document: Rubric) =>
    startTransition(async () => {
      const answer = await saveDraftAction({ document, revision: draftRevision });
      if (answer.ok) router.push('/rubric');
      else setFault(answer.message);
    });
  const rubric = file?.ok ? file.rubric : undefined;
  return (
    <>
      <Button onClick={() => setOpen(true)}>Import</Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        width="md"
        title="Import a rubric"
        description="A file of the format leadgrid.rubric/1, as the downloads are. It becomes the draft: nothing is published yet."
        footer={
          <>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button
              variant="primary"
              busy={pending}
              disabled={!rubric}
              onClick={() => {
                if (rubric) take(rubric);
              }}
            >
              {draftRevision > 0 ? 'Replace the draft' : 'Take as draft'}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-3">
          <FileDrop
            label="Drop a JSON file, or choose one"
            accept=".json,application/json"
            onFiles={(files) => void read(files)}
          />
          {file ? <FileNote file={file} live={live} replaces={draftRevision > 0} /> : null}
          {fault ? (
            <p role="alert" className="text-bad">
              {fault}
            </p>
          ) : null}
        </div>
      </Dialog>
    </>
  );
}

function FileNote({ file, live, replaces }: { file: RubricFile; live: Rubric; replaces: boolean }) {
  if (file.ok) {
    const changes = listChanges(live, file.rubric).length;
    return (
      <p role="status">
        <strong className="font-semibold">{file.rubric.name}</strong>: {formatCount(changes, 'difference')}{' '}
        from the live version.
        {replaces ? ' The present draft is lost.' : ''}
      </p>
    );
  }
  return (
    <div role="alert" className="flex flex-col gap-1">
      <p className="text-bad">{formatCount(file.issues.length, 'fault')}; nothing was taken.</p>
      <ul className="max-h-60 overflow-y-auto">
        {file.issues.map(({ path, message }) => (
          <li key={`${path} ${message}`} className="border-t border-line py-1 first:border-t-0">
            {path === '' ? null : <InlineCode text={`\`${path}\``} />} {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
