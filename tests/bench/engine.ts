import jsonLogic, { type AdditionalOperation, type RulesLogic } from 'json-logic-js';
import { Engine } from 'json-rules-engine';
import { compileRubric, type CompiledRubric } from '@/lib/scoring/compile-rubric';
import { RUBRIC_FORMAT, type LeadInput, type Rubric } from '@/lib/scoring/types';
import { makeLeads } from '@/tests/support/engine-leads';
import {
  ADDED_OPERATIONS,
  DERIVED_FACTS,
  FIT_RULES,
  toFacts,
  toJsonLogic,
  toJsonRules,
  type Facts,
} from '@/tests/support/engine-rules';

const LEADS = 2_000;
const RUNS = 5;
/** Each run goes over the leads again and again for at least so long. */
const RUN_MS = 400;
const AS_OF = Date.UTC(2026, 5, 1);
const WANTED = { jsonRulesEngine: 300, jsonLogicJs: 20 };

/** Per lead, bit n of the answer says whether rule n holds. */
type Answers = Int32Array;
type Logic = RulesLogic<AdditionalOperation>;
type Contender = () => Answers | Promise<Answers>;

function makeRubric(): Rubric {
  const criteria = FIT_RULES.map((when, place) => ({
    id: `rule-${place}`,
    label: `Rule ${place}`,
    when,
    points: 1,
  }));
  return {
    format: RUBRIC_FORMAT,
    name: 'Bench',
    fit: { groups: [{ id: 'fit', label: 'Fit', criteria }] },
    intent: { groups: [] },
    disqualifiers: [],
    fitWeight: 1,
    grid: { fitCut: 50, intentCut: 50 },
    tiers: [{ name: 'A', minScore: 0, minFit: 0, minIntent: 0, action: 'route' }],
  };
}

function answerWithOurs({ leadConditions }: CompiledRubric, leads: readonly LeadInput[]): Answers {
  const answers = new Int32Array(leads.length);
  leads.forEach((lead, i) => {
    const held = leadConditions.evaluate(lead, AS_OF);
    let bits = 0;
    for (let rule = 0; rule < held.length; rule += 1) bits |= (held[rule] ?? 0) << rule;
    answers[i] = bits;
  });
  return answers;
}

function answerWithJsonLogic(rules: readonly Logic[], facts: readonly Facts[]): Answers {
  const answers = new Int32Array(facts.length);
  facts.forEach((fact, i) => {
    let bits = 0;
    rules.forEach((rule, place) => {
      if (jsonLogic.apply(rule, fact)) bits |= 1 << place;
    });
    answers[i] = bits;
  });
  return answers;
}

function makeJsonRulesEngine(): Engine {
  const engine = new Engine();
  for (const [name, operation] of Object.entries(ADDED_OPERATIONS)) engine.addOperator(name, operation);
  for (const [name, derive] of Object.entries(DERIVED_FACTS)) {
    engine.addFact(name, async (_, almanac) => derive(await almanac.factValue<string>('email')));
  }
  FIT_RULES.forEach((condition, place) => {
    engine.addRule({ conditions: toJsonRules(condition), event: { type: String(place) } });
  });
  return engine;
}

function makeJsonLogicRules(): Logic[] {
  for (const [name, operation] of Object.entries({ ...ADDED_OPERATIONS, ...DERIVED_FACTS })) {
    jsonLogic.add_operation(name, operation);
  }
  return FIT_RULES.map(toJsonLogic);
}

async function answerWithJsonRules(engine: Engine, facts: readonly Facts[]): Promise<Answers> {
  const answers = new Int32Array(facts.length);
  for (const [i, fact] of facts.entries()) {
    const { events } = await engine.run(fact);
    let bits = 0;
    for (const { type } of events) bits |= 1 << Number(type);
    answers[i] = bits;
  }
  return answers;
}

function compareAnswers(name: string, ours: Answers, theirs: Answers): void {
  theirs.forEach((bits, i) => {
    if (bits === ours[i]) return;
    throw new Error(`${name} answers ${bits.toString(2)} for lead ${i}, ours ${ours[i]?.toString(2)}.`);
  });
}

/** Processor time this process has used, in milliseconds: other programs on the machine do not count against anyone. */
function readProcessorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function runOnce(contender: Contender): Promise<number> {
  const start = readProcessorTime();
  let elapsed = 0;
  let leads = 0;
  while (elapsed < RUN_MS) {
    leads += (await contender()).length;
    elapsed = readProcessorTime() - start;
  }
  return (leads / elapsed) * 1000;
}

function medianOf(rates: readonly number[]): number {
  return Math.round(rates.toSorted((a, b) => a - b)[Math.floor(rates.length / 2)] ?? 0);
}

/** Leads per second of each contender: the median of several runs in turn, after one that does not count. */
async function measureRates(contenders: readonly Contender[]): Promise<number[]> {
  const rates = contenders.map((): number[] => []);
  for (let run = 0; run <= RUNS; run += 1) {
    for (const [place, contender] of contenders.entries()) {
      const rate = await runOnce(contender);
      if (run > 0) rates[place]?.push(rate);
    }
  }
  return rates.map(medianOf);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/**
 * Leads per second of one core for the same twenty fit rules on the same leads in this engine, json-rules-engine and
 * json-logic-js. Each reads the leads as they are, by its own means, with the text comparisons that it lacks added as its
 * manual says. All answers are compared first and must be equal.
 */
export async function run(): Promise<void> {
  const leads = makeLeads(LEADS);
  const facts = leads.map(toFacts);
  const compiled = compileRubric(makeRubric());
  const rules = makeJsonLogicRules();
  const engine = makeJsonRulesEngine();

  const ours = answerWithOurs(compiled, leads);
  compareAnswers('json-logic-js', ours, answerWithJsonLogic(rules, facts));
  compareAnswers('json-rules-engine', ours, await answerWithJsonRules(engine, facts));
  say(`${FIT_RULES.length} rules, ${LEADS} leads: all answers equal.`);

  const [ownRate = 0, jsonRulesEngine = 0, jsonLogicJs = 0] = await measureRates([
    () => answerWithOurs(compiled, leads),
    () => answerWithJsonRules(engine, facts),
    () => answerWithJsonLogic(rules, facts),
  ]);
  const leadsPerSecond = { ours: ownRate, jsonRulesEngine, jsonLogicJs };
  const ratios = {
    jsonRulesEngine: Math.round(leadsPerSecond.ours / leadsPerSecond.jsonRulesEngine),
    jsonLogicJs: Math.round((leadsPerSecond.ours / leadsPerSecond.jsonLogicJs) * 10) / 10,
  };
  for (const [name, rate] of Object.entries(leadsPerSecond)) say(`${name}: ${rate} leads per second`);
  say(
    `Wanted: ${WANTED.jsonRulesEngine} times json-rules-engine, ${WANTED.jsonLogicJs} times json-logic-js.`,
  );
  const floor = Math.max(leadsPerSecond.jsonRulesEngine, leadsPerSecond.jsonLogicJs);
  process.stdout.write(`${JSON.stringify({ bench: 'engine', ratios, floor, leadsPerSecond })}\n`);
}
