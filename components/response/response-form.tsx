'use client';

import { SaveFoot } from '@/components/settings/save-foot';
import { SettingsSection } from '@/components/settings/settings-section';
import { useSettingsDraft } from '@/components/settings/use-settings-draft';
import { TierBadge } from '@/components/scores/tier-badge';
import { Checkbox } from '@/components/ui/checkbox';
import { NumberStepper } from '@/components/ui/number-stepper';
import { Select } from '@/components/ui/select';
import { saveResponseAction } from '@/lib/response/actions';
import type { ResponseView } from '@/lib/response/loaders';
import { HoursEditor } from './hours-editor';

const SHARES = [0.25, 0.5, 0.6, 0.75, 0.8, 0.9] as const;

/** How soon leads are to be answered, what happens when they are not, and when there is work. */
export function ResponseForm({ response, others, savedAt, managers, timeZones, mayEdit }: ResponseView) {
  const { draft, setDraft, foot } = useSettingsDraft({
    settings: response,
    savedAt,
    send: (draft, basedOn) =>
      saveResponseAction({ basedOn, response: { ...draft, targets: [...draft.targets, ...others] } }),
    description: 'It holds for leads that come from now on.',
  });
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const setTarget = (place: number, part: Partial<(typeof draft.targets)[number]>) =>
    change({ targets: draft.targets.map((one, i) => (i === place ? { ...one, ...part } : one)) });
  return (
    <>
      <SettingsSection
        title="How soon a lead is answered"
        note="In working time, from the moment it came into the tier"
      >
        <div className="flex flex-col gap-4 px-4 max-md:px-3">
          {draft.targets.length === 0 ? (
            <p className="text-soft">No tier of the live rubric is routed, so no answer is due.</p>
          ) : null}
          {draft.targets.map(({ tier, minutes, alarmMinutes }, place) => (
            <p key={tier} className="flex flex-wrap items-center gap-2">
              <TierBadge tier={tier} /> is due within
              <NumberStepper
                aria-label={`Minutes for ${tier}`}
                className="w-28"
                min={1}
                max={20_160}
                disabled={!mayEdit}
                value={minutes}
                onValueChange={(next) => setTarget(place, { minutes: next })}
              />
              minutes; waiting is an alarm after
              <NumberStepper
                aria-label={`Alarm for ${tier}`}
                className="w-28"
                min={2}
                max={20_160}
                step={5}
                finest={1}
                disabled={!mayEdit}
                value={alarmMinutes}
                onValueChange={(next) => setTarget(place, { alarmMinutes: next })}
              />
              minutes
            </p>
          ))}
          <p className="flex flex-wrap items-center gap-2">
            The rep is warned when
            <Select
              aria-label="Warned after"
              className="max-w-24"
              disabled={!mayEdit}
              value={String(draft.warnShare)}
              options={[...new Set([...SHARES, draft.warnShare])]
                .sort((a, b) => a - b)
                .map((share) => ({ value: String(share), label: `${Math.round(share * 100)} %` }))}
              onChange={(event) => change({ warnShare: Number(event.target.value) })}
            />
            of the time is over
          </p>
        </div>
      </SettingsSection>
      <SettingsSection
        title="When nobody answers"
        note="Managers are told when it is late, and again at the alarm"
      >
        <div className="flex flex-col gap-3 px-4 max-md:px-3">
          <fieldset className="flex min-w-0 flex-wrap gap-x-4 gap-y-1.5">
            <legend className="mb-1 text-xs font-medium">
              Who is told<span className="ml-1 font-normal text-faint">none chosen: every manager</span>
            </legend>
            {managers.map(({ id, name }) => (
              <Checkbox
                key={id}
                label={name}
                disabled={!mayEdit}
                checked={draft.escalateTo.includes(id)}
                onCheckedChange={(told) =>
                  change({
                    escalateTo: told
                      ? [...draft.escalateTo, id]
                      : draft.escalateTo.filter((one) => one !== id),
                  })
                }
              />
            ))}
          </fieldset>
          <Checkbox
            label="At the alarm, pass the lead on to the next rep"
            hint="By the rules of routing, to nobody who has had it since it came; the clock begins anew"
            disabled={!mayEdit}
            checked={draft.reassign}
            onCheckedChange={(reassign) => change({ reassign })}
          />
        </div>
      </SettingsSection>
      <SettingsSection title="Working hours" note="Of everyone whose team has none of its own">
        <div className="px-4 max-md:px-3">
          <HoursEditor
            hours={draft.hours}
            timeZones={timeZones}
            disabled={!mayEdit}
            onChange={(hours) => change({ hours })}
          />
        </div>
      </SettingsSection>
      {mayEdit ? (
        <div className="px-4 pb-8 max-md:px-3">
          <SaveFoot {...foot} primary />
        </div>
      ) : null}
    </>
  );
}
