import { describe, expect, it } from 'vitest';
import { describeOperations } from './describe-operations';

const groups = describeOperations('https://leads.example');
const find = (id: string) =>
  groups.flatMap(({ operations }) => operations).find((operation) => operation.id === id);

describe('the page of the API', () => {
  it('lists the fields of a body with what they stand in', () => {
    const fields = find('upsertLead')?.fields ?? [];
    expect(fields.find(({ name }) => name === 'email')).toMatchObject({
      place: 'body',
      type: 'text',
      required: false,
    });
    expect(fields.map(({ name }) => name)).toContain('company.attributes.employees');
  });

  it('lists the fields of a batch’s items', () => {
    const names = find('sendEvents')?.fields.map(({ name }) => name) ?? [];
    expect(names).toEqual(expect.arrayContaining(['items', 'items[].type', 'items[].lead']));
  });

  it('names places and types of parameters', () => {
    const fields = find('getScore')?.fields;
    expect(fields).toEqual([
      expect.objectContaining({ name: 'id', place: 'path', type: 'id', required: true }),
      expect.objectContaining({ name: 'asOf', place: 'query', required: false }),
    ]);
  });

  it('writes a command that can be pasted', () => {
    expect(find('getScore')?.curl).toBe(
      "curl 'https://leads.example/api/v1/leads/019a2b6e-4f10-7c3a-9d52-6b1f0e8c7a41/score?asOf=2026-03-31T12%3A00%3A00Z' \\\n" +
        '  -H "Authorization: Bearer $LEADGRID_KEY"',
    );
    expect(find('changeDeal')?.curl).toContain('-X PATCH');
  });

  it('gives every operation a summary and its statuses', () => {
    for (const { operations } of groups) {
      for (const { summary, statuses } of operations) {
        expect(summary).not.toBe('');
        expect(statuses.length).toBeGreaterThan(3);
        expect(statuses.every(({ description }) => description !== '')).toBe(true);
      }
    }
  });
});
