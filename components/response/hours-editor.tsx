'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { WEEKDAYS } from '@/lib/response/constants';
import { describeMinuteOfDay } from '@/lib/response/describe-hours';
import type { WorkingHours } from '@/lib/response/types';

const HALF_HOURS = Array.from({ length: 49 }, (_, i) => i * 30);

export interface HoursEditorProps {
  hours: WorkingHours;
  timeZones: readonly string[];
  onChange: (hours: WorkingHours) => void;
  disabled?: boolean;
}

/** When there is work: a time zone, and for each day from when to when. */
export function HoursEditor({ hours, timeZones, onChange, disabled = false }: HoursEditorProps) {
  const { timeZone, week } = hours;
  const known = timeZones.includes(timeZone) ? timeZones : [timeZone, ...timeZones];
  const setDay = (place: number, day: WorkingHours['week'][number]) =>
    onChange({ ...hours, week: week.map((one, i) => (i === place ? day : one)) });
  return (
    <div className="flex flex-col gap-3">
      <Field label="Time zone" className="max-w-72">
        {(field) => (
          <Select
            {...field}
            disabled={disabled}
            value={timeZone}
            options={known.map((name) => ({ value: name, label: name.replaceAll('_', ' ') }))}
            onChange={(event) => onChange({ ...hours, timeZone: event.target.value })}
          />
        )}
      </Field>
      <ul aria-label="Working days" className="flex flex-col gap-1">
        {WEEKDAYS.map((name, place) => (
          <DayRow
            key={name}
            name={name}
            day={week[place] ?? null}
            disabled={disabled}
            onChange={(day) => setDay(place, day)}
          />
        ))}
      </ul>
    </div>
  );
}

interface DayRowProps {
  name: string;
  day: WorkingHours['week'][number];
  disabled: boolean;
  onChange: (day: WorkingHours['week'][number]) => void;
}

function DayRow({ name, day, disabled, onChange }: DayRowProps) {
  const options = (minutes: readonly number[]) =>
    minutes.map((minute) => ({ value: String(minute), label: describeMinuteOfDay(minute) }));
  return (
    <li className="flex min-h-7.5 items-center gap-2">
      <Checkbox
        className="w-28"
        label={name}
        checked={day !== null}
        disabled={disabled}
        onCheckedChange={(works) => onChange(works ? { from: 540, to: 1_020 } : null)}
      />
      {day ? (
        <>
          <Select
            aria-label={`${name} from`}
            className="max-w-24"
            disabled={disabled}
            value={String(day.from)}
            options={options(HALF_HOURS.filter((minute) => minute < day.to))}
            onChange={(event) => onChange({ ...day, from: Number(event.target.value) })}
          />
          <span className="text-faint">to</span>
          <Select
            aria-label={`${name} to`}
            className="max-w-24"
            disabled={disabled}
            value={String(day.to)}
            options={options(HALF_HOURS.filter((minute) => minute > day.from))}
            onChange={(event) => onChange({ ...day, to: Number(event.target.value) })}
          />
        </>
      ) : (
        <span className="text-faint">off</span>
      )}
    </li>
  );
}
