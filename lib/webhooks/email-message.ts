import { titleOf } from './slack-message';
import type { NoticeData } from './types';

/** Leads that a gathered message names one by one. */
const MOST_NAMED = 25;

export interface EmailMessage {
  subject: string;
  text: string;
  html: string;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** A line of a header: a line break in it would begin another one. */
function toLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

function listFacts({ lead, company, score }: NoticeData): string[] {
  return [
    [lead.title, company?.name].filter(Boolean).join(', '),
    lead.email ?? '',
    score ? `Score ${score.score}, fit ${score.fit}, intent ${score.intent}` : '',
    lead.owner ? `Owned by ${lead.owner.name}` : 'Nobody owns this lead yet',
  ].filter((fact) => fact !== '');
}

function writeText(notice: NoticeData): string {
  const { lead, score } = notice;
  const reasons = (score?.reasons ?? []).map((reason) => `- ${reason}`);
  const change = score?.change ? [score.change] : [];
  return [lead.name, ...listFacts(notice), ...change, ...reasons, lead.url].map(toLine).join('\n');
}

function writeHtml(notice: NoticeData): string {
  const { lead, score } = notice;
  const lines = [...listFacts(notice), ...(score?.change ? [score.change] : [])].map(escapeHtml);
  const reasons = (score?.reasons ?? []).map((reason) => `<li>${escapeHtml(reason)}</li>`).join('');
  const link = `<a href="${escapeHtml(lead.url)}">${escapeHtml(lead.name)}</a>`;
  return `<p><strong>${link}</strong><br>${lines.join('<br>')}</p>${reasons === '' ? '' : `<ul>${reasons}</ul>`}`;
}

/** An e-mail that tells of leads to route: plain text, and the same in HTML without anything loaded from elsewhere. */
export function buildEmail(notices: readonly NoticeData[]): EmailMessage {
  const named = notices.slice(0, MOST_NAMED);
  const more = notices.length - named.length;
  const rest = more > 0 ? `and ${more} more` : '';
  return {
    subject: toLine(titleOf(notices)).slice(0, 180),
    text: [...named.map(writeText), ...(rest === '' ? [] : [rest])].join('\n\n'),
    html: `${named.map(writeHtml).join('')}${rest === '' ? '' : `<p>${rest}</p>`}`,
  };
}
