'use client';

import Link from 'next/link';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { RelativeTime } from '@/components/ui/relative-time';
import { Textarea } from '@/components/ui/textarea';
import type { Flag } from '@/lib/flags/types';
import { OUTCOME_WORDS } from './outcome-words';
import type { FlagDesk } from './flags-provider';
import { useRequest } from './use-request';

export interface FlagItemProps {
  flag: Flag;
  desk: FlagDesk;
}

/** One flag: what is said to be wrong, by whom, and its answer or the place to give it. */
export function FlagItem({ flag, desk }: FlagItemProps) {
  const { answer, own } = flag;
  const { busy, fault, run } = useRequest();
  return (
    <li className="flex flex-col gap-1.5 border-t border-line py-2.5 first:border-t-0 first:pt-0">
      <p className="break-words whitespace-pre-line">{flag.reason}</p>
      <p className="flex flex-wrap items-center gap-x-1.5 text-xs text-soft">
        <span>
          {own ? 'You' : (flag.by ?? 'Someone who left')}, <RelativeTime at={flag.at} />, v{flag.rubricNumber}
        </span>
        {flag.lead ? (
          <Link href={`/leads/${flag.lead.id}`} className="text-accent">
            on {flag.lead.name}
          </Link>
        ) : null}
        {own && !answer ? (
          <Button
            size="sm"
            variant="quiet"
            busy={busy}
            onClick={() => void run(() => desk.withdraw(flag.id))}
          >
            Withdraw
          </Button>
        ) : null}
      </p>
      {fault ? (
        <p role="alert" className="text-xs text-bad">
          {fault}
        </p>
      ) : null}
      {answer ? <Answer answer={answer} /> : desk.mayAnswer ? <AnswerForm flag={flag} desk={desk} /> : null}
    </li>
  );
}

function Answer({ answer }: { answer: NonNullable<Flag['answer']> }) {
  return (
    <div className="rounded border border-line bg-sunk px-2.5 py-2">
      <p className="break-words whitespace-pre-line">
        <Badge tone={answer.outcome === 'changed' ? 'good' : 'neutral'}>
          {OUTCOME_WORDS[answer.outcome]}
        </Badge>{' '}
        {answer.words}
      </p>
      <p className="mt-0.5 text-xs text-soft">
        {answer.by ?? 'Someone who left'}, <RelativeTime at={answer.at} />
      </p>
    </div>
  );
}

function AnswerForm({ flag, desk }: FlagItemProps) {
  const [words, setWords] = useState('');
  const { busy, fault, run } = useRequest();
  const send = (outcome: 'changed' | 'kept') => void run(() => desk.answer(flag.id, outcome, words));
  return (
    <div className="flex flex-col gap-2 rounded border border-line bg-sunk px-2.5 py-2">
      <Field
        label={`Your answer${flag.by && !flag.own ? ` to ${flag.by}` : ''}`}
        error={fault}
        hint="Change the criterion first, if they are right."
      >
        {(field) => (
          <Textarea
            {...field}
            rows={2}
            maxLength={1_000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <Button busy={busy} onClick={() => send('kept')}>
          It stays as it is
        </Button>
        <Button variant="primary" busy={busy} onClick={() => send('changed')}>
          I changed it
        </Button>
      </div>
    </div>
  );
}
