import { RelativeTime } from '@/components/ui/relative-time';
import type { LeadPanelView } from '@/lib/leads/loaders';

/** Who has a lead and why, or why it is free. */
export function GivenLine({ given }: Pick<LeadPanelView, 'given'>) {
  if (!given) return null;
  return (
    <div className="text-xs text-soft">
      {given.name ? <span className="font-medium text-text">{given.name}: </span> : null}
      {given.reason}
      <span className="text-faint">
        {' · '}
        <RelativeTime at={given.at} />
      </span>
    </div>
  );
}
