import { describe, expect, it } from 'vitest';
import { findCircles, judgeImport, judgeName } from './import-rules';

const runtime = (from: string, to: string) => judgeImport({ from, to, typeOnly: false });

describe('judgeImport', () => {
  it.each([
    ['lib/scoring/score-lead.ts', 'lib/leads/constants.ts'],
    ['lib/scoring/score-lead.ts', 'date-fns'],
    ['lib/calibration/lift.ts', 'lib/server/db.ts'],
    ['lib/leads/route-lead.ts', 'lib/leads/data.ts'],
    ['lib/leads/data.ts', 'lib/auth/guards.ts'],
    ['lib/leads/data.ts', 'next/headers'],
    ['lib/leads/mutations.ts', 'lib/auth/guards.ts'],
    ['lib/leads/loaders.ts', 'lib/leads/mutations.ts'],
    ['lib/leads/loaders.ts', 'lib/server/db'],
    ['lib/server/db.ts', 'lib/leads/data.ts'],
    ['lib/auth/session.ts', 'lib/leads/data.ts'],
    ['components/ui/button.tsx', 'lib/leads/constants.ts'],
    ['components/ui/button.tsx', 'components/leads/lead-head.tsx'],
    ['components/leads/lead-head.tsx', 'lib/leads/data.ts'],
    ['components/leads/lead-head.tsx', 'pg'],
    ['app/(app)/queue/page.tsx', 'lib/queue/data.ts'],
    ['app/(app)/queue/page.tsx', 'lib/server/db.ts'],
    ['lib/jobs/rescore.ts', 'lib/auth/guards.ts'],
    ['lib/runtime/start.ts', 'components/ui/button.tsx'],
    ['lib/leads/data.ts', 'tests/support/browser.ts'],
  ])('refuses %s → %s', (from, to) => {
    expect(runtime(from, to)).toMatch(/./);
  });

  it.each([
    ['lib/scoring/score-lead.ts', 'lib/scoring/decay.ts'],
    ['lib/scoring/input.ts', 'zod'],
    ['lib/leads/data.ts', 'lib/server/db.ts'],
    ['lib/leads/actions.ts', 'lib/auth/guards.ts'],
    ['lib/leads/loaders.ts', 'lib/scores/data.ts'],
    ['components/leads/lead-head.tsx', 'components/ui/button.tsx'],
    ['components/leads/lead-head.tsx', 'lib/leads/actions.ts'],
    ['app/(app)/queue/page.tsx', 'lib/queue/loaders.ts'],
    ['app/api/health/route.ts', 'lib/server/db.ts'],
    ['tests/integration/queue.test.ts', 'lib/queue/data.ts'],
  ])('lets %s → %s stand', (from, to) => {
    expect(runtime(from, to)).toBeUndefined();
  });

  it('lets a component take a type from the data that it is given', () => {
    const type = { from: 'components/leads/lead-head.tsx', to: 'lib/leads/data.ts', typeOnly: true };
    expect(judgeImport(type)).toBeUndefined();
  });
});

describe('judgeName', () => {
  it.each(['lib/leads/utils.ts', 'components/leads/index.ts', 'lib/leads/RouteLead.ts'])(
    'refuses %s',
    (file) => {
      expect(judgeName(file)).toMatch(/./);
    },
  );

  it.each(['lib/leads/route-lead.test.ts', 'app/(app)/queue/page.tsx', 'lib/runtime/bootstrap.mjs'])(
    'accepts %s',
    (file) => {
      expect(judgeName(file)).toBeUndefined();
    },
  );
});

describe('findCircles', () => {
  it('finds nouns that need each other, however far around', () => {
    const circle = [
      { from: 'lib/leads/data.ts', to: 'lib/scores/data.ts', typeOnly: false },
      { from: 'lib/scores/data.ts', to: 'lib/rubrics/data.ts', typeOnly: false },
      { from: 'lib/rubrics/data.ts', to: 'lib/leads/data.ts', typeOnly: false },
    ];
    expect(findCircles(circle)).toEqual([['leads', 'scores', 'rubrics', 'leads']]);
    expect(findCircles(circle.slice(0, 2))).toEqual([]);
  });
});
