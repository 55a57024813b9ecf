'use client';

import { useState } from 'react';
import { QUADRANT_WORDS } from '@/components/scores/quadrant-label';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { QUADRANTS } from '@/lib/leads/constants';
import { EVENT_TYPES, type EventType } from '@/lib/outbox/constants';
import { saveEndpointAction } from '@/lib/webhooks/actions';
import { EVENT_HINTS, EVENT_LABELS } from '@/lib/webhooks/constants';
import type { EndpointChoices, EndpointView } from '@/lib/webhooks/loaders';
import { toSegment, toSegmentRows } from '@/lib/segments/segment-rows';
import type { SavedEndpoint } from '@/lib/webhooks/mutations/endpoints';
import { ChoiceBoxes } from './choice-boxes';
import { TIER_WORDS } from './endpoint-words';
import { SegmentEditor } from '@/components/segments/segment-editor';

export type EndpointKind = EndpointView['kind'];

export interface EndpointFormProps {
  kind: EndpointKind;
  /** The endpoint that is changed; none when one is made. */
  endpoint?: EndpointView | undefined;
  choices: EndpointChoices;
  onSaved: (saved: SavedEndpoint) => void;
}

const ADDRESS_HINT: Record<'webhook' | 'slack', string> = {
  webhook: 'Each event is posted here as JSON, signed as Standard Webhooks says',
  slack: 'The address that Slack, Mattermost or Google Chat give for an incoming webhook',
};

function startFrom({ kind, endpoint }: EndpointFormProps) {
  return {
    name: endpoint?.name ?? '',
    url: kind === 'webhook' ? (endpoint?.address ?? '') : '',
    eventTypes: EVENT_TYPES.filter((type) => endpoint?.eventTypes.includes(type)),
    recipientIds: endpoint?.recipientIds ?? [],
    tiers: endpoint?.filters.tiers ?? [],
    quadrants: endpoint?.filters.quadrants ?? [],
    rows: toSegmentRows(endpoint?.filters.segment ?? null),
    includeBulk: endpoint?.includeBulk ?? false,
  };
}

type Edited = ReturnType<typeof startFrom>;

function toInput({ kind, endpoint, choices }: EndpointFormProps, edited: Edited) {
  const { name, url, eventTypes, recipientIds, tiers, quadrants, rows, includeBulk } = edited;
  // A segment of another shape stays as it is.
  const segment = rows === null ? (endpoint?.filters.segment ?? null) : toSegment(rows, choices.fields);
  const common = { kind, name, includeBulk, filters: { tiers, quadrants, segment } };
  switch (kind) {
    case 'webhook':
      return { ...common, url, eventTypes };
    case 'slack':
      return { ...common, ...(url === '' && endpoint ? {} : { url }) };
    case 'email':
      return { ...common, recipientIds };
  }
}

/** Makes or changes an endpoint: where to, of what, of which leads. */
export function EndpointForm(props: EndpointFormProps) {
  const { kind, endpoint, choices, onSaved } = props;
  const [edited, setEdited] = useState(() => startFrom(props));
  const [faults, setFaults] = useState<readonly { path: string; message: string }[]>([]);
  const edit = (change: Partial<Edited>) => setEdited({ ...edited, ...change });
  const faultOf = (part: string) =>
    faults.find(({ path }) => path.replace('endpoint.', '').startsWith(part))?.message ?? '';
  const save = async () => {
    const input = { id: endpoint?.id ?? null, endpoint: toInput(props, edited) };
    const answer = await saveEndpointAction(input);
    if (answer.ok) return onSaved(answer.value);
    setFaults(answer.issues.length > 0 ? answer.issues : [{ path: 'other', message: answer.message }]);
  };
  return (
    <form action={save} className="flex flex-col gap-4">
      <Field label="Name" required error={faultOf('name')}>
        {(field) => (
          <Input
            {...field}
            autoComplete="off"
            value={edited.name}
            onChange={(event) => edit({ name: event.target.value })}
          />
        )}
      </Field>
      {kind === 'email' ? (
        <ChoiceBoxes
          label="Who gets it"
          stacked
          choices={choices.people.map(({ id, name, email }) => ({ value: id, label: name, hint: email }))}
          chosen={edited.recipientIds}
          onChange={(recipientIds) => edit({ recipientIds })}
          error={faultOf('recipientIds')}
        />
      ) : (
        <Field
          label="Address"
          required={!(kind === 'slack' && endpoint)}
          note={kind === 'slack' && endpoint ? `now ${endpoint.address}; empty leaves it` : undefined}
          hint={ADDRESS_HINT[kind]}
          error={faultOf('url')}
        >
          {(field) => (
            <Input
              {...field}
              inputMode="url"
              autoComplete="off"
              spellCheck={false}
              placeholder="https://"
              value={edited.url}
              onChange={(event) => edit({ url: event.target.value })}
            />
          )}
        </Field>
      )}
      {kind === 'webhook' ? (
        <ChoiceBoxes<EventType>
          label="Events"
          stacked
          choices={EVENT_TYPES.map((type) => ({
            value: type,
            label: EVENT_LABELS[type],
            hint: EVENT_HINTS[type],
          }))}
          chosen={edited.eventTypes}
          onChange={(eventTypes) => edit({ eventTypes })}
          error={faultOf('eventTypes')}
        />
      ) : null}
      <ChoiceBoxes
        label="Tiers"
        note="none chosen means all"
        choices={choices.tiers.map(({ name, action }) => ({
          value: name,
          label: `${name}, ${TIER_WORDS[action]}`,
        }))}
        chosen={edited.tiers}
        onChange={(tiers) => edit({ tiers })}
      />
      <ChoiceBoxes
        label="Quadrants"
        note="none chosen means all"
        choices={QUADRANTS.map((value) => ({ value, label: QUADRANT_WORDS[value].name }))}
        chosen={edited.quadrants}
        onChange={(quadrants) => edit({ quadrants })}
      />
      <SegmentEditor
        fields={choices.fields}
        rows={edited.rows}
        words={endpoint?.segmentWords ?? null}
        onChange={(rows) => edit({ rows })}
        error={faultOf('filters.segment')}
      />
      <Checkbox
        label="Also what an import or a new rubric moves"
        hint="These may change thousands of leads at once; they are left out unless you ask for them"
        checked={edited.includeBulk}
        onCheckedChange={(includeBulk) => edit({ includeBulk })}
      />
      {faultOf('other') ? (
        <p role="alert" className="text-bad">
          {faultOf('other')}
        </p>
      ) : null}
      <SubmitButton pendingLabel="Saving …" className="self-end">
        {endpoint ? 'Save' : 'Add'}
      </SubmitButton>
    </form>
  );
}
