'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { FileDrop } from '@/components/ui/file-drop';

const answerSchema = z.object({ id: z.uuid() });
const problemSchema = z.object({ detail: z.string() });

async function upload(file: File): Promise<{ id: string } | { fault: string }> {
  const answer = await fetch(`/api/imports?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    body: file,
  });
  const body: unknown = await answer.json().catch(() => null);
  if (answer.ok) return answerSchema.parse(body);
  return { fault: problemSchema.safeParse(body).data?.detail ?? 'The file could not be sent. Try again.' };
}

/** Takes CSV and XLSX files; each is looked at before anything is stored. */
export function UploadCard() {
  const [sending, setSending] = useState('');
  const [faults, setFaults] = useState<readonly string[]>([]);
  const router = useRouter();
  const send = async (files: readonly File[]) => {
    const [ids, refused]: [string[], string[]] = [[], []];
    for (const file of files) {
      setSending(file.name);
      const answer = await upload(file).catch(() => ({ fault: 'The connection broke. Try again.' }));
      if ('id' in answer) ids.push(answer.id);
      else refused.push(`${file.name}: ${answer.fault}`);
    }
    setSending('');
    setFaults(refused);
    const [only] = ids;
    if (only && ids.length === 1 && refused.length === 0) router.push(`/imports/${only}`);
    else router.refresh();
  };
  return (
    <Card>
      <CardHeader title="Import files" note="companies first, then leads, then events and deals" />
      <CardBody>
        <FileDrop
          label={sending ? `Sending ${sending} …` : 'Drop CSV or XLSX files, several at once, or choose them'}
          hint="Exports of HubSpot, Salesforce, Pipedrive or Marketo as they are, or any other table: columns are recognised by their names. Nothing is stored before you start it."
          accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain,text/tab-separated-values,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          multiple
          disabled={sending !== ''}
          onFiles={(files) => void send(files)}
        />
        {faults.length > 0 ? (
          <ul role="alert" className="mt-2 flex flex-col gap-1 text-bad">
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        ) : null}
      </CardBody>
    </Card>
  );
}
