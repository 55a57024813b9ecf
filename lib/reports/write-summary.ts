import { escapeHtml } from '@/lib/webhooks/email-message';
import type { CloseRate } from '@/lib/calibration/close-rate';
import type { VerdictWords } from '@/lib/calibration/verdict-words';
import type { Answers, TopQuarter } from './build-use';
import type { ReviewChange } from './compare-reviews';

/** What a month's summary is written from. */
export interface SummaryFigures {
  /** "2026-10" */
  month: string;
  verdict: VerdictWords;
  rates: (CloseRate & { tier: string })[];
  /** In the month. */
  engaged: number;
  closed: number;
  won: number;
  answers: Answers[];
  top: TopQuarter;
  review: { due: boolean; dueAt: number | null; changes: ReviewChange[] };
  contradicting: string[];
  shifted: string[];
}

interface Section {
  title: string;
  lines: string[];
}

const LOCALE = 'en-GB';

/** A month's summary as an e-mail: plain text, and the same in HTML without anything loaded from elsewhere. */
export function writeSummary(figures: SummaryFigures, baseUrl: string) {
  const month = new Intl.DateTimeFormat(LOCALE, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${figures.month}-01T00:00:00Z`),
  );
  const { word, sentence, interval, reason } = figures.verdict;
  const verdict = `${word}: ${sentence}${interval === null ? '' : ` (${interval})`}`;
  const sections = listSections(figures);
  const url = new URL('/reports', baseUrl).href;
  const foot = 'You get this because you asked for it; end it in Leadgrid under Reports, Drift and review.';
  return {
    subject: `Lead scoring in ${month}: ${word.toLowerCase()}`,
    text: [`${verdict}\n${reason}`, ...sections.map(toText), url, foot].join('\n\n'),
    html: [
      `<h1 style="font-size:18px">${escapeHtml(verdict)}</h1><p>${escapeHtml(reason)}</p>`,
      ...sections.map(toHtml),
      `<p><a href="${escapeHtml(url)}">Open the reports</a></p><p style="color:#666">${escapeHtml(foot)}</p>`,
    ].join(''),
  };
}

function toText({ title, lines }: Section): string {
  return [title, ...lines.map((line) => `- ${line}`)].join('\n');
}

function toHtml({ title, lines }: Section): string {
  const items = lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('');
  return `<h2 style="font-size:14px">${escapeHtml(title)}</h2><ul>${items}</ul>`;
}

function listSections(figures: SummaryFigures): Section[] {
  return [
    { title: 'Close rate by tier at first engagement', lines: figures.rates.map(sayRate) },
    { title: 'In the month', lines: listMonth(figures) },
    { title: 'To look at', lines: listFindings(figures) },
  ].filter(({ lines }) => lines.length > 0);
}

function sayRate({ tier, won, closed, rate, interval }: CloseRate & { tier: string }): string {
  const counts = `${whole(won)} won of ${whole(closed)} closed`;
  if (rate === null || !interval) return `${tier}: ${counts}, too few to say`;
  return `${tier}: ${percent(rate)} (${whole(interval.low * 100)}–${percent(interval.high)}), ${counts}`;
}

function listMonth({ engaged, closed, won, answers, top }: SummaryFigures): string[] {
  return [
    `${whole(engaged)} leads first engaged, ${whole(closed)} deals closed, ${whole(won)} of them won`,
    ...answers.flatMap(({ tier, share, inTime, judged }) =>
      share === null
        ? []
        : [`${tier} leads answered in time: ${percent(share)} (${whole(inTime)} of ${whole(judged)})`],
    ),
    ...(top.minutes > 0 && top.leadShare !== null
      ? [
          `${percent(top.topMinutes / top.minutes)} of selling time went to the best ${percent(top.leadShare)} of leads`,
        ]
      : []),
  ];
}

function listFindings({ contradicting, shifted, review }: SummaryFigures): string[] {
  return [
    ...contradicting.map((label) => `Closed deals contradict the sign of “${label}”`),
    ...shifted.map((label) => `“${label}” has shifted since the close rates were measured`),
    ...review.changes.map(
      ({ label, before, after }) => `Since the last review: ${label}: ${before} → ${after}`,
    ),
    ...(review.due ? ['The quarterly review is due'] : []),
  ];
}

function whole(value: number): string {
  return new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 }).format(value);
}

function percent(share: number): string {
  return `${whole(share * 100)} %`;
}
