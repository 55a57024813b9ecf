// A thread that reads one sheet of a workbook, away from the process that answers people: parsing takes seconds, and a
// workbook made to fill the memory ends this thread alone. It hands over so many rows at a time, when asked.
import { parentPort, workerData } from 'node:worker_threads';
import { readSheet } from 'read-excel-file/node';

const { bytes, sheet, rowsPerAnswer, mostRows } = workerData;

/** A typed cell as text: numbers with a point, dates as ISO 8601, without a time of day where it is midnight. */
function toText(value) {
  if (value === null || value === undefined) return '';
  if (!(value instanceof Date)) return String(value);
  // A day's fraction is a double: 10:00 may come out as a millisecond before it.
  const second = Math.round(value.getTime() / 1000) * 1000;
  const iso = (Math.abs(second - value.getTime()) <= 1 ? new Date(second) : value).toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso;
}

try {
  const rows = await readSheet(Buffer.from(bytes), sheet, { trim: false });
  let next = 0;
  if (rows.length > mostRows) parentPort.postMessage({ tooLong: rows.length });
  parentPort.on('message', () => {
    const answer = rows.slice(next, next + rowsPerAnswer).map((row) => row.map(toText));
    next += rowsPerAnswer;
    parentPort.postMessage({ rows: answer });
  });
} catch (error) {
  parentPort.postMessage({ fault: error instanceof Error ? error.message : String(error) });
}
