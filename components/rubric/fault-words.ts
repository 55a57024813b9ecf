import type { Fault } from '@/lib/rubrics/find-faults';

/** The parts of a comparison, as they are called on the screen. */
const PART_NAMES: Readonly<Record<string, string>> = { field: 'field', op: 'comparison', value: 'value' };

/** The first thing that is wrong with one field; undefined when nothing is. */
export function faultOf(faults: readonly Fault[], field: string): string | undefined {
  return faults.find((fault) => fault.field === field || fault.field.startsWith(`${field}[`))?.message;
}

/** What is wrong with a condition, each with the place it is at: "Condition 2, value: must not be empty text." */
export function conditionFaults(faults: readonly Fault[], field: 'when' | 'where'): string[] {
  const said = faults
    .filter((fault) => fault.field === field || fault.field.startsWith(`${field}.`))
    .map(sayFault);
  return [...new Set(said)];
}

function sayFault({ field, message }: Fault): string {
  const places = [...field.matchAll(/\.(?:all|any)\[(\d+)\]/g)].map(([, place]) => Number(place) + 1);
  const name = /\.(field|op|value)(?:\[|$)/.exec(field)?.[1];
  const where = [
    places.length > 0 ? `Condition ${places.join('.')}` : 'Condition',
    ...(name === undefined ? [] : [PART_NAMES[name] ?? name]),
  ];
  return `${where.join(', ')}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}
