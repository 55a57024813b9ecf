'use client';

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { SegmentEditor } from '@/components/segments/segment-editor';
import { Button } from '@/components/ui/button';
import { Card, CardBody } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { describeCondition } from '@/lib/scoring/describe';
import type { Choice, Team } from '@/lib/routing/types';
import type { SegmentField } from '@/lib/segments/segment-rows';
import type { RuleDraft } from './routing-draft';

export interface RuleCardProps {
  rule: RuleDraft;
  /** Its place, from 1, and how many there are. */
  number: number;
  count: number;
  fields: readonly SegmentField[];
  teams: readonly Team[];
  people: readonly { id: string; name: string }[];
  fault: string;
  onChange: (rule: RuleDraft) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

const WAYS = [
  { value: 'round_robin', label: 'Round robin by load' },
  { value: 'account_owner', label: 'Owner of the account' },
  { value: 'person', label: 'One person' },
];

/** One rule: whom it is for, and who gets them. */
export function RuleCard(props: RuleCardProps) {
  const { rule, number, count, fields, fault, onChange, onMove, onRemove } = props;
  return (
    <Card aria-label={`Rule ${number}`}>
      <CardBody className="flex flex-col gap-3">
        <div className="flex items-end gap-2">
          <span className="grid size-6 shrink-0 place-items-center self-end rounded-sm bg-text/5 text-xs text-soft">
            {number}
          </span>
          <Field label="Name" className="max-w-80 grow" error={fault}>
            {(field) => (
              <Input
                {...field}
                value={rule.name}
                autoComplete="off"
                onChange={(event) => onChange({ ...rule, name: event.target.value })}
              />
            )}
          </Field>
          <span className="ml-auto flex shrink-0">
            <Button
              variant="quiet"
              iconOnly
              aria-label={`Move rule ${number} up`}
              disabled={number === 1}
              onClick={() => onMove(-1)}
            >
              <ArrowUp size={14} aria-hidden />
            </Button>
            <Button
              variant="quiet"
              iconOnly
              aria-label={`Move rule ${number} down`}
              disabled={number === count}
              onClick={() => onMove(1)}
            >
              <ArrowDown size={14} aria-hidden />
            </Button>
            <Button variant="quiet" iconOnly aria-label={`Remove rule ${number}`} onClick={onRemove}>
              <Trash2 size={14} aria-hidden />
            </Button>
          </span>
        </div>
        <SegmentEditor
          fields={fields}
          rows={rule.rows}
          words={rule.when && describeCondition(rule.when)}
          onChange={(rows) => onChange({ ...rule, rows })}
        />
        <ChoiceEditor {...props} />
      </CardBody>
    </Card>
  );
}

function ChoiceEditor({ rule, number, teams, people, onChange }: RuleCardProps) {
  const { choose } = rule;
  const set = (next: Choice) => onChange({ ...rule, choose: next });
  const setKind = (kind: string) => {
    if (kind === 'account_owner') set({ kind });
    if (kind === 'round_robin') set({ kind, teamId: teams[0]?.id ?? null, onlyInHours: false });
    if (kind === 'person') set({ kind, userId: people[0]?.id ?? '' });
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-soft">goes to</span>
      <Select
        aria-label={`Way of rule ${number}`}
        className="max-w-52"
        value={choose.kind}
        options={WAYS}
        onChange={(event) => setKind(event.target.value)}
      />
      {choose.kind === 'round_robin' ? (
        <>
          <Select
            aria-label={`Team of rule ${number}`}
            className="max-w-48"
            value={choose.teamId ?? ''}
            placeholder="All reps"
            options={teams.map(({ id, name }) => ({ value: id, label: name || 'Unnamed team' }))}
            onChange={(event) => set({ ...choose, teamId: event.target.value || null })}
          />
          <Checkbox
            label="only in working hours"
            checked={choose.onlyInHours}
            onCheckedChange={(onlyInHours) => set({ ...choose, onlyInHours })}
          />
        </>
      ) : null}
      {choose.kind === 'person' ? (
        <Select
          aria-label={`Person of rule ${number}`}
          className="max-w-52"
          value={choose.userId}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => set({ kind: 'person', userId: event.target.value })}
        />
      ) : null}
      {choose.kind === 'account_owner' ? (
        <span className="text-xs text-soft">who owns other leads or deals of the company</span>
      ) : null}
    </div>
  );
}
