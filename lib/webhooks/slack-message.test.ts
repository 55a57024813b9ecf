import { describe, expect, it } from 'vitest';
import { buildEmail } from './email-message';
import { buildSlackMessage, escapeSlack } from './slack-message';
import type { NoticeData } from './types';

function notice(name: string, change: Partial<NoticeData['lead']> = {}): NoticeData {
  return {
    lead: {
      id: '01936b2e-7a10-7000-8000-000000000001',
      url: 'https://leads.example.com/leads/01936b2e-7a10-7000-8000-000000000001',
      name,
      email: 'jana_petrov@acme.example',
      title: 'Head of Sales',
      state: 'new',
      source: null,
      externalId: null,
      owner: null,
      ...change,
    },
    company: { id: '1', name: 'Acme & Sons', domain: 'acme.example', source: null, externalId: null },
    score: {
      score: 70,
      fit: 60,
      intent: 80,
      tier: 'A',
      action: 'route',
      quadrant: 'route_now',
      scoreBefore: 30,
      tierBefore: 'C',
      quadrantBefore: 'nurture',
      cause: 'event',
      change: '30 → 70: requested a demo +40',
      reasons: ['Requested a demo: +80 intent', 'A head: +60 fit'],
    },
  };
}

const textsIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'text' && typeof inner === 'string' ? [inner] : textsIn(inner),
  );
};

describe('buildSlackMessage', () => {
  it('tells of one lead with its figures, reasons and a way to open it', () => {
    const { text, blocks } = buildSlackMessage([notice('Jana Petrov')]);
    expect(text).toBe('New A: Jana Petrov, Acme &amp; Sons');
    expect(blocks.map(({ type }) => type)).toEqual(['header', 'section', 'section', 'context', 'actions']);
    const all = textsIn({ blocks }).join('\n');
    expect(all).toContain(
      '<https://leads.example.com/leads/01936b2e-7a10-7000-8000-000000000001|Jana Petrov, Acme &amp; Sons>',
    );
    expect(all).toContain('score 70, fit 60, intent 80');
    expect(all).toContain('• Requested a demo: +80 intent');
    expect(all).toContain('jana_petrov@acme.example');
  });

  it('lets nobody write to everyone, put in a link, or break out of one', () => {
    const name = '<!channel> <https://evil.example|click> a|b> & *x*\n`y`';
    const { text, blocks } = buildSlackMessage([notice(name)]);
    for (const one of [text, ...textsIn({ blocks: blocks.slice(1) })]) {
      const links = one.match(/<[^>]*>/g) ?? [];
      expect(links.every((link) => link.startsWith('<https://leads.example.com/leads/'))).toBe(true);
      expect(one).not.toContain('<!');
    }
    expect(escapeSlack('<a & b>')).toBe('&lt;a &amp; b&gt;');
  });

  it('gathers many into one message and keeps within what Slack takes', () => {
    const long = 'x'.repeat(4_000);
    const { text, blocks } = buildSlackMessage(Array.from({ length: 300 }, () => notice(long)));
    expect(text).toBe('300 new leads to route');
    expect(textsIn({ blocks }).at(-1)).toContain('…');
    const one = buildSlackMessage([notice(long, { title: long })]);
    for (const made of [blocks, one.blocks]) {
      expect(made.length).toBeLessThanOrEqual(50);
      for (const part of textsIn({ blocks: made })) expect(part.length).toBeLessThanOrEqual(3_000);
      expect(textsIn({ blocks: made })[0]?.length).toBeLessThanOrEqual(150);
    }
  });
});

describe('buildEmail', () => {
  it('says the same in plain text and in HTML', () => {
    const { subject, text, html } = buildEmail([notice('Jana Petrov')]);
    expect(subject).toBe('New A: Jana Petrov, Acme & Sons');
    for (const part of [text, html]) {
      expect(part).toContain('Requested a demo: +80 intent');
      expect(part).toContain('https://leads.example.com/leads/');
    }
    expect(html).toContain('Acme &amp; Sons');
  });

  it('lets nobody add a header or a tag', () => {
    const { subject, html } = buildEmail([notice('Jana\r\nBcc: all@acme.example <script>alert(1)</script>')]);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toContain('<script');
  });

  it('names the first of many, and how many there are', () => {
    const { subject, text } = buildEmail(Array.from({ length: 40 }, (_, i) => notice(`Lead ${i + 1}`)));
    expect(subject).toBe('40 new leads to route');
    expect(text).toContain('Lead 25');
    expect(text).toContain('and 15 more');
  });
});
