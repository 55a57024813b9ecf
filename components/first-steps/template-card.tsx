'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ChangeList } from '@/components/rubric/change-list';
import { SignedPoints } from '@/components/scores/signed-points';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardFooter, CardHeader } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { formatCount } from '@/components/ui/format';
import { useToast } from '@/components/ui/toast';
import { chooseTemplateAction } from '@/lib/first-steps/actions';
import type { TemplatesView } from '@/lib/first-steps/loaders';
import type { RubricChange } from '@/lib/rubrics/list-changes';
import { listCriteria } from '@/lib/rubrics/list-criteria';
import type { Criterion } from '@/lib/scoring/types';

const SHOWN = 4;

export interface TemplateCardProps {
  template: TemplatesView['templates'][number];
  draftRevision: number;
  /** What the present draft changes, which would be lost. */
  lost: readonly RubricChange[];
  liveNumber: number;
}

/** One template: for whom it is, what weighs most in it, and the choice with what it would leave behind. */
export function TemplateCard({ template, draftRevision, lost, liveNumber }: TemplateCardProps) {
  const [asking, setAsking] = useState(false);
  const [fault, setFault] = useState('');
  const router = useRouter();
  const show = useToast();
  const { id, name, audience, about, rubric, differences } = template;
  const isLive = differences === 0;
  const criteria = listCriteria(rubric);
  const choose = async () => {
    const answer = await chooseTemplateAction({ templateId: id, draftRevision });
    setFault(answer.ok ? '' : answer.message);
    if (!answer.ok) return false;
    if (answer.value.drafted) router.push('/rubric');
    else {
      show({ title: `${name} stays live as it is`, tone: 'good' });
      router.push('/first-steps');
    }
    return true;
  };
  return (
    <Card aria-label={name} className="h-full">
      <CardHeader title={name} note={isLive ? `live as v${liveNumber}` : audience} />
      <CardBody className="flex flex-col gap-2">
        <p className="text-soft">{about}</p>
        <Weights criteria={criteria} />
      </CardBody>
      <CardFooter className="items-center">
        <span>
          {criteria.length === 0 ? 'No criteria' : formatCount(criteria.length, 'criterion', 'criteria')}
        </span>
        <Button className="ml-auto" onClick={() => setAsking(true)}>
          {isLive && draftRevision === 0 ? 'Keep it as it is' : 'Start from it'}
        </Button>
      </CardFooter>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={isLive && draftRevision === 0 ? `Keep “${name}” as it is?` : `Start a draft from “${name}”?`}
        confirmLabel={
          isLive && draftRevision === 0
            ? 'Keep it'
            : lost.length > 0
              ? 'Replace the draft'
              : 'Start the draft'
        }
        tone={lost.length > 0 ? 'danger' : 'primary'}
        onConfirm={choose}
      >
        <Losses template={template} lost={lost} liveNumber={liveNumber} />
        {fault ? (
          <p role="alert" className="mt-2 text-bad">
            {fault}
          </p>
        ) : null}
      </ConfirmDialog>
    </Card>
  );
}

/** What weighs most, for and against. */
function Weights({ criteria }: { criteria: readonly Criterion[] }) {
  const ranked = [...criteria].sort((a, b) => b.points - a.points);
  const shown = [...ranked.slice(0, SHOWN), ...ranked.filter(({ points }) => points < 0).slice(-2)];
  return (
    <ul className="text-xs">
      {shown.map(({ id, label, points }) => (
        <li key={id} className="flex gap-3 border-t border-line py-1 first:border-t-0">
          <span className="min-w-0 grow">{label}</span>
          <SignedPoints points={points} />
        </li>
      ))}
    </ul>
  );
}

function Losses({ template, lost, liveNumber }: Pick<TemplateCardProps, 'template' | 'lost' | 'liveNumber'>) {
  const { differences, missing } = template;
  if (differences === 0 && lost.length === 0)
    return <p>It scores your leads already. You can change it at any time.</p>;
  return (
    <div className="flex flex-col gap-2">
      <p>
        Nothing is published yet: v{liveNumber} stays live, and you see what the draft does to every lead.
        {missing.length > 0 ? ` Of v${liveNumber} it leaves out: ${missing.slice(0, 8).join(', ')}` : ''}
        {missing.length > 8 ? ` and ${missing.length - 8} more` : ''}
        {missing.length > 0 ? '. ' : ' '}
        Competitors that you have named are kept.
      </p>
      {lost.length > 0 ? (
        <>
          <p className="font-medium text-bad">
            The present draft is replaced, with {formatCount(lost.length, 'change')}:
          </p>
          <div className="max-h-48 overflow-y-auto">
            <ChangeList changes={lost} />
          </div>
        </>
      ) : null}
    </div>
  );
}
