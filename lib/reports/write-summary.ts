import { escapeHtml } from '@/lib/webhooks/email-message';
import type { Interval } from '@/lib/calibration/types';
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

const RATES = 'Close rate by tier at first engagement';

// Mail programs read styles on the elements alone; without a background of its own, it is readable in the dark too.
const BODY = "max-width:560px;font:15px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif";
const QUIET = 'font-size:13px;color:#767680';
const CELL = 'padding:7px 0;border-bottom:1px solid #80808040';
const HEAD_CELL = `${CELL};font-size:13px;font-weight:normal;color:#767680`;
const BUTTON =
  'display:inline-block;padding:9px 14px;border-radius:6px;background:#4338ca;color:#ffffff;text-decoration:none';

/** A month's summary as an e-mail: plain text, and the same in HTML without anything loaded from elsewhere. */
export function writeSummary(figures: SummaryFigures, baseUrl: string) {
  const month = new Intl.DateTimeFormat(LOCALE, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${figures.month}-01T00:00:00Z`),
  );
  const { word, sentence, interval, reason } = figures.verdict;
  const verdict = `${word}: ${sentence}${interval === null ? '' : ` (${interval})`}`;
  const rates = { title: RATES, lines: figures.rates.map(sayRate) };
  const sections = listSections(figures);
  const url = new URL('/reports', baseUrl).href;
  const foot = 'You get this because you asked for it; end it in Leadgrid under Reports, Drift and review.';
  return {
    subject: `Lead scoring in ${month}: ${word.toLowerCase()}`,
    text: [`${verdict}\n${reason}`, ...[rates, ...sections].map(toText), url, foot].join('\n\n'),
    html: [
      `<div style="${BODY}"><p style="margin:0;${QUIET}">Lead scoring in ${escapeHtml(month)}</p>`,
      `<h1 style="margin:4px 0;font-size:20px;line-height:1.3">${escapeHtml(verdict)}</h1><p style="margin:0">${escapeHtml(reason)}</p>`,
      toHead(RATES),
      toRateTable(figures.rates),
      ...sections.map(toHtml),
      `<p style="margin:24px 0"><a href="${escapeHtml(url)}" style="${BUTTON}">Open the reports</a></p>`,
      `<p style="margin:0;${QUIET}">${escapeHtml(foot)}</p></div>`,
    ].join(''),
  };
}

function toText({ title, lines }: Section): string {
  return [title, ...lines.map((line) => `- ${line}`)].join('\n');
}

function toHtml({ title, lines }: Section): string {
  const items = lines.map((line) => `<li style="margin:4px 0">${escapeHtml(line)}</li>`).join('');
  return `${toHead(title)}<ul style="margin:0;padding-left:20px">${items}</ul>`;
}

function toHead(title: string): string {
  return `<h2 style="margin:24px 0 6px;font-size:15px">${escapeHtml(title)}</h2>`;
}

function toRateTable(rates: SummaryFigures['rates']): string {
  const row = (tag: 'th' | 'td', [first = '', ...others]: readonly string[]) => {
    const cell = (text: string, align: string) =>
      `<${tag} align="${align}" style="${tag === 'th' ? HEAD_CELL : CELL}">${escapeHtml(text)}</${tag}>`;
    return `<tr>${cell(first, 'left')}${others.map((text) => cell(text, 'right')).join('')}</tr>`;
  };
  const rows = rates.map(({ tier, won, closed, rate, interval }) => {
    const shown =
      rate === null || !interval ? ['too few to say', ''] : [percent(rate), sayInterval(interval)];
    return row('td', [tier, ...shown, `${whole(won)}/${whole(closed)}`]);
  });
  const head = row('th', ['Tier', 'Close rate', '95 % interval', 'Won/closed']);
  return `<table width="100%" cellspacing="0" cellpadding="0" style="border-collapse:collapse">${head}${rows.join('')}</table>`;
}

function listSections(figures: SummaryFigures): Section[] {
  return [
    { title: 'In the month', lines: listMonth(figures) },
    { title: 'To look at', lines: listFindings(figures) },
    { title: 'Since the last review', lines: figures.review.changes.map(sayChange) },
  ].filter(({ lines }) => lines.length > 0);
}

function sayRate({ tier, won, closed, rate, interval }: CloseRate & { tier: string }): string {
  const counts = `${whole(won)} won of ${whole(closed)} closed`;
  if (rate === null || !interval) return `${tier}: ${counts}, too few to say`;
  return `${tier}: ${percent(rate)} (${sayInterval(interval)}), ${counts}`;
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
    ...(review.due ? ['The quarterly review is due'] : []),
  ];
}

function sayChange({ label, before, after }: ReviewChange): string {
  return `${label}: ${before} → ${after}`;
}

function sayInterval({ low, high }: Interval): string {
  return `${whole(low * 100)}–${percent(high)}`;
}

function whole(value: number): string {
  return new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 }).format(value);
}

function percent(share: number): string {
  return `${whole(share * 100)}\u00a0%`;
}
