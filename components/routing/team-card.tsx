'use client';

import { Trash2 } from 'lucide-react';
import { HoursEditor } from '@/components/response/hours-editor';
import { Button } from '@/components/ui/button';
import { Card, CardBody } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { WorkingHours } from '@/lib/response/types';
import type { Team } from '@/lib/routing/types';

export interface TeamCardProps {
  team: Team;
  people: readonly { id: string; name: string }[];
  /** The installation's. */
  hours: WorkingHours;
  timeZones: readonly string[];
  fault: string;
  onChange: (team: Team) => void;
  onRemove: () => void;
}

/** A team of reps: its name, who is in it, and its own working hours, if it has any. */
export function TeamCard({ team, people, hours, timeZones, fault, onChange, onRemove }: TeamCardProps) {
  const toggle = (id: string, member: boolean) =>
    onChange({
      ...team,
      memberIds: member ? [...team.memberIds, id] : team.memberIds.filter((one) => one !== id),
    });
  return (
    <Card aria-label={team.name || 'New team'}>
      <CardBody className="flex flex-col gap-3">
        <div className="flex items-end gap-2">
          <Field label="Team" className="max-w-80 grow" error={fault}>
            {(field) => (
              <Input
                {...field}
                value={team.name}
                autoComplete="off"
                onChange={(event) => onChange({ ...team, name: event.target.value })}
              />
            )}
          </Field>
          <Button
            variant="quiet"
            iconOnly
            className="ml-auto"
            aria-label={`Remove team ${team.name}`}
            onClick={onRemove}
          >
            <Trash2 size={14} aria-hidden />
          </Button>
        </div>
        <fieldset className="flex min-w-0 flex-wrap gap-x-4 gap-y-1">
          <legend className="mb-1 text-xs font-medium">Who is in it</legend>
          {people.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              checked={team.memberIds.includes(id)}
              onCheckedChange={(member) => toggle(id, member)}
            />
          ))}
        </fieldset>
        <Checkbox
          label="Working hours of its own"
          hint="Otherwise those under Response targets"
          checked={team.hours !== null}
          onCheckedChange={(own) => onChange({ ...team, hours: own ? hours : null })}
        />
        {team.hours ? (
          <HoursEditor
            hours={team.hours}
            timeZones={timeZones}
            onChange={(next) => onChange({ ...team, hours: next })}
          />
        ) : null}
      </CardBody>
    </Card>
  );
}
