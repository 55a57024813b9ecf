import { describe, expect, it } from 'vitest';
import { planColumns } from './plan-columns';
import { startProfile } from './profile-column';
import { readRow } from './read-row';
import { mappingSchema } from './schema';
import { profileRow, readingOfFile } from './survey-file';

/** Reads rows of a file of which they are all the rows. */
function readRows(header: string[], rows: string[][], mapping: object = {}) {
  const plan = planColumns(header, mappingSchema.parse({ kind: 'leads', ...mapping }));
  const profiles = plan.columns.map(startProfile);
  rows.forEach((cells, index) => profileRow(plan, profiles, { row: index + 2, cells }));
  const reading = readingOfFile({ plan, profiles }, new Map());
  return rows.map((cells, index) => {
    const read = readRow(reading, { row: index + 2, cells });
    return 'values' in read ? Object.fromEntries(read.values) : read.rejection;
  });
}

describe('readRow', () => {
  it('reads values by the types of their fields and of the whole column', () => {
    const header = ['Email', 'Employees', 'Company', 'Plan Tier', 'Seats', 'Joined', 'Tags', 'Newsletter'];
    const cells = ['Ann@X.example', '1,200', 'X', 'pro', '12', '2024-01-02', 'a;b', 'Yes'];
    expect(readRows(header, [cells])).toEqual([
      {
        email: 'ann@x.example',
        'company.employees': 1200,
        'company.name': 'X',
        'custom.plan_tier': 'pro',
        'custom.seats': 12,
        'custom.joined': '2024-01-02',
        'custom.tags': ['a', 'b'],
        'custom.newsletter': true,
      },
    ]);
  });

  it('reads what a column leaves open as the other columns of its file are written', () => {
    const header = ['email', 'Employees', 'Spend', 'Seen', 'Joined'];
    const [row] = readRows(header, [
      ['a@x.example', '1.200', '12,5', '31/12/2025', '03/04/2024'],
      ['b@x.example', '350', '0,25', '01/02/2025', '05/06/2024'],
    ]);
    expect(row).toMatchObject({
      'company.employees': 1200,
      'custom.spend': 12.5,
      'custom.seen': '2025-12-31',
      'custom.joined': '2024-04-03',
    });
  });

  it('leaves it open where the other columns disagree', () => {
    const header = ['email', 'Employees', 'Spend', 'Share', 'Joined'];
    const [row] = readRows(header, [['a@x.example', '1.200', '12,5', '0.25', '03/04/2024']]);
    expect(row).toMatchObject({ 'company.employees': 1.2, 'custom.joined': '03/04/2024' });
  });

  it('passes over cells that tell nothing', () => {
    expect(readRows(['email', 'title', 'city'], [['a@x.example', 'N/A', '-']])).toEqual([
      { email: 'a@x.example' },
    ]);
  });

  it('tells every fault of a row, and the first one by column and value', () => {
    const [rejection] = readRows(['email', 'Employees', 'created'], [['ann', 'abc', '32.01.2024']]);
    expect(rejection).toEqual({
      row: 2,
      column: 'email',
      value: 'ann',
      reason:
        'email: "ann" is not an e-mail address; Employees: "abc" is not a number; created: "32.01.2024" is not a date',
    });
  });

  it('refuses rows that do not fit the header, but not for empty cells past its end', () => {
    const [short, long, padded] = readRows(
      ['email', 'title'],
      [['a@x.example'], ['a', 'b', 'c'], ['a@x.example', 'CFO', '']],
    );
    expect(short).toMatchObject({ reason: 'The row has 1 column, the header has 2' });
    expect(long).toMatchObject({ reason: 'The row has 3 columns, the header has 2' });
    expect(padded).toEqual({ email: 'a@x.example', title: 'CFO' });
  });

  it('does not guess which part of a date is the month', () => {
    const [row] = readRows(['email', 'created'], [['a@x.example', '03/04/2024']]);
    expect(row).toMatchObject({
      column: 'created',
      reason: expect.stringContaining('leaves open') as string,
    });
  });

  it('refuses characters that could not be read', () => {
    expect(readRows(['email', 'title'], [['a@x.example', 'Gesch\uFFFDft']])[0]).toMatchObject({
      column: 'title',
    });
    expect(readRows(['email', 'title'], [['a@x.example', 'a\0b']])[0]).toMatchObject({ column: 'title' });
  });

  it('applies a mapping: columns, values, constants with the number of the row', () => {
    const mapping = {
      columns: { job: 'title', y: 'deal.outcome', duration: '' },
      values: { 'deal.outcome': { Yes: 'won', no: 'lost' }, title: { unknown: '' } },
      constants: { externalId: 'bank-{row}', 'deal.closedAt': '2024-01-02', title: 'none given' },
    };
    const rows = [
      ['58', 'technician', '261', 'YES '],
      ['44', 'unknown', '151', 'no'],
    ];
    expect(readRows(['age', 'job', 'duration', 'y'], rows, mapping)).toEqual([
      {
        'custom.age': 58,
        title: 'technician',
        'deal.outcome': 'won',
        externalId: 'bank-2',
        'deal.closedAt': '2024-01-02T00:00:00.000Z',
      },
      {
        'custom.age': 44,
        title: 'none given',
        'deal.outcome': 'lost',
        externalId: 'bank-3',
        'deal.closedAt': '2024-01-02T00:00:00.000Z',
      },
    ]);
  });
});

describe('planColumns', () => {
  it('refuses a mapping of columns that the file does not have', () => {
    const mapping = mappingSchema.parse({ kind: 'leads', columns: { Mail: 'email' } });
    expect(() => planColumns(['email'], mapping)).toThrow('does not have: "Mail"');
  });

  it('gives each attribute of its own another key', () => {
    const plan = planColumns(['Plan!', 'plan', 'Plan?'], mappingSchema.parse({ kind: 'leads' }));
    expect(plan.columns.map(({ field }) => field?.path)).toEqual([
      'custom.plan',
      'custom.plan_2',
      'custom.plan_3',
    ]);
  });

  it('leaves out what deals have no room for', () => {
    const plan = planColumns(['Deal Name', 'Pipeline'], mappingSchema.parse({ kind: 'deals' }));
    expect(plan.columns.map(({ basis }) => basis)).toEqual(['name', 'left_out']);
  });

  it('is not led astray by names that every object has', () => {
    const plan = planColumns(['constructor', '__proto__'], mappingSchema.parse({ kind: 'leads' }));
    expect(plan.columns.map(({ field }) => field?.path)).toEqual(['custom.constructor', 'custom.proto']);
  });
});
