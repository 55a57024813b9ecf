'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { formatCount } from '@/components/ui/format';
import { useToast } from '@/components/ui/toast';
import { startImportsAction } from '@/lib/imports/actions';
import type { ImportEntry } from '@/lib/imports/data';
import { KIND_WORDS } from './import-words';

/** Files that were dropped and not started, in the order in which they will be imported; each can be looked into first. */
export function DraftsCard({ drafts }: { drafts: readonly ImportEntry[] }) {
  const show = useToast();
  const router = useRouter();
  const [busy, startTransition] = useTransition();
  const start = () =>
    startTransition(async () => {
      const result = await startImportsAction({ ids: drafts.map(({ id }) => id) });
      if (result.ok) router.refresh();
      else show({ title: result.message, tone: 'bad' });
    });
  return (
    <Card>
      <CardHeader
        title="Ready to be imported"
        note="companies first, then leads, events and deals"
        actions={
          <Button variant="primary" busy={busy} onClick={start}>
            {drafts.length === 1 ? 'Start the import' : `Start all ${drafts.length} in this order`}
          </Button>
        }
      />
      <CardBody flush>
        <ol aria-label={formatCount(drafts.length, 'file')}>
          {drafts.map(({ id, fileName, kind }, index) => (
            <li
              key={id}
              className="flex min-h-row items-center gap-3 border-b border-line px-4 py-1.5 last:border-b-0 max-md:px-3"
            >
              <span className="w-4 text-right text-faint">{index + 1}</span>
              <Link href={`/imports/${id}`} className="min-w-0 grow truncate font-strong hover:underline">
                {fileName}
              </Link>
              <span className="text-soft">{KIND_WORDS[kind]}</span>
            </li>
          ))}
        </ol>
      </CardBody>
    </Card>
  );
}
