import type { UnitColumn } from '@/lib/scoring/score-columns';

const FIRST_SIZE = 256;

/** A column that is filled row after row. */
class GrowingColumn {
  private rows = new Uint32Array(FIRST_SIZE);
  private units = new Float64Array(FIRST_SIZE);
  private size = 0;
  private onlyOnes = true;

  push(row: number, units: number): void {
    if (units === 0) return;
    if (this.size === this.rows.length) {
      const [rows, kept] = [this.rows, this.units];
      this.rows = new Uint32Array(this.size * 2);
      this.rows.set(rows);
      this.units = new Float64Array(this.size * 2);
      this.units.set(kept);
    }
    this.rows[this.size] = row;
    this.units[this.size] = units;
    this.size += 1;
    this.onlyOnes &&= units === 1;
  }

  finish(): UnitColumn {
    return {
      rows: this.rows.slice(0, this.size),
      units: this.onlyOnes ? null : this.units.slice(0, this.size),
    };
  }
}

/** Collects evidence row by row into columns without zeros. */
export class ColumnBuilder {
  private readonly columns: GrowingColumn[];

  /** @param width criteria and disqualifiers together. */
  constructor(width: number) {
    this.columns = Array.from({ length: width }, () => new GrowingColumn());
  }

  /** Adds a row; rows come in ascending order. */
  add(row: number, units: Float64Array, disqualified: Uint8Array): void {
    for (let place = 0; place < units.length; place += 1) this.columns[place]?.push(row, units[place] ?? 0);
    for (let place = 0; place < disqualified.length; place += 1) {
      this.columns[units.length + place]?.push(row, disqualified[place] ?? 0);
    }
  }

  finish(): UnitColumn[] {
    return this.columns.map((column) => column.finish());
  }
}
