'use client';

import { SettingsSection } from '@/components/settings/settings-section';
import { Checkbox } from '@/components/ui/checkbox';
import { NumberStepper } from '@/components/ui/number-stepper';
import { Select } from '@/components/ui/select';
import type { RoutingDraft } from './routing-draft';

export interface LimitsEditorProps {
  draft: RoutingDraft;
  people: readonly { id: string; name: string }[];
  onChange: (part: Partial<RoutingDraft>) => void;
}

/** What happens when no rule finds anyone, how much a rep can take, and what else routing does. */
export function LimitsEditor({ draft, people, onChange }: LimitsEditorProps) {
  const { fallback, capacity, bulk, samplePercent, nurture } = draft;
  return (
    <>
      <SettingsSection title="Limits" note="Away and full reps are passed over; absences stand under People">
        <div className="flex flex-col items-start gap-3 px-4 max-md:px-3">
          <p className="flex flex-wrap items-center gap-2">
            A rep can take
            <NumberStepper
              aria-label="Open leads a rep can take"
              className="w-28"
              min={1}
              max={1_000}
              value={capacity}
              onValueChange={(next) => onChange({ capacity: next })}
            />
            open leads, unless something else is said under People
          </p>
          <p className="flex flex-wrap items-center gap-2">
            When no rule finds anyone, the lead
            <Select
              aria-label="When no rule finds anyone"
              className="max-w-56"
              value={fallback.kind === 'free' ? '' : fallback.userId}
              placeholder="is left free"
              options={people.map(({ id, name }) => ({ value: id, label: `goes to ${name}` }))}
              onChange={({ target }) =>
                onChange({
                  fallback: target.value === '' ? { kind: 'free' } : { kind: 'person', userId: target.value },
                })
              }
            />
          </p>
          <Checkbox
            label="Also route what a publication or an import brings into a routed tier"
            hint="Otherwise such leads are free, and no clock runs for them"
            checked={bulk}
            onCheckedChange={(next) => onChange({ bulk: next })}
          />
        </div>
      </SettingsSection>
      <SettingsSection
        title="Nurtured leads"
        note="Nobody is given them; someone is told when their intent rises"
      >
        <div className="flex flex-wrap items-center gap-2 px-4 max-md:px-3">
          <Checkbox
            label="Alert when intent rises by"
            checked={nurture.active}
            onCheckedChange={(active) => onChange({ nurture: { ...nurture, active } })}
          />
          <NumberStepper
            aria-label="Points of intent"
            className="w-28"
            min={1}
            max={100}
            disabled={!nurture.active}
            value={nurture.points}
            onValueChange={(points) => onChange({ nurture: { ...nurture, points } })}
          />
          points within
          <NumberStepper
            aria-label="Days"
            className="w-28"
            min={1}
            max={90}
            disabled={!nurture.active}
            value={nurture.days}
            onValueChange={(days) => onChange({ nurture: { ...nurture, days } })}
          />
          days
        </div>
      </SettingsSection>
      <SettingsSection
        title="A share of held leads"
        note="Routed by chance and unmarked, so that close rates by tier stay honest; reports tell how they closed"
      >
        <p className="flex flex-wrap items-center gap-2 px-4 max-md:px-3">
          <NumberStepper
            aria-label="Percent of new held leads"
            className="w-28"
            min={0}
            max={20}
            finest={0.1}
            value={samplePercent}
            onValueChange={(next) => onChange({ samplePercent: next })}
          />
          of a hundred new leads of a held tier; 0 for none
        </p>
      </SettingsSection>
    </>
  );
}
