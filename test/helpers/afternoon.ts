/** A zone in which it is between five and six in the afternoon now: all mail of a day may leave. */
export function afternoonZone(now: Date): string {
  const ahead = ((17 - now.getUTCHours() + 36) % 24) - 12;
  // The sign of these names is the other way round.
  return ahead === 0 ? 'UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

/** The weekday in a zone; 1 is Monday. */
export function weekdayIn(zone: string, at: Date): number {
  const name = new Intl.DateTimeFormat('en', { timeZone: zone, weekday: 'short' }).format(at);
  return ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(name) + 1;
}
