import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EventSink } from './event-sink';

const event = fc.record({ row: fc.nat(5), at: fc.nat(20), kind: fc.nat(3) });

it('keeps each row’s events together, oldest first, whatever order they came in', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 80 }), (events) => {
      const sink = new EventSink();
      for (const { row, at, kind } of events) sink.add(row, at, kind);
      const { starts, at, kind } = sink.sortOut(6);
      for (let row = 0; row < 6; row += 1) {
        const [start, end] = [starts[row], starts[row + 1]];
        const wanted = events.filter((one) => one.row === row).toSorted((a, b) => a.at - b.at);
        expect([...at.slice(start, end)]).toEqual(wanted.map((one) => one.at));
        expect([...kind.slice(start, end)].toSorted()).toEqual(wanted.map((one) => one.kind).toSorted());
      }
    }),
  );
});
