import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RestoreButton } from '@/components/rubric/restore-button';
import { RubricDocument } from '@/components/rubric/rubric-document';
import { RubricSplit } from '@/components/rubric/rubric-split';
import { VersionBadge } from '@/components/rubric/version-badge';
import { VersionComparison } from '@/components/rubric/version-comparison';
import { ButtonLink, buttonClass } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { loadConditionLabels, loadCriterionFigures } from '@/lib/effects/loaders';
import { loadRubric, loadRubricVersion } from '@/lib/rubrics/loaders';

export const metadata: Metadata = { title: 'Version of the rubric' };

interface VersionPageProps {
  params: Promise<{ id: string }>;
}

export default async function VersionPage({ params }: VersionPageProps) {
  const { id } = await params;
  const version = await loadRubricVersion(id);
  if (!version) notFound();
  const figures = loadCriterionFigures();
  const [{ live, draft, mayEdit }, labels] = await Promise.all([loadRubric(), loadConditionLabels()]);
  return (
    <>
      <PageHeader
        title={`v${version.number}`}
        crumbs={[
          { href: '/rubric', label: 'Rubric' },
          { href: '/rubric/versions', label: 'Versions' },
        ]}
        meta={<VersionBadge version={version} />}
        withoutSearch
        actions={
          <>
            <a href={`/api/rubrics/${version.id}`} download className={buttonClass({})}>
              Download
            </a>
            {live && !version.live ? (
              <ButtonLink href={`/rubric/compare?from=${version.number}&to=${live.number}`}>
                Compare
              </ButtonLink>
            ) : null}
            {mayEdit && !version.live ? (
              <RestoreButton
                number={version.number}
                document={version.document}
                draftRevision={draft?.revision ?? 0}
              />
            ) : null}
          </>
        }
      />
      <RubricSplit reading panel={<VersionComparison version={version} live={live} />}>
        <RubricDocument rubric={version.document} labels={labels} figures={figures} />
      </RubricSplit>
    </>
  );
}
