import { beforeAll, describe, expect, it } from 'vitest';
import { B2B_SAAS_TEMPLATE } from '@/lib/rubrics/templates/b2b-saas';
import { compileRubric } from '@/lib/scoring/compile-rubric';
import { scoreAll } from '@/lib/scoring/score-all';
import { scoreLead } from '@/lib/scoring/score-lead';
import type { EventInput, LeadInput } from '@/lib/scoring/types';
import { generateDemoData } from './generate-demo-data';
import type { DemoAttributeChange, DemoData, DemoLead, JsonObject } from './types';

const NOW = new Date('2026-06-10T09:30:00Z');

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

/** The demo data as the engine takes it, at any instant. */
class DemoHistory {
  readonly events: EventInput[];
  private readonly ofLead: Map<string, EventInput[]>;
  private readonly ofCompany: Map<string, EventInput[]>;
  private readonly companies: Map<string, JsonObject>;
  private readonly changes: Map<string, DemoAttributeChange[]>;

  constructor(readonly data: DemoData) {
    this.events = data.events
      .filter(({ filteredAs }) => filteredAs === null)
      .map((row) => ({ ...row, at: row.at.getTime() }));
    this.ofLead = groupBy(this.events, ({ leadId }) => leadId ?? '');
    this.ofCompany = groupBy(this.events, ({ companyId }) => companyId ?? '');
    this.companies = new Map(data.companies.map(({ id, attributes }) => [id, attributes]));
    this.changes = groupBy(data.attributeChanges, ({ leadId, companyId }) => leadId ?? companyId ?? '');
  }

  leadAt({ id, email, createdAt, attributes, companyId }: DemoLead, at: Date): LeadInput {
    const company =
      companyId === null
        ? null
        : { id: companyId, ...this.undo(companyId, this.companies.get(companyId) ?? {}, at) };
    return { id, email, createdAt: createdAt.getTime(), attributes: this.undo(id, attributes, at), company };
  }

  eventsOf({ id, companyId }: DemoLead): { own: EventInput[]; company: EventInput[] } {
    const own = this.ofLead.get(id) ?? [];
    return { own, company: companyId === null ? own : (this.ofCompany.get(companyId) ?? []) };
  }

  /** Attributes with the changes after `at` undone, latest first. The template reads no custom attribute. */
  private undo(id: string, attributes: JsonObject, at: Date): JsonObject {
    const past = { ...attributes };
    const later = (this.changes.get(id) ?? []).filter(
      (change) => change.at > at && !change.key.startsWith('custom.'),
    );
    later.sort((left, right) => Number(right.at) - Number(left.at));
    for (const { key, before } of later) past[key] = before;
    return past;
  }
}

describe('the demo data under the template', { timeout: 30_000 }, () => {
  const compiled = compileRubric(B2B_SAAS_TEMPLATE);
  const history = new DemoHistory(generateDemoData({ now: NOW }));
  const { data } = history;
  const rate = new Map<string, { won: number; closed: number; share: number }>();

  beforeAll(() => {
    const leads = new Map(data.leads.map((lead) => [lead.id, lead]));
    for (const { leadId, engagedAt, outcome } of data.deals) {
      const lead = leads.get(leadId);
      if (lead === undefined || outcome === 'open') continue;
      const { own, company } = history.eventsOf(lead);
      const { tier } = scoreLead(
        compiled,
        history.leadAt(lead, engagedAt),
        own,
        company,
        engagedAt.getTime(),
      );
      const so = rate.get(tier) ?? { won: 0, closed: 0, share: 0 };
      so.closed += 1;
      so.won += outcome === 'won' ? 1 : 0;
      so.share = so.won / so.closed;
      rate.set(tier, so);
    }
  }, 30_000);

  it('closes A far better than B, and B better than C, by the tier at first engagement', () => {
    const [a, b, c] = ['A', 'B', 'C'].map((tier) => rate.get(tier) ?? { won: 0, closed: 0, share: 0 });
    if (a === undefined || b === undefined || c === undefined) expect.fail('a tier has no deals');
    expect(Math.min(a.closed, b.closed, c.closed)).toBeGreaterThan(100);
    const rest = (b.won + c.won) / (b.closed + c.closed);
    expect(a.share / rest).toBeGreaterThan(3);
    expect(a.share).toBeLessThan(0.65);
    expect(b.share).toBeGreaterThan(1.8 * c.share);
    expect(c.won).toBeGreaterThan(0);
  });

  it('has a queue worth opening today: few A, a fair share of B, the rest C', () => {
    const inputs = data.leads.map((lead) => history.leadAt(lead, NOW));
    const scores = scoreAll(compiled, inputs, history.events, NOW.getTime());
    const share = (tier: string) => scores.filter((score) => score.tier === tier).length / scores.length;
    expect(share('A')).toBeGreaterThan(0.01);
    expect(share('A')).toBeLessThan(0.03);
    expect(share('B')).toBeGreaterThan(0.15);
    expect(share('B')).toBeLessThan(0.3);
    const unclaimed = new Set(data.leads.filter(({ ownerId }) => ownerId === null).map(({ id }) => id));
    expect(scores.filter(({ leadId, tier }) => tier === 'A' && unclaimed.has(leadId)).length).toBeGreaterThan(
      10,
    );
    expect(
      scores.filter(({ disqualifiedBy }) => disqualifiedBy.includes('competitor')).length,
    ).toBeGreaterThan(0);
  });
});
