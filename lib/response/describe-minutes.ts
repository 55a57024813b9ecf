/** A number of minutes in words: "5 minutes", "1 hour", "2 hours 30 minutes". */
export function describeMinutes(count: number): string {
  const whole = Math.max(0, Math.round(count));
  const [hours, minutes] = [Math.floor(whole / 60), whole % 60];
  const parts = [
    hours > 0 ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : '',
    minutes > 0 || hours === 0 ? `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}` : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
