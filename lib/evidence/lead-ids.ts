/** Bytes of an id. */
const ID_BYTES = 16;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Packs uuids, sixteen bytes each. */
export function packIds(ids: readonly string[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(ids.length * ID_BYTES);
  ids.forEach((id, row) => {
    const hex = id.replaceAll('-', '');
    for (let i = 0; i < ID_BYTES; i += 1) {
      bytes[row * ID_BYTES + i] = Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16);
    }
  });
  return bytes;
}

/** The id at a row. */
export function idAt(bytes: Uint8Array, row: number): string {
  const hex = Array.from(
    bytes.subarray(row * ID_BYTES, (row + 1) * ID_BYTES),
    (byte) => HEX[byte] ?? '',
  ).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
