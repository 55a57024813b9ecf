'use client';

import { useEffect, useState } from 'react';
import type { Rubric } from '@/lib/scoring/types';
import { runTrialAction } from '@/lib/trials/actions';
import type { TrialSubject } from '@/lib/trials/schema';
import type { Trial } from '@/lib/trials/types';

/** How long edits must rest before the lead is scored anew, in milliseconds. */
const REST = 250;

export interface TrialState {
  /** The last answer; it stays while the next is on its way. */
  trial: Trial | null;
  fault: string;
  pending: boolean;
}

interface Answer {
  request: string;
  /** Whom it is about. */
  who: string;
  trial: Trial | null;
  fault: string;
}

/** Scores a lead by the draft and the live version, anew whenever either changes; nothing while no lead is chosen. */
export function useTrial(document: Rubric, subject: TrialSubject | null): TrialState {
  const [answer, setAnswer] = useState<Answer>({ request: '', who: '', trial: null, fault: '' });
  const request = subject ? JSON.stringify({ document, subject }) : '';
  const who = subject && 'leadId' in subject ? subject.leadId : '';
  useEffect(() => {
    if (request === '') return undefined;
    let stale = false;
    const ask = async () => {
      const answered = await runTrialAction(JSON.parse(request));
      if (stale) return;
      setAnswer((before) =>
        answered.ok
          ? { request, who, trial: answered.value, fault: '' }
          : { request, who, trial: before.trial, fault: answered.message },
      );
    };
    const timer = setTimeout(() => void ask(), REST);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [request, who]);
  if (request !== '' && answer.who !== who) return { trial: null, fault: '', pending: true };
  if (request === '') return { trial: null, fault: '', pending: false };
  return { trial: answer.trial, fault: answer.fault, pending: answer.request !== request };
}
