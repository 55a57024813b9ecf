import Link from 'next/link';
import { InstantTime, RelativeTime } from '@/components/ui/relative-time';
import { Table, Td, Th, Tr } from '@/components/ui/table';
import type { RubricVersionSummary } from '@/lib/rubrics/data';
import { VersionBadge } from './version-badge';

/** Every published version, newest first. */
export function VersionTable({ versions }: { versions: readonly RubricVersionSummary[] }) {
  return (
    <Table caption="Versions of the rubric" fixed>
      <thead>
        <tr>
          <Th edge="start" width={136}>
            Version
          </Th>
          <Th>What changed and why</Th>
          <Th hideOnPhone width={176}>
            Published by
          </Th>
          <Th edge="end" width={128}>
            Published
          </Th>
        </tr>
      </thead>
      <tbody>
        {versions.map((version) => (
          <Tr key={version.id} interactive>
            <Td edge="start">
              <span className="flex items-center gap-2">
                <Link
                  href={`/rubric/versions/${version.id}`}
                  className="font-strong underline-offset-2 hover:underline"
                >
                  v{version.number}
                </Link>
                {version.state === 'published' ? <VersionBadge version={version} /> : null}
              </span>
            </Td>
            <Td className="py-2 break-words text-soft">{version.note}</Td>
            <Td hideOnPhone className="truncate text-soft">
              {version.publishedBy ?? 'Leadgrid'}
            </Td>
            <Td edge="end" className="whitespace-nowrap text-soft">
              <PublishedAt at={version.publishedAt ?? version.shadowedAt} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function PublishedAt({ at }: { at: Date | null }) {
  if (!at) return null;
  return (
    <>
      <span className="max-md:hidden">
        <InstantTime at={at} />, <InstantTime at={at} format="time" />
      </span>
      <RelativeTime at={at} className="md:hidden" />
    </>
  );
}
