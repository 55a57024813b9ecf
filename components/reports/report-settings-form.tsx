'use client';

import { SaveFoot } from '@/components/settings/save-foot';
import { useSettingsDraft } from '@/components/settings/use-settings-draft';
import { NumberStepper } from '@/components/ui/number-stepper';
import { saveReportSettingsAction } from '@/lib/reports/actions';
import { MATURITY_DAYS, REVIEW_DAYS } from '@/lib/reports/constants';
import type { ReportSettings } from '@/lib/reports/schema';

export interface ReportSettingsFormProps {
  settings: ReportSettings;
  /** When they were saved, in milliseconds; null when they never were. */
  savedAt: number | null;
  mayEdit: boolean;
}

/** How long deals are given to close before they count, and how often the model is looked at. */
export function ReportSettingsForm({ settings, savedAt, mayEdit }: ReportSettingsFormProps) {
  const { draft, setDraft, foot } = useSettingsDraft({
    settings,
    savedAt,
    send: (draft, basedOn) => saveReportSettingsAction({ basedOn, settings: draft }),
  });
  const days = (label: string, key: keyof ReportSettings, least: number) => (
    <NumberStepper
      aria-label={label}
      className="w-28"
      min={least}
      max={730}
      disabled={!mayEdit}
      value={draft[key]}
      onValueChange={(value) => setDraft({ ...draft, [key]: value })}
    />
  );
  return (
    <div className="flex flex-col items-start gap-4 px-4 max-md:px-3">
      <div>
        <p className="flex flex-wrap items-center gap-2">
          Leads are given {days('Days to close', 'maturityDays', 1)} days to close
        </p>
        <p className="pt-1 text-xs text-soft">
          Close rates count leads first engaged longer ago; younger ones are shown apart. Take at least what
          most deals need: {MATURITY_DAYS} days unless you know better.
        </p>
      </div>
      <div>
        <p className="flex flex-wrap items-center gap-2">
          Whether the model works is reviewed every {days('Days between reviews', 'reviewDays', 7)} days
        </p>
        <p className="pt-1 text-xs text-soft">
          The reports and the monthly e-mail say when it is due. {REVIEW_DAYS} days are a quarter.
        </p>
      </div>
      {mayEdit ? <SaveFoot {...foot} /> : null}
    </div>
  );
}
