import { SegmentedControl } from '@/components/ui/segmented-control';
import { reportAddress, type PeriodMonths } from './report-address';

/** As leads were scored when they were engaged, or as the present rubric would have scored them at that instant. */
export function ScoringSwitch({ period, version }: { period: PeriodMonths; version: number | null }) {
  if (version === null) return null;
  return (
    <SegmentedControl
      label="By which rubric"
      value={period.by ?? 'then'}
      segments={[
        {
          value: 'then',
          label: 'As it was scored then',
          href: reportAddress('/reports', { ...period, by: 'then' }),
        },
        {
          value: 'now',
          label: `As version ${version} would have`,
          href: reportAddress('/reports', { ...period, by: 'now' }),
        },
      ]}
      className="print:hidden"
    />
  );
}
