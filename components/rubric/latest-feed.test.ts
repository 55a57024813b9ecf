import { describe, expect, it } from 'vitest';
import { LatestFeed, type FeedState } from './latest-feed';

/** A feed whose questions are answered in capitals, when they are told to be. */
function start() {
  const asked: { question: string; finish: () => void; fail: () => void }[] = [];
  const told: string[] = [];
  const feed = new LatestFeed<string, string>(
    (question) =>
      new Promise((resolve, reject) => {
        const finish = () => resolve(question.toUpperCase());
        asked.push({ question, finish, fail: () => reject(new Error('no')) });
      }),
    (state) =>
      told.push(state.kind === 'ready' ? `${state.answer}${state.isCurrent ? '' : ' (old)'}` : state.kind),
  );
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { feed, asked, told, settle };
}

describe('LatestFeed', () => {
  it('asks the newest and passes over those that came meanwhile', async () => {
    const { feed, asked, told, settle } = start();
    for (const name of ['a', 'b', 'c']) feed.show(name);
    expect(asked.map(({ question }) => question)).toEqual(['a']);
    asked[0]?.finish();
    await settle();
    expect(asked.map(({ question }) => question)).toEqual(['a', 'c']);
    asked[1]?.finish();
    await settle();
    expect(told).toEqual(['A (old)', 'C']);
  });

  it('keeps the last answer in sight while the next is on its way', async () => {
    const { feed, asked, told, settle } = start();
    feed.show('a');
    asked[0]?.finish();
    await settle();
    feed.show('b');
    expect(told).toEqual(['A', 'A (old)']);
  });

  it('says when it failed, and asks again when told to', async () => {
    const { feed, asked, told, settle } = start();
    feed.show('a');
    asked[0]?.fail();
    await settle();
    feed.repeat();
    asked[1]?.finish();
    await settle();
    expect(told).toEqual(['failed', 'loading', 'A']);
  });

  it('tells nothing once it is closed', async () => {
    const { feed, asked, told, settle } = start();
    feed.show('a');
    feed.close();
    asked[0]?.finish();
    await settle();
    expect(told).toEqual([]);
  });

  it('tells what is known of an answer before the rest of it', async () => {
    const told: FeedState<string>[] = [];
    const feed = new LatestFeed(
      async (question: string, tellPart: (part: string) => void) => {
        tellPart(`${question} so far`);
        await Promise.resolve();
        return 'all';
      },
      (state) => told.push(state),
    );
    feed.show('leads');
    await start().settle();
    expect(told).toEqual([
      { kind: 'ready', answer: 'leads so far', isCurrent: false },
      { kind: 'ready', answer: 'all', isCurrent: true },
    ]);
  });
});
