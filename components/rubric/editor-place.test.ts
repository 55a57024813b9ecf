import { describe, expect, it } from 'vitest';
import { readPlace, writePlace, type EditorPlace } from './editor-place';

const PLACES: EditorPlace[] = [
  { openKey: null, tried: null },
  { openKey: 'criterion a&b = "c"', tried: { kind: 'none' } },
  { openKey: null, tried: { kind: 'typed' } },
  { openKey: 'disqualifier x', tried: { kind: 'lead', id: '0198c9a0-0000-7000-8000-000000000000' } },
];

describe('the place in the editor', () => {
  it.each(PLACES)('comes out of an address as it went in', (place) => {
    const written = writePlace(new URLSearchParams('other=1&open=before'), place);
    expect(readPlace(new URLSearchParams(written.toString()))).toEqual(place);
    expect(written.get('other')).toBe('1');
  });
});
