import { Badge } from '@/components/ui/badge';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { RelativeTime } from '@/components/ui/relative-time';
import type { DriftView } from '@/lib/reports/loaders';
import { formatDay } from './report-words';
import { MonthlyMail } from './monthly-mail';
import { ReviewForm } from './review-form';

/** When the model was last looked at, what changed since, and the next look. */
export function ReviewCard({ moved, className }: { moved: DriftView; className?: string }) {
  const { review, wantsMail } = moved;
  const { due, dueAt, changes, published, reviews } = review;
  const [last] = reviews;
  return (
    <Card className={className} id="review">
      <CardHeader
        title="Review"
        note={last ? `last by ${last.reviewer}` : 'never reviewed so far'}
        actions={dueAt === null ? null : <Badge tone={due ? 'warn' : 'good'}>{sayDue(due, dueAt)}</Badge>}
      />
      <CardBody className="grid gap-x-8 gap-y-5 @5xl:grid-cols-2">
        <section aria-label="What changed" className="min-w-0">
          <h3 className="pb-1 text-xs font-medium text-soft">
            {last ? (
              <>
                What changed since <RelativeTime at={last.at.getTime()} />
              </>
            ) : (
              'What there is to look at'
            )}
          </h3>
          {last ? <ChangeList changes={changes} /> : <FigureList moved={moved} />}
          {published.map(({ number, note }) => (
            <p key={number} className="pt-1 text-soft">
              Version {number} went live{note ? `: ${note}` : ''}
            </p>
          ))}
        </section>
        <div className="flex min-w-0 flex-col gap-4 print:hidden">
          <ReviewForm />
          <MonthlyMail wanted={wantsMail} />
        </div>
        {reviews.length > 0 ? <Reviews moved={moved} /> : null}
      </CardBody>
    </Card>
  );
}

function sayDue(due: boolean, dueAt: number): string {
  return due ? `due since ${formatDay(new Date(dueAt))}` : `next due ${formatDay(new Date(dueAt))}`;
}

function ChangeList({ changes }: { changes: DriftView['review']['changes'] }) {
  if (changes.length === 0) return <p>Nothing: every figure that a review looks at is as it was.</p>;
  return (
    <dl className="flex flex-col gap-1.5">
      {changes.map(({ label, before, after }) => (
        <div key={label}>
          <dt className="text-xs text-soft">{label}</dt>
          <dd>
            <span className="text-soft">{before}</span> → <span className="font-strong">{after}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FigureList({ moved: { review } }: { moved: DriftView }) {
  const { sentence, contradicting, shifted } = review.figures;
  const findings = [
    sentence,
    ...contradicting.map((label) => `Closed deals contradict the sign of “${label}”`),
    ...shifted.map((label) => `“${label}” has shifted since the close rates were measured`),
  ];
  return (
    <ul className="flex list-disc flex-col gap-1 pl-4">
      {findings.map((finding) => (
        <li key={finding}>{finding}</li>
      ))}
    </ul>
  );
}

function Reviews({ moved: { review } }: { moved: DriftView }) {
  return (
    <section aria-label="Reviews so far" className="min-w-0 @5xl:col-span-2">
      <h3 className="pb-1 text-xs font-medium text-soft">Reviews so far</h3>
      <ol className="flex flex-col">
        {review.reviews.map(({ id, at, reviewer, note, figures }) => (
          <li key={id} className="border-t border-line py-2">
            <p className="text-xs text-soft">
              {formatDay(at)}, {reviewer}
              {figures ? `, version ${figures.version ?? '–'}: ${figures.sentence}` : ''}
            </p>
            <p className="whitespace-pre-line">{note}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
