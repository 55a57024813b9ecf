import { EvidenceHolder } from './evidence-holder';
import type { GatherRequest } from './schema';
import type { DealRows, EvidencePart, LeadRows } from './types';
import type { Rubric } from '@/lib/scoring/types';

/** The rows are no longer those that were gathered before: leads were merged or erased, deals closed. */
export class RowsChanged extends Error {}

/** There are more leads than a browser should hold. */
export class TooManyLeads extends Error {}

/**
 * Gathers evidence, wherever it is gathered.
 *
 * @throws RowsChanged, TooManyLeads
 */
export type Gather = (request: GatherRequest) => Promise<EvidencePart>;

type Rows = { leads: LeadRows; deals: DealRows };

function isOf<N extends keyof Rows>(part: EvidencePart, name: N): part is EvidencePart<Rows[N]> {
  return part.rows.kind === name;
}

/** One part's evidence, gathered as rubrics ask for it. */
export class EvidenceSource<N extends keyof Rows> {
  private holder: EvidenceHolder<Rows[N]> | null = null;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly name: N,
    private readonly gather: Gather,
  ) {}

  /** The holder with all that the rubrics need; only what is missing is gathered, one rubric after the other. */
  hold(rubrics: readonly Rubric[]): Promise<EvidenceHolder<Rows[N]>> {
    const held = this.last.then(() => this.holdNow(rubrics));
    this.last = held.catch(() => undefined);
    return held;
  }

  /** As of when the evidence was measured; null while there is none. */
  get asOf(): number | null {
    return this.holder?.part.asOf ?? null;
  }

  /** Forgets everything, so that the next rubrics are measured as of then. */
  forget(): void {
    this.holder = null;
  }

  private async holdNow(rubrics: readonly Rubric[]) {
    try {
      return await this.gatherUnknown(rubrics);
    } catch (error) {
      if (!(error instanceof RowsChanged) || !this.holder) throw error;
      this.holder = null;
      return this.gatherUnknown(rubrics);
    }
  }

  private async gatherUnknown(rubrics: readonly Rubric[]): Promise<EvidenceHolder<Rows[N]>> {
    for (const rubric of rubrics) {
      const { holder } = this;
      const unknown = holder ? holder.pickUnknown(rubric) : rubric;
      if (unknown) this.holder = await this.add(holder, unknown);
    }
    if (!this.holder) throw new Error('Evidence is held for at least one rubric.');
    return this.holder;
  }

  private async add(holder: EvidenceHolder<Rows[N]> | null, rubric: Rubric) {
    const known = holder?.part ?? null;
    const part = await this.gather({ part: this.name, rubric, known });
    if (!isOf(part, this.name)) throw new Error(`Evidence of ${part.rows.kind} came for ${this.name}.`);
    if (!holder) return new EvidenceHolder(part, rubric);
    holder.add(rubric, part.columns);
    return holder;
  }
}
