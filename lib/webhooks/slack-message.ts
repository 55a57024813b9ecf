import type { NoticeData } from './types';

/** Slack takes 3,000 characters in a section and 150 in a header. */
const LONGEST_SECTION = 2_900;
const LONGEST_HEADER = 150;

/** Leads that a gathered message names one by one. */
const MOST_NAMED = 10;

/** Text as Slack's markup reads it: only these three signs have a meaning. */
export function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Escaped, in one line, without the marks that make text bold, struck or a link's end. */
function say(text: string): string {
  return escapeSlack(text.replace(/\s+/gu, ' ').trim()).replace(/[*~`|]/gu, ' ');
}

function cut(text: string, length: number): string {
  const whole = Array.from(text);
  return whole.length <= length ? text : `${whole.slice(0, length - 1).join('')}…`;
}

function nameLead({ lead, company }: NoticeData): string {
  return company ? `${lead.name}, ${company.name}` : lead.name;
}

function writeLink(notice: NoticeData): string {
  return `<${notice.lead.url}|${cut(say(nameLead(notice)), 200)}>`;
}

function writeFigures({ score }: NoticeData): string {
  return score ? `score ${score.score}, fit ${score.fit}, intent ${score.intent}` : '';
}

/** The head line, in plain words: what phones and screen readers show instead of the blocks. */
export function titleOf(notices: readonly NoticeData[]): string {
  const [first] = notices;
  const tier = first?.score?.tier ?? 'A';
  if (notices.length === 1 && first) return `New ${tier}: ${nameLead(first)}`;
  return `${notices.length} new leads to route`;
}

interface Block {
  type: string;
  [key: string]: unknown;
}

const section = (text: string): Block => ({
  type: 'section',
  text: { type: 'mrkdwn', text: cut(text, LONGEST_SECTION) },
});

function writeOne(notice: NoticeData): Block[] {
  const { lead, score } = notice;
  const facts = [lead.title, lead.email, lead.owner && `owned by ${lead.owner.name}`].filter(Boolean);
  const reasons = (score?.reasons ?? []).map((reason) => `• ${say(reason)}`).join('\n');
  return [
    section(`*${writeLink(notice)}*\n${say(writeFigures(notice))}`),
    ...(reasons === '' ? [] : [section(reasons)]),
    {
      type: 'context',
      elements: [
        {
          type: 'mrkdwn',
          text:
            cut(
              [...facts, score?.change]
                .filter(Boolean)
                .map((fact) => say(String(fact)))
                .join(' · '),
              1_900,
            ) || 'Leadgrid',
        },
      ],
    },
    {
      type: 'actions',
      elements: [{ type: 'button', text: { type: 'plain_text', text: 'Open the lead' }, url: lead.url }],
    },
  ];
}

function writeMany(notices: readonly NoticeData[]): Block[] {
  const lines = notices
    .slice(0, MOST_NAMED)
    .map((notice) => `• ${writeLink(notice)}: ${say(writeFigures(notice))}`);
  const more = notices.length - MOST_NAMED;
  return [section([...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n'))];
}

/** A message for Slack and whatever takes the same incoming webhooks: blocks, and text for where these are not shown. */
export function buildSlackMessage(notices: readonly NoticeData[]): { text: string; blocks: Block[] } {
  const title = titleOf(notices);
  const [first] = notices;
  const body = notices.length === 1 && first ? writeOne(first) : writeMany(notices);
  const header = {
    type: 'header',
    text: { type: 'plain_text', text: cut(title.replace(/\s+/gu, ' '), LONGEST_HEADER), emoji: false },
  };
  return { text: escapeSlack(title), blocks: [header, ...body] };
}
