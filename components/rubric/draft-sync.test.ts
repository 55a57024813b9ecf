import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StandingDraft } from '@/lib/rubrics/actions';
import { editDraft, type DraftEdit, type RubricDraft } from '@/lib/rubrics/rubric-draft';
import { B2B_SAAS_TEMPLATE } from '@/lib/rubrics/templates/b2b-saas';
import { DraftSync, type Answer, type SaveState } from './draft-sync';
import { startHistory, stepHistory } from './edit-history';
import type { KeptEdits } from './kept-edits';

const BASE: RubricDraft = { rubric: B2B_SAAS_TEMPLATE, off: [] };

const TOUCH = { name: 'Ola Ops', at: 0, own: false };

const points = (criterionId: string, value: number): DraftEdit => ({
  kind: 'points',
  criterionId,
  points: value,
});

/** The server's side of drafts: saves whatever was made from its revision. */
class Server {
  standing: StandingDraft = { liveId: 'live', revision: 0, draft: BASE };
  isAway = false;

  save(draft: RubricDraft, revision: number): Promise<Answer<{ revision: number }>> {
    if (this.isAway) return Promise.reject(new Error('away'));
    if (revision !== this.standing.revision) return Promise.resolve({ ok: false, message: 'moved on' });
    this.standing = { ...this.standing, draft, revision: revision + 1 };
    return Promise.resolve({ ok: true, value: { revision: revision + 1 } });
  }
}

/** A page in which someone edits. */
function open(server: Server) {
  let history = startHistory(server.standing.draft);
  const page = {
    state: { kind: 'idle' } as SaveState,
    kept: null as KeptEdits | null,
    isMoved: false,
    isDiscarded: false,
  };
  const sync = new DraftSync({
    standing: server.standing,
    save: (draft, revision) => server.save(draft, revision),
    read: () =>
      server.isAway
        ? Promise.reject(new Error('away'))
        : Promise.resolve({ ok: true, value: { ...server.standing, touch: TOUCH } }),
    keep: (edits) => (page.kept = edits),
    onState: (state) => (page.state = state),
    onMoved: () => (page.isMoved = true),
    onDiscarded: () => (page.isDiscarded = true),
    onRebase: (from, to, prefer) => {
      history = stepHistory(history, { kind: 'rebase', from, to, prefer });
      sync.change(history.present, true);
    },
  });
  const step = (next: Parameters<typeof stepHistory>[1]) => {
    history = stepHistory(history, next);
    sync.change(history.present, true);
  };
  return {
    page,
    sync,
    edit: (edit: DraftEdit) => step({ kind: 'edit', edit, at: 0 }),
    undo: () => step({ kind: 'undo' }),
    adopt: (draft: RubricDraft) => step({ kind: 'adopt', draft }),
    draft: () => history.present,
  };
}

describe('DraftSync', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  const rest = () => vi.advanceTimersByTimeAsync(10_000);

  it('saves what rests, once', async () => {
    const server = new Server();
    const { page, edit, draft } = open(server);
    edit(points('demo-requested', 41));
    edit(points('demo-requested', 42));
    await rest();
    expect(server.standing).toEqual({ liveId: 'live', revision: 1, draft: draft() });
    expect(page.state.kind).toBe('saved');
    expect(page.kept).toBeNull();
  });

  it('keeps in the browser what does not reach the server, and saves it later', async () => {
    const server = new Server();
    const { page, edit, draft } = open(server);
    server.isAway = true;
    edit(points('demo-requested', 41));
    await rest();
    expect(page.state.kind).toBe('offline');
    expect(page.kept?.mine).toBe(draft());
    server.isAway = false;
    await rest();
    expect(server.standing.draft).toEqual(draft());
    expect(page.kept).toBeNull();
  });

  it('keeps in the browser what is no rubric yet', async () => {
    const server = new Server();
    const { page, sync } = open(server);
    sync.change(editDraft(BASE, { kind: 'name', name: '' }), false);
    expect(page.state.kind).toBe('faulty');
    expect(await sync.flush()).toBe(false);
    expect(page.kept).not.toBeNull();
    expect(server.standing.revision).toBe(0);
  });

  it('brings two who edit at the same time together, and loses nothing of either', async () => {
    const server = new Server();
    const [one, other] = [open(server), open(server)];
    one.edit(points('demo-requested', 41));
    other.edit(points('trial-started', 7));
    await rest();
    await one.sync.pull();
    expect(one.draft()).toEqual(other.draft());
    expect(one.draft()).toEqual(
      [points('demo-requested', 41), points('trial-started', 7)].reduce(editDraft, BASE),
    );
    // Undoing is of one's own edits alone.
    one.undo();
    await rest();
    expect(server.standing.draft).toEqual(editDraft(BASE, points('trial-started', 7)));
  });

  it.each([
    ['mine', 8],
    ['theirs', 41],
  ] as const)(
    'waits for a decision where both changed the same thing, then takes %s',
    async (side, value) => {
      const server = new Server();
      const [one, other] = [open(server), open(server)];
      one.edit(points('demo-requested', 41));
      await rest();
      other.edit(points('demo-requested', 8));
      other.edit(points('trial-started', 7));
      await rest();
      expect(other.page.state).toMatchObject({
        kind: 'conflict',
        conflicts: [{ mine: 8, theirs: 41 }],
        touch: TOUCH,
      });
      expect(server.standing.revision).toBe(1);
      other.sync.settle(side);
      await rest();
      const decided = [points('demo-requested', value), points('trial-started', 7)].reduce(editDraft, BASE);
      expect(server.standing.draft).toEqual(decided);
      expect(other.draft()).toEqual(decided);
    },
  );

  it('goes on with what a browser kept', async () => {
    const server = new Server();
    const mine = editDraft(BASE, points('demo-requested', 41));
    const kept = { base: server.standing, mine };
    await server.save(editDraft(BASE, points('trial-started', 7)), 0);
    const { sync, adopt } = open(server);
    sync.resume(kept);
    adopt(mine);
    await sync.pull();
    await rest();
    expect(server.standing.draft).toEqual(editDraft(mine, points('trial-started', 7)));
  });

  it('shows what is live when someone throws the draft away', async () => {
    const server = new Server();
    const [one, other] = [open(server), open(server)];
    one.edit(points('demo-requested', 41));
    await rest();
    await other.sync.pull();
    expect(other.draft()).toEqual(one.draft());
    expect(other.page.isDiscarded).toBe(false);
    server.standing = { liveId: 'live', revision: 0, draft: BASE };
    await other.sync.pull();
    await rest();
    expect(other.draft()).toEqual(BASE);
    expect(other.page.isDiscarded).toBe(true);
    expect(server.standing.revision).toBe(0);
  });

  it('has the page read anew when another version is live', async () => {
    const server = new Server();
    const { page, sync } = open(server);
    server.standing = { ...server.standing, liveId: 'next' };
    await sync.pull();
    expect(page.isMoved).toBe(true);
  });
});
