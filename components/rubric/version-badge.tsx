import { Badge } from '@/components/ui/badge';
import type { RubricDocument } from '@/lib/rubrics/data';

/** What a version is at present: live, in shadow as challenger, or neither; some were never live at all. */
export function VersionBadge({
  version,
}: {
  version: Pick<RubricDocument, 'live' | 'state' | 'publishedAt'>;
}) {
  if (version.live) return <Badge tone="accent">Live</Badge>;
  if (version.state === 'published') return <Badge tone="warn">Challenger</Badge>;
  return <Badge>{version.publishedAt ? 'Retired' : 'Withdrawn challenger'}</Badge>;
}
