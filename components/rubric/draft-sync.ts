import type { ReadDraft, StandingDraft } from '@/lib/rubrics/actions';
import type { Touch } from '@/lib/rubrics/data';
import { mergeDrafts } from '@/lib/rubrics/merge-drafts';
import type { MergeConflict, Side } from '@/lib/rubrics/merge-values';
import type { RubricDraft } from '@/lib/rubrics/rubric-draft';
import { isSameJson } from '@/lib/rubrics/same-json';
import type { KeptEdits } from './kept-edits';

/** How long the hand has to rest before a draft is saved. */
const PAUSE_MS = 700;

/** How soon a save is tried again that did not reach the server. */
const AGAIN_MS = 4_000;

export type SaveState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: number }
  /** It would not be a rubric: it is kept in this browser until it is mended. */
  | { kind: 'faulty' }
  /** The server cannot be reached: it is kept in this browser, and tried again. */
  | { kind: 'offline' }
  /** Someone else changed the same things: nothing is overwritten until someone decides. */
  | { kind: 'conflict'; conflicts: MergeConflict[]; touch: Touch | null }
  /** The server would not have it, and said why. */
  | { kind: 'refused'; message: string };

export type Answer<T> = { ok: true; value: T } | { ok: false; message: string };

export interface DraftSyncOptions {
  standing: StandingDraft;
  save: (draft: RubricDraft, revision: number) => Promise<Answer<{ revision: number }>>;
  read: () => Promise<Answer<ReadDraft | null>>;
  /** Keeps edits in the browser that the server has not got; null when it has all. */
  keep: (edits: KeptEdits | null) => void;
  onState: (state: SaveState) => void;
  /** Someone else's edits come in, below one's own. */
  onRebase: (from: RubricDraft, to: RubricDraft, prefer: Side) => void;
  /** Another version is live: the page is to be read anew. */
  onMoved: (touch: Touch | null) => void;
  /** Someone threw the draft away. */
  onDiscarded: (touch: Touch | null) => void;
}

/**
 * Brings a draft that is being edited to the server whenever it rests, and others' edits of it here, one thing at a time.
 * Two who edit the same draft get each other's edits; where both changed the same thing, one of them decides.
 */
export class DraftSync {
  private saved: StandingDraft;
  private latest: RubricDraft;
  private isValid = true;
  private queue: Promise<boolean> = Promise.resolve(true);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private state: SaveState = { kind: 'idle' };
  /** What others made of the draft, while someone has to decide. */
  private theirs: ReadDraft | null = null;

  constructor(private readonly options: DraftSyncOptions) {
    this.saved = options.standing;
    this.latest = options.standing.draft;
  }

  /** The revision that was saved last. */
  get revision(): number {
    return this.saved.revision;
  }

  /** Notes the draft as it is now. */
  change(draft: RubricDraft, isValid: boolean): void {
    this.latest = draft;
    this.isValid = isValid;
    clearTimeout(this.timer);
    if (this.isAllSaved()) {
      if (this.state.kind === 'faulty') this.tell({ kind: 'idle' });
      return;
    }
    if (!isValid) this.tell({ kind: 'faulty' });
    else if (this.state.kind === 'faulty') this.tell({ kind: 'idle' });
    if (!this.theirs) this.schedule(PAUSE_MS);
  }

  /** Saves what is not saved yet; answers whether all is. */
  flush(): Promise<boolean> {
    return this.enqueue(() => this.saveOnce());
  }

  /** Looks whether someone else changed the draft, and takes their edits in. */
  pull(): Promise<boolean> {
    return this.enqueue(() => this.pullOnce());
  }

  /** Decides what both changed. */
  settle(prefer: Side): void {
    const { theirs } = this;
    if (!theirs) return;
    this.theirs = null;
    this.adopt(theirs, prefer);
  }

  /** Goes on with edits that this browser kept, and with what they were made from. */
  resume({ base, mine }: KeptEdits): void {
    this.saved = base;
    this.latest = mine;
  }

  /** Begins anew with what stands on the server. */
  restart(standing: StandingDraft): void {
    this.stop();
    this.saved = standing;
    this.latest = standing.draft;
    this.theirs = null;
    this.options.keep(null);
    this.tell({ kind: 'idle' });
  }

  /** Keeps in the browser what is not saved. */
  keepUnsaved(): void {
    this.options.keep(this.isAllSaved() ? null : { base: this.saved, mine: this.latest });
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private isAllSaved(): boolean {
    return this.latest === this.saved.draft || isSameJson(this.latest, this.saved.draft);
  }

  private schedule(wait: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), wait);
  }

  private enqueue(work: () => Promise<boolean>): Promise<boolean> {
    this.queue = this.queue.then(work);
    return this.queue;
  }

  private async saveOnce(): Promise<boolean> {
    clearTimeout(this.timer);
    this.keepUnsaved();
    if (this.theirs) return false;
    if (this.isAllSaved()) return true;
    if (!this.isValid) return false;
    const draft = this.latest;
    this.tell({ kind: 'saving' });
    const answer = await this.options.save(draft, this.saved.revision).catch(() => null);
    if (answer === null) return this.waitForServer();
    if (!answer.ok) return this.learnWhyRefused(answer.message);
    this.saved = { ...this.saved, draft, revision: answer.value.revision };
    this.keepUnsaved();
    this.tell({ kind: 'saved', at: Date.now() });
    return true;
  }

  private waitForServer(): false {
    this.tell({ kind: 'offline' });
    this.schedule(AGAIN_MS);
    return false;
  }

  private async learnWhyRefused(message: string): Promise<boolean> {
    const before = this.saved;
    await this.pullOnce();
    // Theirs came in: what is left of ours is saved on top.
    if (this.theirs) return false;
    if (this.saved !== before) return this.saveOnce();
    this.tell({ kind: 'refused', message });
    return false;
  }

  private async pullOnce(): Promise<boolean> {
    const answer = await this.options.read().catch(() => null);
    if (!answer?.ok || !answer.value) return false;
    const theirs = answer.value;
    if (theirs.liveId !== this.options.standing.liveId) {
      this.keepUnsaved();
      this.options.onMoved(theirs.touch);
      return true;
    }
    if (theirs.liveId === this.saved.liveId && theirs.revision === this.saved.revision) return true;
    const sides = { base: this.saved.draft, mine: this.latest, theirs: theirs.draft };
    const { conflicts } = mergeDrafts(sides, 'mine');
    if (theirs.revision === 0 && !this.theirs) this.options.onDiscarded(theirs.touch);
    if (conflicts.length === 0) {
      this.theirs = null;
      this.adopt(theirs, 'mine');
      return true;
    }
    this.theirs = theirs;
    this.keepUnsaved();
    this.tell({ kind: 'conflict', conflicts, touch: theirs.touch });
    return false;
  }

  private adopt({ liveId, revision, draft }: ReadDraft, prefer: Side): void {
    const from = this.saved.draft;
    this.saved = { liveId, revision, draft };
    this.latest = mergeDrafts({ base: from, mine: this.latest, theirs: draft }, prefer).draft;
    this.options.onRebase(from, draft, prefer);
    this.tell({ kind: 'idle' });
    if (!this.isAllSaved()) this.schedule(PAUSE_MS);
  }

  private tell(state: SaveState): void {
    if (state.kind === this.state.kind && isSameJson(state, this.state)) return;
    this.state = state;
    this.options.onState(state);
  }
}
