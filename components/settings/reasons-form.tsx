'use client';

import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { useToast } from '@/components/ui/toast';
import { saveReasonsAction } from '@/lib/reasons/actions';
import { REASON_KINDS } from '@/lib/reasons/constants';
import type { Reasons } from '@/lib/reasons/schema';

type Kind = keyof Reasons;

const LABEL: Record<Kind, string> = { disqualified: 'Disqualified because', lost: 'Lost because' };

export interface ReasonsFormProps {
  reasons: Reasons;
  /** When they were saved, in milliseconds; null when they never were. */
  savedAt: number | null;
  mayEdit: boolean;
}

/** The reasons for which leads are disqualified and deals are lost, one a line. */
export function ReasonsForm({ reasons, savedAt, mayEdit }: ReasonsFormProps) {
  const [texts, setTexts] = useState<Record<Kind, string>>({
    disqualified: reasons.disqualified.join('\n'),
    lost: reasons.lost.join('\n'),
  });
  const [basedOn, setBasedOn] = useState(savedAt);
  const [faults, setFaults] = useState<Partial<Record<Kind | 'other', string>>>({});
  const [busy, startTransition] = useTransition();
  const show = useToast();
  const read = (kind: Kind) =>
    texts[kind]
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  const save = () =>
    startTransition(async () => {
      const asked = { disqualified: read('disqualified'), lost: read('lost') };
      const answer = await saveReasonsAction({ basedOn, reasons: asked });
      if (!answer.ok) {
        const issue = answer.issues[0];
        const kind = REASON_KINDS.find((one) => issue?.path.startsWith(`reasons.${one}`)) ?? 'other';
        return setFaults({ [kind]: issue?.message ?? answer.message });
      }
      setFaults({});
      setBasedOn(answer.value.savedAt);
      show({ title: 'Reasons saved', tone: 'good' });
    });
  return (
    <div className="flex flex-col gap-4 px-4 max-md:px-3">
      <div className="grid max-w-[960px] gap-x-6 gap-y-4 sm:grid-cols-2">
        {REASON_KINDS.map((kind) => (
          <Field
            key={kind}
            label={LABEL[kind]}
            hint="At most nine. Leads that were given up for a reason keep it"
            error={faults[kind]}
          >
            {(field) => (
              <Textarea
                {...field}
                rows={9}
                readOnly={!mayEdit}
                value={texts[kind]}
                onChange={(event) => setTexts({ ...texts, [kind]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      {faults.other ? (
        <p role="alert" className="text-bad">
          {faults.other}
        </p>
      ) : null}
      {mayEdit ? (
        <span>
          <Button busy={busy} onClick={save}>
            Save reasons
          </Button>
        </span>
      ) : null}
    </div>
  );
}
