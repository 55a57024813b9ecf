import { expect, it } from 'vitest';
import { showValue } from './show-value';

it.each([
  ['instant', '2025-06-17T00:00:00.000Z', '17 June 2025'],
  ['instant', '2025-06-17T08:30:00.000Z', '17 June 2025, 08:30'],
  ['date', 'soon', 'soon'],
  ['amount', '210833.37', '210,833.37'],
  ['number', '', ''],
  ['event', 'demo_requested', 'Requested a demo'],
  ['event', 'rocket_launched', 'rocket_launched'],
  ['text', '2025-06-17T00:00:00.000Z', '2025-06-17T00:00:00.000Z'],
  [null, 'as it is', 'as it is'],
] as const)('of type %s, “%s” is shown as “%s”', (type, value, shown) => {
  expect(showValue(type, value)).toBe(shown);
});
