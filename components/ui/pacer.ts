/**
 * Does a piece of work as often as it is asked for, but never twice at once, and with a rest after each time: asked for
 * in a storm, it is done a few times a second. The rest is at least twice as long as the work took, so that a slow server
 * is asked less.
 */
export class Pacer {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private dueAt = Number.POSITIVE_INFINITY;
  private restUntil = 0;
  private running = false;
  private stopped = false;

  constructor(
    private readonly work: () => Promise<void>,
    private readonly restMs: number,
  ) {}

  /** Asks for the work: as soon as may be, or within a time for what is not urgent. */
  ask(withinMs = 0): void {
    const at = Math.max(Date.now() + withinMs, this.restUntil);
    if (at >= this.dueAt || this.stopped) return;
    this.dueAt = at;
    if (!this.running) this.plan();
  }

  /** Does no more work; what is under way ends by itself. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private plan(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), Math.max(0, this.dueAt - Date.now()));
  }

  private async run(): Promise<void> {
    this.running = true;
    this.dueAt = Number.POSITIVE_INFINITY;
    const startedAt = Date.now();
    await this.work().catch(() => undefined);
    const now = Date.now();
    this.running = false;
    this.restUntil = now + Math.max(this.restMs, 2 * (now - startedAt));
    if (this.stopped || this.dueAt === Number.POSITIVE_INFINITY) return;
    this.dueAt = Math.max(this.dueAt, this.restUntil);
    this.plan();
  }
}
