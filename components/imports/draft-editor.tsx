'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { formatCount } from '@/components/ui/format';
import { Select } from '@/components/ui/select';
import {
  applyMappingAction,
  changeOptionsAction,
  discardImportAction,
  dryRunAction,
  previewScoresAction,
  startImportAction,
} from '@/lib/imports/actions';
import { IMPORT_KINDS } from '@/lib/imports/constants';
import { DELIMITERS, ENCODINGS } from '@/lib/imports/detect-format';
import type { Draft } from '@/lib/imports/loaders';
import type { Preview } from '@/lib/imports/preview-file';
import type { PreviewScore } from '@/lib/imports/mutations/preview-scores';
import type { DryRun, ImportOptions } from '@/lib/imports/schema';
import { ColumnTable } from './column-table';
import { DryRunCard } from './dry-run-card';
import { DELIMITER_WORDS, ENCODING_WORDS, KIND_WORDS } from './import-words';
import { PreviewTable } from './preview-table';
import { SourceField } from './source-field';

type Answer = { ok: true } | { ok: false; message: string };

export interface DraftEditorProps {
  id: string;
  draft: Draft;
  dryRun: DryRun | null;
}

/** A file that was uploaded and not started: how it would be read, and the way to change that. */
export function DraftEditor({ id, draft: { options, preview, fault }, dryRun }: DraftEditorProps) {
  const scores = usePreviewScores(id, options);
  const [said, setSaid] = useState('');
  const [busy, startTransition] = useTransition();
  const router = useRouter();
  const run = (work: () => Promise<Answer>, after: () => void = () => undefined) =>
    startTransition(async () => {
      const answer = await work();
      setSaid(answer.ok ? '' : answer.message);
      if (answer.ok) after();
    });
  const { mapping, source, format } = options;
  const changeAll = (next: Partial<ImportOptions>) =>
    run(() => changeOptionsAction({ id, mapping, source, format, ...next }));
  const change = (next: Partial<typeof mapping>) => changeAll({ mapping: { ...mapping, ...next } });
  const columns = preview?.columns ?? [];
  const used = columns.filter(({ field }) => field).length;
  const message = said || fault;
  return (
    <div className="flex flex-col gap-3">
      <Card>
        <CardHeader
          title="How the file is read"
          note={preview ? describeFormat(preview) : undefined}
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
                busy={busy}
                disabled={preview === null}
                onClick={() =>
                  run(
                    () => dryRunAction({ id }),
                    () => router.refresh(),
                  )
                }
              >
                Dry run
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
        <CardBody className="grid gap-3 md:grid-cols-2 xl:grid-cols-4">
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
                  if (kind) change({ kind, columns: {}, values: {}, constants: {}, styles: {} });
                }}
              />
            )}
          </Field>
          <SourceField
            source={source}
            vendor={preview?.vendor ?? null}
            disabled={busy}
            onChange={(name) => changeAll({ source: name })}
          />
          <FormatFields
            format={format}
            preview={preview}
            disabled={busy}
            onChange={(next) =>
              changeAll({ format: next, ...(next.sheet === format.sheet ? {} : RESET(mapping)) })
            }
          />
          <MappingFile disabled={busy} onText={(text) => run(() => applyMappingAction({ id, text }))} />
        </CardBody>
        {message ? (
          <p role="alert" className="border-t border-line px-3 py-2 whitespace-pre-line text-bad">
            {message}
          </p>
        ) : null}
      </Card>
      {dryRun ? <DryRunCard dryRun={dryRun} /> : null}
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
                onStyle={(header, style) =>
                  change({ styles: { ...mapping.styles, [header]: { ...mapping.styles[header], ...style } } })
                }
              />
            </CardBody>
          </Card>
          <Card>
            <CardHeader
              title="First rows as they would be stored"
              note={`types told from the first ${formatCount(preview.looked, 'row')}; the import looks at all`}
            />
            <CardBody flush>
              <PreviewTable columns={columns} rows={preview.rows} scores={scores} />
            </CardBody>
          </Card>
        </>
      ) : null}
    </div>
  );
}

/** What the first rows' leads would score, reckoned anew whenever the file is read in another way. */
function usePreviewScores(id: string, options: ImportOptions): readonly PreviewScore[] {
  const [scores, setScores] = useState<readonly PreviewScore[]>([]);
  const reading = JSON.stringify(options);
  useEffect(() => {
    let left = false;
    void previewScoresAction({ id })
      .then((result) => {
        if (!left) setScores(result.ok ? result.value : []);
      })
      // The preview does without.
      .catch(() => undefined);
    return () => {
      left = true;
    };
  }, [id, reading]);
  return scores;
}

/** Another sheet has other columns. */
const RESET = ({ kind, values, constants }: ImportOptions['mapping']) => ({
  mapping: { kind, values, constants, columns: {}, styles: {} },
});

function describeFormat({ text, workbook }: Preview): string {
  if (workbook) return `XLSX, sheet "${workbook.sheet}"`;
  return text ? `${ENCODING_WORDS[text.encoding]}, ${DELIMITER_WORDS[text.delimiter] ?? ''}` : '';
}

interface FormatFieldsProps {
  format: ImportOptions['format'];
  preview: Preview | null;
  disabled: boolean;
  onChange: (format: ImportOptions['format']) => void;
}

const FOUND_OUT = '';

/** How the file is written: found out, and changeable; of a workbook, which sheet. */
function FormatFields({ format, preview, disabled, onChange }: FormatFieldsProps) {
  if (preview?.workbook) {
    const { sheets, sheet } = preview.workbook;
    return (
      <Field label="Sheet">
        {(field) => (
          <Select
            {...field}
            options={sheets.map((name) => ({ value: name, label: name }))}
            value={sheet}
            disabled={disabled}
            onChange={({ target }) => onChange({ ...format, sheet: target.value })}
          />
        )}
      </Field>
    );
  }
  const found = (words: string | undefined) => ({
    value: FOUND_OUT,
    label: words ? `Found: ${words}` : 'Find out',
  });
  const { encoding, delimiter } = format;
  return (
    <div className="grid grid-cols-2 gap-2">
      <Field label="Encoding">
        {(field) => (
          <Select
            {...field}
            options={[
              found(encoding ? undefined : preview?.text ? ENCODING_WORDS[preview.text.encoding] : undefined),
              ...ENCODINGS.map((value) => ({ value, label: ENCODING_WORDS[value] })),
            ]}
            value={encoding ?? FOUND_OUT}
            disabled={disabled}
            onChange={({ target }) =>
              onChange({ ...format, encoding: ENCODINGS.find((value) => value === target.value) ?? null })
            }
          />
        )}
      </Field>
      <Field label="Delimiter">
        {(field) => (
          <Select
            {...field}
            options={[
              found(delimiter ? undefined : DELIMITER_WORDS[preview?.text?.delimiter ?? '']),
              ...DELIMITERS.map((value) => ({ value, label: DELIMITER_WORDS[value] ?? value })),
            ]}
            value={delimiter ?? FOUND_OUT}
            disabled={disabled}
            onChange={({ target }) =>
              onChange({ ...format, delimiter: DELIMITERS.find((value) => value === target.value) ?? null })
            }
          />
        )}
      </Field>
    </div>
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
