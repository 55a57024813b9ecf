'use client';

import { useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { InstantTime } from '@/components/ui/relative-time';
import { useToast } from '@/components/ui/toast';
import { choosePredictionAction } from '@/lib/learning/actions';

export interface PredictionCardProps {
  /** The run that is looked at; null when it has no rubric to foretell by. */
  runId: string | null;
  /** The run whose rubric gives the predictive score; null while none does. */
  predicting: { runId: string; learnedAt: number } | null;
  mayChoose: boolean;
}

/** Whether leads show what was learned as a second score, and the switch for it. */
export function PredictionCard({ runId, predicting, mayChoose }: PredictionCardProps) {
  const show = useToast();
  const [busy, startTransition] = useTransition();
  const choose = (chosen: string | null) =>
    startTransition(async () => {
      const answer = await choosePredictionAction({ runId: chosen });
      if (!answer.ok) show({ title: answer.message, tone: 'bad' });
    });
  const isOther = runId !== null && predicting?.runId !== runId;
  return (
    <Card>
      <CardHeader
        title="Predictive score"
        note="beside the score by the rules"
        actions={
          mayChoose ? (
            <>
              {predicting ? (
                <Button busy={busy} onClick={() => choose(null)}>
                  Stop showing it
                </Button>
              ) : null}
              {isOther ? (
                <Button busy={busy} onClick={() => choose(runId)}>
                  {predicting ? 'Show this one instead' : 'Show it on leads'}
                </Button>
              ) : null}
            </>
          ) : undefined
        }
      />
      <CardBody>
        {predicting ? (
          <p>
            Leads show what was learned {isOther ? 'earlier, ' : null}on{' '}
            <InstantTime at={predicting.learnedAt} />, as a second score with its own reasons. Tiers, queue
            and routing go by the rules alone.
          </p>
        ) : (
          <p>
            What was learned can be shown on every lead as a second score, with its own reasons and how often
            leads that scored alike were won. Tiers, queue and routing stay with the rules.
          </p>
        )}
      </CardBody>
    </Card>
  );
}
