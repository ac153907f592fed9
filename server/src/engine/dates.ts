/** True for a real day of the calendar in the form `YYYY-MM-DD`. */
export function isDate(written: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return false;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
}

/** True where the last day that counts (`YYYY-MM-DD`) lies before today. Without today, nothing has run out. */
export function isOver(until: string | undefined, today: string | undefined): boolean {
  return until !== undefined && today !== undefined && today > until;
}
