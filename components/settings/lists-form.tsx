'use client';

import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { formatCount } from '@/components/ui/format';
import { Textarea } from '@/components/ui/textarea';
import { useToast } from '@/components/ui/toast';
import { saveListsAction } from '@/lib/settings/actions';
import type { OwnLists } from '@/lib/settings/schema';

type ListName = keyof OwnLists;

const LISTS: readonly { name: ListName; label: string; hint: string; noun: string }[] = [
  {
    name: 'personalDomains',
    label: 'Personal e-mail',
    hint: 'Whoever writes from one uses a private address',
    noun: 'domain',
  },
  {
    name: 'disposableDomains',
    label: 'Throw-away e-mail',
    hint: 'Services whose addresses last for minutes',
    noun: 'domain',
  },
  {
    name: 'businessDomains',
    label: 'Business after all',
    hint: 'Neither personal nor throw-away, whatever the packaged lists say',
    noun: 'domain',
  },
  {
    name: 'roleNames',
    label: 'Shared mailboxes',
    hint: 'What stands before the @, such as info: a team, not a person',
    noun: 'name',
  },
];

export interface ListsFormProps {
  lists: OwnLists;
  /** When they were saved, in milliseconds; null when they never were. */
  savedAt: number | null;
  /** Leads that a change rescores. */
  leadCount: number;
  packaged: Partial<Record<ListName, number>>;
  mayEdit: boolean;
}

/** The installation's own entries, one a line; saving rescores everyone, so it asks first. */
export function ListsForm({ lists, savedAt, leadCount, packaged, mayEdit }: ListsFormProps) {
  const [texts, setTexts] = useState(() => toTexts(lists));
  const [basedOn, setBasedOn] = useState(savedAt);
  const [faults, setFaults] = useState<Partial<Record<ListName | 'other', string>>>({});
  const [asking, setAsking] = useState(false);
  const [pending, startTransition] = useTransition();
  const show = useToast();
  const save = async () => {
    const answer = await saveListsAction({ basedOn, lists: toLists(texts) });
    if (!answer.ok) {
      const issue = answer.issues[0];
      const name = LISTS.find((list) => issue?.path.startsWith(`lists.${list.name}`))?.name ?? 'other';
      setFaults({ [name]: issue?.message ?? answer.message });
      return;
    }
    setFaults({});
    setBasedOn(answer.value.savedAt);
    const { rescored } = answer.value;
    show(
      rescored > 0
        ? {
            title: 'Lists saved',
            description: `${formatCount(rescored, 'lead')} are being rescored.`,
            tone: 'good',
          }
        : { title: 'Nothing changed' },
    );
  };
  return (
    <div className="flex flex-col gap-4 px-4 max-md:px-3">
      <div className="grid max-w-[960px] gap-x-6 gap-y-4 sm:grid-cols-2">
        {LISTS.map(({ name, label, hint, noun }) => {
          const count = packaged[name];
          return (
            <Field
              key={name}
              label={label}
              note={count === undefined ? undefined : `on top of ${formatCount(count, `packaged ${noun}`)}`}
              hint={hint}
              error={faults[name]}
            >
              {(field) => (
                <Textarea
                  {...field}
                  rows={7}
                  spellCheck={false}
                  readOnly={!mayEdit}
                  className="font-mono text-xs"
                  value={texts[name]}
                  onChange={(event) => setTexts({ ...texts, [name]: event.target.value })}
                />
              )}
            </Field>
          );
        })}
      </div>
      {faults.other ? (
        <p role="alert" className="text-bad">
          {faults.other}
        </p>
      ) : null}
      {mayEdit ? (
        <span>
          <Button variant="primary" busy={pending} onClick={() => setAsking(true)}>
            Save
          </Button>
        </span>
      ) : null}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Save the lists?"
        confirmLabel={`Save and rescore ${formatCount(leadCount, 'lead')}`}
        tone="primary"
        onConfirm={() => startTransition(save)}
      >
        Criteria that ask about the kind of e-mail are answered anew for every lead, by the worker.
      </ConfirmDialog>
    </div>
  );
}

function toTexts(lists: OwnLists): Record<ListName, string> {
  return {
    personalDomains: lists.personalDomains.join('\n'),
    disposableDomains: lists.disposableDomains.join('\n'),
    businessDomains: lists.businessDomains.join('\n'),
    roleNames: lists.roleNames.join('\n'),
  };
}

function toLists(texts: Record<ListName, string>): OwnLists {
  const read = (name: ListName) => texts[name].split(/[\s,;]+/u).filter(Boolean);
  return {
    personalDomains: read('personalDomains'),
    disposableDomains: read('disposableDomains'),
    businessDomains: read('businessDomains'),
    roleNames: read('roleNames'),
  };
}
