import { describe, expect, it } from 'vitest';
import { compileRubric } from '@/lib/scoring/compile-rubric';
import { scoreLead } from '@/lib/scoring/score-lead';
import type { EventInput, LeadInput } from '@/lib/scoring/types';
import { B2B_SAAS_TEMPLATE } from './b2b-saas';

const AS_OF = Date.UTC(2026, 5, 1);
const DAY = 86_400_000;

const revenueLeader: LeadInput = {
  id: 'lead-1',
  email: 'jana.petrov@kessel.example',
  createdAt: AS_OF - 100 * DAY,
  attributes: { title: 'VP Revenue Operations' },
  company: {
    id: 'company-1',
    employees: 420,
    industry: 'Industrial software',
    revenue: 60_000_000,
    country: 'Germany',
    technologies: ['Slack', 'HubSpot'],
  },
};

function event(
  id: string,
  type: string,
  daysAgo: number,
  properties: Record<string, string> = {},
): EventInput {
  return { id, leadId: 'lead-1', companyId: 'company-1', type, at: AS_OF - daysAgo * DAY, properties };
}

function score(lead: LeadInput, events: EventInput[]) {
  return scoreLead(compileRubric(B2B_SAAS_TEMPLATE), lead, events, events, AS_OF);
}

describe('the B2B SaaS template', () => {
  it('routes a revenue leader of a suitable company who asks for a demo', () => {
    const now = score(revenueLeader, [
      event('e1', 'demo_requested', 0.1),
      event('e2', 'page_viewed', 0.2, { path: '/pricing' }),
    ]);
    expect(now).toMatchObject({ fit: 95, tier: 'A', quadrant: 'route_now' });
  });

  it('leaves the same leader to nurture once the interest is months old', () => {
    const later = score(revenueLeader, [event('e1', 'demo_requested', 120)]);
    expect(later).toMatchObject({ fit: 95, intent: 0, tier: 'B', quadrant: 'nurture' });
  });

  it('holds back a student, however eager', () => {
    const student = {
      ...revenueLeader,
      email: 'kim@gmail.com',
      attributes: { title: 'Student' },
      company: null,
    };
    expect(score(student, [event('e1', 'demo_requested', 0.1)])).toMatchObject({ fit: 0, tier: 'C' });
  });

  it('takes "intern" as a whole word', () => {
    const director = { ...revenueLeader, attributes: { title: 'Director of International Sales' } };
    expect(score(director, []).fit).toBe(95);
  });

  it.each([
    ['someone@pipeheat.example', 'competitor'],
    ['someone@mailinator.com', 'disposable-email'],
  ])('disqualifies %s', (email, disqualifier) => {
    const out = score({ ...revenueLeader, email }, [event('e1', 'demo_requested', 0.1)]);
    expect(out).toMatchObject({ tier: 'C', quadrant: 'deprioritize', disqualifiedBy: [disqualifier] });
  });
});
