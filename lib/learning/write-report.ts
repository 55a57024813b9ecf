import type { GainsPoint } from '@/lib/calibration/gains-curve';
import type { Interval } from '@/lib/calibration/types';
import { describeCondition } from '@/lib/scoring/describe';
import type { FitCriterion } from '@/lib/scoring/types';
import { REPORT_STYLES } from './report-styles';
import type { LearnResult } from './write-result';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}

const percent = (rate: number | null) => (rate === null ? '–' : `${(rate * 100).toFixed(1)} %`);
const figure = (value: number | null, digits = 3) => (value === null ? '–' : value.toFixed(digits));
const count = (value: number) => value.toLocaleString('en');
const between = (interval: Interval | null) =>
  interval === null ? '' : `${(interval.low * 100).toFixed(1)}–${(interval.high * 100).toFixed(1)} %`;

function signed(points: number): string {
  return points < 0 ? `<span class="minus">−${Math.abs(points)}</span>` : `+${points}`;
}

/** A table of cells that are HTML already; columns whose head begins with ">" are figures. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const side = (place: number) => (heads[place]?.startsWith('>') ? ' class="r"' : '');
  const head = heads
    .map((name, place) => `<th${side(place)}>${escape(name.replace(/^>/, ''))}</th>`)
    .join('');
  const body = rows
    .map((cells) =>
      cells.length === 1
        ? `<tr class="group"><td colspan="${heads.length}">${cells[0] ?? ''}</td></tr>`
        : `<tr>${cells.map((cell, place) => `<td${side(place)}>${cell}</td>`).join('')}</tr>`,
    )
    .join('\n');
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function writeCriteria({ rubric, criteria }: LearnResult): string {
  const learned = new Map(criteria.map((criterion) => [criterion.id, criterion]));
  const toRow = ({ id, label, points, when }: FitCriterion): string[] => {
    const evidence = learned.get(id)?.evidence;
    const words = evidence ? `<br><span class="soft">${escape(describeCondition(when))}</span>` : '';
    return [
      `${escape(label)}${words}`,
      signed(points),
      evidence ? count(evidence.with.won + evidence.with.lost) : '',
      evidence
        ? `${percent(evidence.with.rate)}<br><span class="soft">${between(evidence.with.interval)}</span>`
        : '',
      evidence ? percent(evidence.without.rate) : '',
      evidence ? figure(evidence.weightOfEvidence, 2) : '',
      evidence ? figure(evidence.informationValue) : '',
    ];
  };
  const rows = rubric.fit.groups.flatMap(({ label, criteria: own }) => [[escape(label)], ...own.map(toRow)]);
  const heads = [
    'Criterion',
    '>Points',
    '>Rows with it',
    '>Won with it',
    '>Won without',
    '>Weight of evidence',
    '>Information value',
  ];
  return table(heads, rows);
}

const SIZE = 300;

function drawCurve(points: readonly GainsPoint[], colour: string, dash = ''): string {
  const path = points.map(
    ({ share, wins }) => `${(share * SIZE).toFixed(1)},${(SIZE - wins * SIZE).toFixed(1)}`,
  );
  return `<polyline points="${path.join(' ')}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>`;
}

function drawGains({ gains, baselineGains }: LearnResult): string {
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const at = share * SIZE;
    const text = `${share * 100} %`;
    return `<line x1="0" x2="${SIZE}" y1="${at}" y2="${at}" stroke="var(--line)"/><text x="-6" y="${SIZE - at + 4}" text-anchor="end">${text}</text><text x="${at}" y="${SIZE + 16}" text-anchor="middle">${text}</text>`;
  });
  return `<svg viewBox="-48 -8 372 348" role="img" aria-label="Share of all won among the best-scored rows"><g font-size="11" fill="var(--faint)">${ticks.join('')}<text x="${SIZE / 2}" y="${SIZE + 32}" text-anchor="middle">best-scored rows taken</text></g>
<line x1="0" y1="${SIZE}" x2="${SIZE}" y2="0" stroke="var(--line)"/>
${drawCurve(baselineGains, 'var(--faint)', '4 3')}${drawCurve(gains, 'var(--accent)')}</svg>
<p class="soft">Solid: the rubric. Dashed: the plain baseline. The straight line is chance.</p>`;
}

function writeFigures(result: LearnResult): string {
  const { baseline } = result;
  const cells: [string, number | null, number | null, number][] = [
    ['AUC', result.auc, baseline.auc, 3],
    ['Lift of the best tenth', result.liftTop10, baseline.liftTop10, 2],
    ['Lift of the best quarter', result.liftTop25, baseline.liftTop25, 2],
    ['Brier score', result.brier, baseline.brier, 4],
  ];
  const boxes = cells.map(
    ([name, own, plain, digits]) =>
      `<div class="figure">${name}<b class="num">${figure(own, digits)}</b><span class="soft num">baseline ${figure(plain, digits)}</span></div>`,
  );
  return `<div class="figures">${boxes.join('')}</div>`;
}

/** The rubric in words, its evidence, and how it does on rows nothing was learned from: one page of HTML that needs nothing else. */
export function writeReport(result: LearnResult): string {
  const { rubric, training, holdOut, outcome, leftOut, baseline } = result;
  const bands = result.calibration.map((band) => [
    `${band.low}–${band.high}`,
    count(band.closed),
    count(band.won),
    band.rate === null ? 'too few to say' : percent(band.rate),
    between(band.interval),
    percent(band.foretold),
  ]);
  const tiers = rubric.tiers.map(({ name, minScore }) => [escape(name), `${minScore}`]);
  const left = leftOut.map(({ column, reason }) => [escape(column), escape(reason)]);
  const title = escape(rubric.name);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${REPORT_STYLES}</style></head>
<body><main>
<h1>${title}</h1>
<p class="soft">Won means ${escape(outcome.column)} = ${escape(outcome.positive)}. Learned from ${count(training.rows)} rows (${count(training.positive)} won), judged on ${count(holdOut.rows)} others (${count(holdOut.positive)} won): ${escape(holdOut.words)}.</p>
${writeFigures(result)}
<p>The baseline is a ${escape(baseline.model)}. ${escape(result.scoredAs)}</p>
<h2>The rubric</h2>
<p class="soft">A lead's score is the sum of what holds for it, from 0 to 100. Counts and rates are of the training rows; points come from all criteria together, so they need not follow one criterion's rate alone.</p>
${writeCriteria(result)}
<h2>Tiers</h2>
${table(['Tier', '>From a score of'], tiers)}
<h2>Gains</h2>
${drawGains(result)}
<h2>Does the score mean what it says?</h2>
${table(['Score', '>Rows', '>Won', '>Win rate', '>95 % interval', '>Foretold'], bands)}
<h2>Columns left out</h2>
${left.length === 0 ? '<p>None.</p>' : table(['Column', 'Why'], left)}
</main></body></html>
`;
}
