'use client';

import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { formatCount } from '@/components/ui/format';
import { markAnswersSeenAction } from '@/lib/flags/actions';
import type { Flag } from '@/lib/flags/types';
import { listCriteria } from '@/lib/rubrics/list-criteria';
import { criterionKey, disqualifierKey } from '@/lib/rubrics/rubric-draft';
import type { Rubric } from '@/lib/scoring/types';
import { ItemFlags } from './item-flags';
import { useFlagDesk } from './flags-provider';
import { OUTCOME_WORDS } from './outcome-words';

const LINE_CLASS =
  'flex shrink-0 flex-wrap items-start gap-x-3 gap-y-1 border-b border-line px-4 py-2 max-md:px-3';

/** Above the rubric: the answers to the reader's flags, and for those who answer, what is flagged. */
export function FlagNotes({ rubric }: { rubric: Rubric }) {
  const desk = useFlagDesk();
  if (!desk) return null;
  const answered = desk.flags.filter(({ own, answer, seen }) => own && answer !== null && !seen);
  const waiting = desk.flags.filter(({ answer }) => answer === null);
  return (
    <>
      {answered.length > 0 ? <Answers flags={answered} /> : null}
      {desk.mayAnswer && waiting.length > 0 ? <Waiting flags={waiting} rubric={rubric} /> : null}
    </>
  );
}

function Answers({ flags }: { flags: readonly Flag[] }) {
  const [gone, setGone] = useState(false);
  if (gone) return null;
  return (
    <div role="status" className={`${LINE_CLASS} bg-accent-soft`}>
      <ul className="min-w-0 grow basis-64">
        {flags.map(({ id, label, answer }) => (
          <li key={id} className="break-words">
            <strong className="font-semibold">Your flag on “{label}” was answered.</strong>{' '}
            {answer ? <Badge>{OUTCOME_WORDS[answer.outcome]}</Badge> : null} {answer?.words}
            {answer?.by ? <span className="text-soft"> – {answer.by}</span> : null}
          </li>
        ))}
      </ul>
      <Button
        size="sm"
        onClick={() => {
          setGone(true);
          void markAnswersSeenAction();
        }}
      >
        Got it
      </Button>
    </div>
  );
}

/** One line: each flagged thing leads to its row; those that are gone from the rubric are answered here. */
function Waiting({ flags, rubric }: { flags: readonly Flag[]; rubric: Rubric }) {
  const present = new Set([
    ...listCriteria(rubric).map(({ id }) => criterionKey(id)),
    ...rubric.disqualifiers.map(({ id }) => disqualifierKey(id)),
  ]);
  const flagged = [...new Map(flags.map((flag) => [`${flag.kind} ${flag.itemId}`, flag]))];
  return (
    <div className={`${LINE_CLASS} items-center bg-sunk`}>
      <p className="font-semibold">{formatCount(flags.length, 'open flag')}</p>
      <ul className="flex min-w-0 flex-wrap gap-x-3 gap-y-1 text-soft">
        {flagged.map(([key, { kind, itemId, label }]) => (
          <li key={key} className="flex items-center">
            {present.has(key) ? (
              <a href={`#${kind}-${itemId}`} className="hover:text-text">
                {label}
              </a>
            ) : (
              <span>{label}, not in this rubric any more</span>
            )}
            <ItemFlags {...{ kind, itemId, label }} />
          </li>
        ))}
      </ul>
    </div>
  );
}
