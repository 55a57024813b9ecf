import type { EventColumns } from './gathered-facts';
import { shareInts } from './id-table';

const FIRST_SIZE = 65_536;

/** Takes events in any order and sorts them out by row and time, as columns that grow by doubling. */
export class EventSink {
  private rows = new Int32Array(FIRST_SIZE);
  private at = new Float64Array(FIRST_SIZE);
  private kinds = new Uint16Array(FIRST_SIZE);
  private size = 0;

  add(row: number, at: number, kind: number): void {
    if (this.size === this.rows.length) this.grow();
    this.rows[this.size] = row;
    this.at[this.size] = at;
    this.kinds[this.size] = kind;
    this.size += 1;
  }

  private grow(): void {
    const { rows, at, kinds } = this;
    this.rows = new Int32Array(rows.length * 2);
    this.at = new Float64Array(rows.length * 2);
    this.kinds = new Uint16Array(rows.length * 2);
    this.rows.set(rows);
    this.at.set(at);
    this.kinds.set(kinds);
  }

  /** The events of each row together, oldest first, in memory that threads share. */
  sortOut(rowCount: number): EventColumns {
    const starts = shareInts(rowCount + 1);
    for (let i = 0; i < this.size; i += 1) {
      const next = (this.rows[i] ?? 0) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let row = 0; row < rowCount; row += 1) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
    const columns: EventColumns = {
      starts,
      at: new Float64Array(new SharedArrayBuffer(this.size * Float64Array.BYTES_PER_ELEMENT)),
      kind: new Uint16Array(new SharedArrayBuffer(this.size * Uint16Array.BYTES_PER_ELEMENT)),
    };
    const next = starts.slice();
    for (let i = 0; i < this.size; i += 1) {
      const row = this.rows[i] ?? 0;
      const place = next[row] ?? 0;
      next[row] = place + 1;
      columns.at[place] = this.at[i] ?? 0;
      columns.kind[place] = this.kinds[i] ?? 0;
    }
    for (let row = 0; row < rowCount; row += 1) sortRow(columns, row);
    return columns;
  }
}

/** Puts a row's events in the order of their instants, which they mostly are in already. */
function sortRow({ starts, at, kind }: EventColumns, row: number): void {
  const [start, end] = [starts[row] ?? 0, starts[row + 1] ?? 0];
  let i = start + 1;
  while (i < end && (at[i - 1] ?? 0) <= (at[i] ?? 0)) i += 1;
  if (i >= end) return;
  const order = Array.from({ length: end - start }, (_, n) => start + n);
  order.sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0));
  const [instants, kinds] = [order.map((n) => at[n] ?? 0), order.map((n) => kind[n] ?? 0)];
  at.set(instants, start);
  kind.set(kinds, start);
}
