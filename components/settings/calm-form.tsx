'use client';

import { NumberStepper } from '@/components/ui/number-stepper';
import { saveCalmAction } from '@/lib/calm/actions';
import type { CalmSettings } from '@/lib/calm/types';
import { SaveFoot } from './save-foot';
import { useSettingsDraft } from './use-settings-draft';

export interface CalmFormProps {
  calm: CalmSettings;
  /** When it was saved, in milliseconds; null when it never was. */
  savedAt: number | null;
  mayEdit: boolean;
}

/** When a lead that keeps coming back is news again, for channels and for routing. */
export function CalmForm({ calm, savedAt, mayEdit }: CalmFormProps) {
  const { draft, setDraft, foot } = useSettingsDraft({
    settings: calm,
    savedAt,
    send: (draft, basedOn) => saveCalmAction({ basedOn, calm: draft }),
  });
  return (
    <div className="flex flex-col items-start gap-3 px-4 max-md:px-3">
      <p className="flex flex-wrap items-center gap-2">
        A lead that comes back into its tier is told of and routed again after it fell
        <NumberStepper
          aria-label="Points below the tier"
          className="w-28"
          min={0}
          max={100}
          disabled={!mayEdit}
          value={draft.fallPoints}
          onValueChange={(fallPoints) => setDraft({ ...draft, fallPoints })}
        />
        points below what the tier asks, or after
        <NumberStepper
          aria-label="Days of calm"
          className="w-28"
          min={0}
          max={365}
          disabled={!mayEdit}
          value={draft.days}
          onValueChange={(days) => setDraft({ ...draft, days })}
        />
        days
      </p>
      {mayEdit ? <SaveFoot {...foot} label="Save the calm" /> : null}
    </div>
  );
}
