'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { formatCount } from '@/components/ui/format';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import {
  applyMappingAction,
  changeOptionsAction,
  discardImportAction,
  startImportAction,
} from '@/lib/imports/actions';
import { IMPORT_KINDS } from '@/lib/imports/constants';
import type { Draft } from '@/lib/imports/loaders';
import { ColumnTable } from './column-table';
import { DELIMITER_WORDS, KIND_WORDS } from './import-words';
import { PreviewTable } from './preview-table';

type Answer = { ok: true } | { ok: false; message: string };

export interface DraftEditorProps {
  id: string;
  draft: Draft;
}

/** A file that was uploaded and not started: how it would be read, and the way to change that. */
export function DraftEditor({ id, draft: { options, preview, fault } }: DraftEditorProps) {
  const [said, setSaid] = useState('');
  const [busy, startTransition] = useTransition();
  const router = useRouter();
  const run = (work: () => Promise<Answer>, after: () => void = () => undefined) =>
    startTransition(async () => {
      const answer = await work();
      setSaid(answer.ok ? '' : answer.message);
      if (answer.ok) after();
    });
  const { mapping, source } = options;
  const change = (next: Partial<typeof mapping>) =>
    run(() => changeOptionsAction({ id, mapping: { ...mapping, ...next }, source }));
  const columns = preview?.columns ?? [];
  const used = columns.filter(({ field }) => field).length;
  const message = said || fault;
  return (
    <div className="flex flex-col gap-3">
      <Card>
        <CardHeader
          title="How the file is read"
          note={
            preview
              ? `${preview.encoding.toUpperCase()}, ${DELIMITER_WORDS[preview.delimiter] ?? ''}`
              : undefined
          }
          actions={
            <>
              <Button
                variant="quiet"
                busy={busy}
                onClick={() =>
                  run(
                    () => discardImportAction({ id }),
                    () => router.push('/imports'),
                  )
                }
              >
                Discard
              </Button>
              <Button
                variant="primary"
                busy={busy}
                disabled={preview === null}
                onClick={() =>
                  run(
                    () => startImportAction({ id }),
                    () => router.refresh(),
                  )
                }
              >
                Start the import
              </Button>
            </>
          }
        />
        <CardBody className="grid gap-3 md:grid-cols-3">
          <Field
            label="Rows are"
            hint={preview?.recognised ? 'Recognised from the header.' : 'The header does not say: choose.'}
          >
            {(field) => (
              <Select
                {...field}
                options={IMPORT_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind] }))}
                value={mapping.kind}
                disabled={busy}
                onChange={({ target }) => {
                  const kind = IMPORT_KINDS.find((candidate) => candidate === target.value);
                  if (kind) change({ kind, columns: {}, values: {}, constants: {} });
                }}
              />
            )}
          </Field>
          <SourceField
            source={source}
            disabled={busy}
            onChange={(name) => run(() => changeOptionsAction({ id, mapping, source: name }))}
          />
          <MappingFile disabled={busy} onText={(text) => run(() => applyMappingAction({ id, text }))} />
        </CardBody>
        {message ? (
          <p role="alert" className="border-t border-line px-3 py-2 whitespace-pre-line text-bad">
            {message}
          </p>
        ) : null}
      </Card>
      {preview ? (
        <>
          <Card>
            <CardHeader title="Columns" note={`${used} of ${formatCount(columns.length, 'column')} used`} />
            <CardBody flush>
              <ColumnTable
                kind={mapping.kind}
                columns={columns}
                busy={busy}
                onChoose={(header, path) => change({ columns: { ...mapping.columns, [header]: path } })}
              />
            </CardBody>
          </Card>
          <Card>
            <CardHeader
              title="First rows as they would be stored"
              note={`types told from the first ${formatCount(preview.looked, 'row')}; the import looks at all`}
            />
            <CardBody flush>
              <PreviewTable columns={columns} rows={preview.rows} />
            </CardBody>
          </Card>
        </>
      ) : null}
    </div>
  );
}

interface SourceFieldProps {
  source: string | null;
  disabled: boolean;
  onChange: (source: string | null) => void;
}

function SourceField({ source, disabled, onChange }: SourceFieldProps) {
  return (
    <Field label="Source" note="optional" hint="The system the external ids come from, such as hubspot.">
      {(field) => (
        <Input
          {...field}
          defaultValue={source ?? ''}
          maxLength={200}
          readOnly={disabled}
          onBlur={({ target }) => {
            const name = target.value.trim() || null;
            if (name !== source) onChange(name);
          }}
        />
      )}
    </Field>
  );
}

function MappingFile({ disabled, onText }: { disabled: boolean; onText: (text: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <Field label="Mapping file" note="optional" hint="Columns, values and constants as JSON, made before.">
      {(field) => (
        <>
          <Button disabled={disabled} onClick={() => input.current?.click()} className="self-start">
            Choose a mapping file
          </Button>
          <input
            {...field}
            ref={input}
            type="file"
            accept=".json,application/json"
            className="sr-only"
            tabIndex={-1}
            onChange={({ target }) => {
              void target.files?.[0]?.text().then(onText);
              target.value = '';
            }}
          />
        </>
      )}
    </Field>
  );
}
