/** What a feed tells: the latest answer, and whether a newer one is on its way. */
export type FeedState<A> =
  { kind: 'loading' } | { kind: 'failed' } | { kind: 'ready'; answer: A; isCurrent: boolean };

/**
 * Asks one question after the other and always the newest: while one is being answered, those that come are passed over
 * but for the last.
 */
export class LatestFeed<Q, A> {
  private wanted: { question: Q } | null = null;
  private last: { question: Q } | null = null;
  private running = false;
  private answer: { value: A } | null = null;
  private closed = false;

  constructor(
    private readonly ask: (question: Q, tellPart: (part: A) => void) => Promise<A>,
    private readonly onState: (state: FeedState<A>) => void,
  ) {}

  /** Asks a question, and tells its answer unless a newer one comes first. */
  show(question: Q): void {
    this.last = { question };
    this.wanted = this.last;
    if (this.answer) this.tell({ kind: 'ready', answer: this.answer.value, isCurrent: false });
    void this.run();
  }

  /** Asks the last question again. */
  repeat(): void {
    if (!this.answer) this.tell({ kind: 'loading' });
    if (this.last) this.show(this.last.question);
  }

  /** Tells nothing any more. */
  close(): void {
    this.closed = true;
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    for (let next = this.take(); next && !this.closed; next = this.take()) {
      try {
        this.answer = { value: await this.ask(next.question, (part) => this.tellPart(part)) };
        this.tell({ kind: 'ready', answer: this.answer.value, isCurrent: this.wanted === null });
      } catch {
        this.answer = null;
        if (this.wanted === null) this.tell({ kind: 'failed' });
      }
    }
    this.running = false;
  }

  /** What is known of the answer so far. */
  private tellPart(part: A): void {
    this.answer = { value: part };
    this.tell({ kind: 'ready', answer: part, isCurrent: false });
  }

  private take(): { question: Q } | null {
    const next = this.wanted;
    this.wanted = null;
    return next;
  }

  private tell(state: FeedState<A>): void {
    if (!this.closed) this.onState(state);
  }
}
