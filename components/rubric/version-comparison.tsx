import { formatCount } from '@/components/ui/format';
import { InstantTime } from '@/components/ui/relative-time';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import type { RubricDocument } from '@/lib/rubrics/data';
import { listDraftChanges } from '@/lib/rubrics/list-changes';
import { ChangeList } from './change-list';

export interface VersionComparisonProps {
  version: RubricDocument;
  live: RubricDocument | null;
}

/** What a version was published for, and in what it differs from the live one. */
export function VersionComparison({ version, live }: VersionComparisonProps) {
  const changes = live ? listDraftChanges(version.draft, live.draft) : [];
  return (
    <div className="flex flex-col gap-3 px-4 py-3.5 max-md:px-3">
      <Card>
        <CardHeader
          title="What changed and why"
          note={version.publishedAt ? <InstantTime at={version.publishedAt} format="long" /> : null}
        />
        <CardBody>
          <p className="break-words">{version.note ?? 'Nothing was noted.'}</p>
        </CardBody>
      </Card>
      {live && !version.live ? (
        <Card>
          <CardHeader
            title={`From v${version.number} to v${live.number}, live`}
            note={formatCount(changes.length, 'difference')}
          />
          <CardBody className="py-1">
            {changes.length > 0 ? (
              <ChangeList changes={changes} />
            ) : (
              <p className="py-2 text-soft">It scores as the live version does.</p>
            )}
          </CardBody>
        </Card>
      ) : null}
    </div>
  );
}
