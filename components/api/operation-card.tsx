import { clsx } from 'clsx';
import { CodeBlock } from '@/components/ui/code-block';
import { InlineCode } from '@/components/ui/inline-code';
import { Table, Td, Th } from '@/components/ui/table';
import type { FieldRow, OperationView } from '@/lib/api/describe-operations';

const METHOD_COLOUR: Partial<Record<string, string>> = {
  GET: 'text-good',
  POST: 'text-accent',
  PATCH: 'text-tier-b',
  DELETE: 'text-bad',
};

/** An operation: closed, its address and what it does; open, what it takes and answers, with an example. */
export function OperationCard({ operation }: { operation: OperationView }) {
  const { id, method, path, summary, description, scope, fields, curl, statuses, answer } = operation;
  return (
    <details id={id} className="group border-b border-line last:border-b-0">
      <summary className="flex min-h-9 cursor-pointer flex-wrap items-baseline gap-x-2.5 px-4 py-1.5 hover:bg-text/3 max-md:px-3">
        <span className={clsx('w-14 shrink-0 font-mono text-xs font-semibold', METHOD_COLOUR[method])}>
          {method}
        </span>
        <code className="min-w-0 font-mono text-xs break-all">{path}</code>
        <span className="min-w-0 text-xs text-soft">{summary}</span>
      </summary>
      <div className="flex flex-col gap-4 px-4 pt-1 pb-5 max-md:px-3 md:pl-20">
        <p className="max-w-[72ch] text-soft">
          {description ? <InlineCode text={`${description} `} /> : null}
          {scope ? <InlineCode text={`Needs the scope \`${scope}\`.`} /> : null}
        </p>
        <div className="grid gap-4 xl:grid-cols-2">
          <CodeBlock label={`Example: ${summary}`} code={curl} />
          {answer ? <CodeBlock label={`Its answer: ${summary}`} code={answer} /> : null}
        </div>
        {fields.length > 0 ? <FieldTable fields={fields} summary={summary} /> : null}
        <ul className="flex flex-col gap-0.5 text-xs text-soft">
          {statuses.map((one) => (
            <li key={one.status}>
              <code className="mr-2 font-mono text-text">{one.status}</code>
              {one.description}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

function FieldTable({ fields, summary }: { fields: readonly FieldRow[]; summary: string }) {
  return (
    <Table caption={`What it takes: ${summary}`} fixed>
      <thead>
        <tr>
          <Th edge="start" className="w-1/2 md:w-[30%]">
            Name
          </Th>
          <Th hideOnPhone className="w-[10%]">
            In
          </Th>
          <Th className="w-[22%]">Type</Th>
          <Th hideOnPhone edge="end">
            Meaning
          </Th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, place, type, required, description }) => (
          <tr key={`${place} ${name}`} className="border-b border-line align-baseline last:border-b-0">
            <Td edge="start" className="h-7! py-1 whitespace-normal">
              <code className="font-mono text-xs break-all">{name}</code>
              {required ? <span className="ml-1.5 text-2xs text-soft">needed</span> : null}
            </Td>
            <Td hideOnPhone className="h-7! py-1 text-xs text-soft">
              {place}
            </Td>
            <Td className="h-7! py-1 text-xs whitespace-normal text-soft">{type}</Td>
            <Td hideOnPhone edge="end" className="h-7! py-1 text-xs whitespace-normal text-soft">
              {description ? <InlineCode text={description} /> : null}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
