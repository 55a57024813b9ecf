import { EvidenceSource, TooManyLeads, type Gather } from '@/lib/evidence/evidence-source';
import { MATURITY_DAYS } from '@/lib/reports/constants';
import type { Rubric } from '@/lib/scoring/types';
import { measureEffect } from './measure-effect';
import { listScoredDeals, measureOutcomes } from './measure-outcomes';
import type { Effect, EffectRequest, LeadEffect, ScoredDeal } from './types';

const DAY_MS = 86_400_000;

/** Measures the effect on leads where their evidence is, when it is not here. */
export type MeasureElsewhere = (request: EffectRequest, fresh: boolean) => Promise<LeadEffect>;

/**
 * Compares rubrics, again and again, on evidence that is gathered once and held: what was not asked for before is gathered
 * when it is. Where there are too many leads to hold here, they are measured elsewhere; closed deals never are.
 */
export class EffectSession {
  private readonly leads: EvidenceSource<'leads'>;
  private readonly deals: EvidenceSource<'deals'>;
  private isElsewhere = false;
  private wantsFresh = false;

  constructor(
    gather: Gather,
    private readonly measureElsewhere: MeasureElsewhere,
  ) {
    this.leads = new EvidenceSource('leads', gather);
    this.deals = new EvidenceSource('deals', gather);
  }

  /**
   * What the second rubric does compared with the first.
   *
   * @param onLeads is told the effect on leads as soon as it is known, while the deals are gathered for the first time:
   * they take several times as long.
   */
  async measure(
    request: EffectRequest,
    onLeads: (effect: Effect) => void = () => undefined,
  ): Promise<Effect> {
    const { before, after, since } = request;
    const early = this.deals.asOf === null ? await this.measureLeads(request) : null;
    if (early) onLeads({ leads: early, outcomes: null, outcomesSince: null });
    const [leads, deals] = await Promise.all([
      early ?? this.measureLeads(request),
      this.deals.hold([before, after]),
    ]);
    const rubrics = { before, after };
    return {
      leads,
      outcomes: measureOutcomes(deals, rubrics, isMatureAt(deals.part.asOf)),
      outcomesSince: since === undefined ? null : measureOutcomes(deals, rubrics, (at) => at >= since),
    };
  }

  /** Closed deals as a rubric would have scored their leads when they were first engaged, if they had time to close. */
  async listDeals(rubric: Rubric): Promise<ScoredDeal[]> {
    const deals = await this.deals.hold([rubric]);
    return listScoredDeals(deals, rubric, isMatureAt(deals.part.asOf));
  }

  /** Forgets all evidence: what is asked next is measured as of then. */
  forget(): void {
    this.leads.forget();
    this.deals.forget();
    this.wantsFresh = true;
  }

  private async measureLeads(request: EffectRequest): Promise<LeadEffect> {
    const { before, after, movers } = request;
    if (!this.isElsewhere) {
      try {
        return measureEffect(await this.leads.hold([before, after]), { before, after }, movers);
      } catch (error) {
        if (!(error instanceof TooManyLeads)) throw error;
        this.isElsewhere = true;
      }
    }
    const fresh = this.wantsFresh;
    this.wantsFresh = false;
    return this.measureElsewhere(request, fresh);
  }
}

const isMatureAt = (asOf: number) => (engagedAt: number) => engagedAt < asOf - MATURITY_DAYS * DAY_MS;
