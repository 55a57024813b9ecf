import { describe, expect, it } from 'vitest';
import { ChangedIds, readIds } from './changed-ids';

const A = '01890000-0000-7000-8000-00000000000a';
const B = '01890000-0000-7000-8000-00000000000b';

describe('readIds', () => {
  it.each([
    [`["${A}","${B}"]`, [A, B]],
    ['[]', null],
    ['["no id"]', null],
    ['{"a":1}', null],
    ['not JSON', null],
    ['', null],
  ])('reads %j', (payload, ids) => {
    expect(readIds(payload)).toEqual(ids);
  });
});

describe('ChangedIds', () => {
  it('gives each id once, and then forgets them', () => {
    const changed = new ChangedIds(10);
    changed.add([A, B]);
    changed.add([A]);
    expect(changed.take()).toEqual({ ids: [A, B], more: false });
    expect(changed.take()).toEqual({ ids: [], more: false });
  });

  it('says that there are more beyond its limit, or when not all were named', () => {
    const changed = new ChangedIds(1);
    changed.add([A, A]);
    expect(changed.take()).toEqual({ ids: [A], more: false });
    changed.add([A, B]);
    expect(changed.take()).toEqual({ ids: [A], more: true });
    changed.add(null);
    expect(changed.take()).toEqual({ ids: [], more: true });
  });
});
