/** Days away in words: "away 24 Dec – 2 Jan", or one day alone. */
export function describeAbsence({ firstDay, lastDay }: { firstDay: string; lastDay: string }): string {
  const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const say = (day: string) => format.format(new Date(day));
  return firstDay === lastDay ? `away ${say(firstDay)}` : `away ${say(firstDay)} – ${say(lastDay)}`;
}
