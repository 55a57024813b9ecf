import { describe, expect, it } from 'vitest';
import { rejectedAddressSchema, toRejectedAddress } from './rejected-address';

const ID = '01890000-0000-7000-8000-00000000000a';
const key = { receivedAt: new Date('2026-11-02T09:00:00Z'), id: ID };

const read = (address: string) =>
  rejectedAddressSchema.parse(Object.fromEntries(new URL(address, 'http://x.example').searchParams));

describe('the address of the rejected events', () => {
  it('holds source, place and the open one', () => {
    const asked = { source: ID, before: key, after: undefined, open: ID };
    expect(read(toRejectedAddress(asked, {}))).toEqual(asked);
  });

  it('begins at the newest for another source', () => {
    const asked = { source: undefined, before: key, after: undefined, open: ID };
    expect(toRejectedAddress(asked, { source: ID })).toBe(`/settings/rejected?source=${ID}`);
    expect(toRejectedAddress(asked, { source: undefined })).toBe('/settings/rejected');
  });

  it.each(['x', '1_2', `99999999999999999_${ID}`, '\0'])('leaves out the place %j', (before) => {
    expect(rejectedAddressSchema.parse({ before }).before).toBeUndefined();
  });
});
