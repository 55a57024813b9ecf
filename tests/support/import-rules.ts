/**
 * Who may import whom, as docs and review see it: rooms, and the arrows between them. Pure, so that a test can prove
 * that each rule bites.
 */

export type Room =
  | 'engine'
  | 'calibration'
  | 'server'
  | 'auth'
  | 'pure'
  | 'data'
  | 'mutations'
  | 'loaders'
  | 'actions'
  | 'jobs'
  | 'runtime'
  | 'primitive'
  | 'component'
  | 'page'
  | 'api'
  | 'seed'
  | 'generated'
  | 'free';

export interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const CLOSED_NAMES: Partial<Record<string, Room>> = {
  data: 'data',
  mutations: 'mutations',
  loaders: 'loaders',
  actions: 'actions',
};

const LIB_ROOMS: Partial<Record<string, Room>> = {
  scoring: 'engine',
  calibration: 'calibration',
  server: 'server',
  auth: 'auth',
  jobs: 'jobs',
  runtime: 'runtime',
  generated: 'generated',
};

/** The room of a file, by its path from the root. */
export function roomOf(file: string): Room {
  const [top = '', second = '', third = ''] = file.split('/');
  if (top === 'lib') return LIB_ROOMS[second] ?? CLOSED_NAMES[third.replace(/\.tsx?$/, '')] ?? 'pure';
  if (top === 'components') return second === 'ui' || second === 'charts' ? 'primitive' : 'component';
  if (top === 'app') return second === 'api' ? 'api' : 'page';
  if (top === 'prisma') return 'seed';
  return 'free';
}

interface Rule {
  may: readonly Room[];
  mend: string;
}

const PURE: readonly Room[] = ['pure', 'engine', 'calibration', 'generated'];

const RULES: Partial<Record<Room, Rule>> = {
  engine: {
    may: ['engine'],
    mend: 'The engine knows nothing but numbers: pass what it needs as an argument.',
  },
  calibration: {
    may: ['calibration', 'engine'],
    mend: 'Calibration is pure: read the rows in lib/reports/data.ts and pass them in.',
  },
  server: {
    may: ['server', 'generated'],
    mend: 'lib/server serves every noun and knows none: move this to the noun.',
  },
  auth: {
    may: ['auth', 'server', 'data', 'mutations', 'generated'],
    mend: 'lib/auth knows who may ask, the users and the API keys, and nothing else.',
  },
  pure: {
    may: PURE,
    mend: 'This file is pure: put what reads into data.ts, what writes into mutations.ts, and call it from there.',
  },
  data: {
    may: [...PURE, 'data', 'server'],
    mend: 'data.ts reads: no session, no Next.js, no writing. Guards belong into loaders.ts.',
  },
  mutations: {
    may: [...PURE, 'data', 'mutations', 'server'],
    mend: 'mutations.ts takes a proven Actor as an argument; the guard belongs into actions.ts or the route.',
  },
  loaders: {
    may: [...PURE, 'auth', 'server', 'data', 'loaders'],
    mend: 'A loader guards and reads; writing is for actions.ts.',
  },
  actions: {
    may: [...PURE, 'auth', 'server', 'data', 'mutations'],
    mend: 'An action guards, parses, and calls one mutation.',
  },
  jobs: { may: [...PURE, 'jobs', 'server', 'data', 'mutations'], mend: 'A job is a thin call into a noun.' },
  runtime: {
    may: [...PURE, 'runtime', 'server', 'data', 'mutations', 'jobs', 'seed'],
    mend: 'Start-up code stands below the screens: it may not know pages or components.',
  },
  primitive: {
    may: ['primitive'],
    mend: 'components/ui and components/charts know no domain word: pass finished numbers and labels as props.',
  },
  component: {
    may: [...PURE, 'primitive', 'component', 'actions'],
    mend: 'A component draws: take the data as props from the page, and call actions for changes.',
  },
  page: {
    may: [...PURE, 'page', 'loaders', 'primitive', 'component', 'actions'],
    mend: 'A page composes: let a loader guard and read, and a component draw.',
  },
  api: {
    may: [...PURE, 'api', 'auth', 'server', 'data', 'mutations', 'loaders'],
    mend: 'A route parses, asks the guard, and calls data or a mutation.',
  },
  seed: {
    may: [...PURE, 'seed', 'server', 'data', 'mutations'],
    mend: 'The demo data are loaded through the nouns.',
  },
};

const PRISMA_ROOMS: readonly Room[] = ['server', 'data', 'mutations', 'runtime', 'seed', 'free', 'generated'];

/** What is wrong with one import, with its mend; undefined when it may stand. Types may be taken from anywhere in lib. */
export function judgeImport({ from, to, typeOnly }: Import): string | undefined {
  const room = roomOf(from);
  const rule = RULES[room];
  if (!rule) return undefined;
  if (!to.includes('/') || !/^(app|components|lib|prisma|tests)\//.test(to))
    return judgePackage(room, to, typeOnly);
  const target = roomOf(to);
  if (target === 'free') return `${from} imports ${to}: nothing outside tests/ may need the tests.`;
  if (typeOnly && to.startsWith('lib/') && room !== 'engine' && room !== 'server') return undefined;
  if (
    room === 'auth' &&
    (target === 'data' || target === 'mutations') &&
    !/^lib\/(users|api-keys)\//.test(to)
  ) {
    return `${from} imports ${to}: ${rule.mend}`;
  }
  if ((room === 'loaders' || room === 'actions') && to === 'lib/server/db') {
    return `${from} imports ${to}: loaders and actions never query; put the query into data.ts or mutations.ts.`;
  }
  return rule.may.includes(target) ? undefined : `${from} imports ${to}: ${rule.mend}`;
}

function judgePackage(room: Room, name: string, typeOnly: boolean): string | undefined {
  if (typeOnly) return undefined;
  if (room === 'engine' && name !== 'zod')
    return `lib/scoring imports ${name}: the engine may use zod alone.`;
  if (room === 'calibration' && name !== 'zod' && name.startsWith('node:')) {
    return `lib/calibration imports ${name}: it is pure.`;
  }
  if ((room === 'data' || room === 'mutations') && /^next(-auth)?(\/|$)/.test(name)) {
    return `A ${room} file imports ${name}: data and mutations know no request; guard and revalidate in loaders and actions.`;
  }
  if (/^(pg|@prisma\/client|pg-copy-streams)$/.test(name) && !PRISMA_ROOMS.includes(room)) {
    return `A ${room} file imports ${name}: only data and mutations speak to the database.`;
  }
  return undefined;
}

const FORBIDDEN_NAMES = /^(index|utils?|helpers?|misc|common|shared)\.tsx?$/;

/** Whether a file's name says nothing, which is how rooms become attics. */
export function judgeName(file: string): string | undefined {
  const name = file.split('/').at(-1) ?? '';
  if (!/^(app|components|lib|prisma|tests)\//.test(file)) return undefined;
  if (FORBIDDEN_NAMES.test(name)) return `${file}: name the file for the one thing it does.`;
  if (/^lib\/|^components\//.test(file) && !/^[a-z0-9]+([-.][a-z0-9]+)*\.(tsx?|mjs)$/.test(name)) {
    return `${file}: files are named in kebab-case.`;
  }
  return undefined;
}

/** Circles among nouns, counting only what reads, writes, guards or acts; each as the list of nouns passed through. */
export function findCircles(imports: readonly Import[]): string[][] {
  const active: readonly Room[] = ['data', 'mutations', 'loaders', 'actions'];
  const edges = new Map<string, Set<string>>();
  for (const { from, to, typeOnly } of imports) {
    if (typeOnly || !active.includes(roomOf(from)) || !active.includes(roomOf(to))) continue;
    const [a, b] = [from.split('/')[1] ?? '', to.split('/')[1] ?? ''];
    if (a !== b) edges.set(a, (edges.get(a) ?? new Set()).add(b));
  }
  const circles: string[][] = [];
  const done = new Set<string>();
  const visit = (noun: string, trail: string[]) => {
    const at = trail.indexOf(noun);
    if (at >= 0) return void circles.push([...trail.slice(at), noun]);
    if (done.has(noun)) return;
    for (const next of edges.get(noun) ?? []) visit(next, [...trail, noun]);
    done.add(noun);
  };
  for (const noun of [...edges.keys()].sort()) visit(noun, []);
  return circles;
}
