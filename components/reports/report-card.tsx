import { clsx } from 'clsx';
import { Download } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { DownloadPicture } from '@/components/ui/download-picture';
import { buttonClass } from '@/components/ui/button';
import { Card, CardBody, CardFooter, CardHeader } from '@/components/ui/card';

export interface ReportCardProps {
  title: string;
  note?: string;
  /** Of the chart's CSV file. */
  csvHref: string;
  /** Which deals it counts. */
  counts: ReactNode;
  /** To the deals behind it. */
  dealsHref?: string;
  /** To the leads behind it. */
  leadsHref?: string;
  /** Whether it may be longer than a page of paper, and goes on over the next. */
  long?: boolean;
  className?: string;
  children: ReactNode;
}

/** A chart with its title, its file, what it counts, and the way to that. */
export function ReportCard({
  title,
  note,
  csvHref,
  counts,
  dealsHref,
  leadsHref,
  long = false,
  className,
  children,
}: ReportCardProps) {
  return (
    <Card className={clsx(className, !long && 'break-inside-avoid')}>
      <CardHeader
        title={title}
        note={note}
        actions={
          <span data-not-pictured className="flex print:hidden">
            <DownloadPicture
              subject={title}
              fileName={`leadgrid-${title.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-')}`}
            />
            <a
              href={csvHref}
              download
              aria-label={`Download ${title} as CSV`}
              title="Download as CSV"
              className={buttonClass({ variant: 'quiet', iconOnly: true })}
            >
              <Download size={14} aria-hidden />
            </a>
          </span>
        }
      />
      <CardBody className="flex flex-col">{children}</CardBody>
      <CardFooter>
        <span>{counts}</span>
        {dealsHref === undefined ? null : (
          <Link href={dealsHref} className="print:hidden">
            Show deals
          </Link>
        )}
        {leadsHref === undefined ? null : (
          <Link href={leadsHref} className="print:hidden">
            Show leads
          </Link>
        )}
      </CardFooter>
    </Card>
  );
}

/** Words under a chart: what to read off it. */
export function ChartNote({ children }: { children: ReactNode }) {
  return <p className="mt-3 text-xs text-soft [&_b]:font-strong [&_b]:text-text">{children}</p>;
}
