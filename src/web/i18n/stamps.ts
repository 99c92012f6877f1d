const pad = (value: number): string => String(value).padStart(2, '0');

/** A moment as a short local day, for lines where a year would only be noise: 11.23 */
export function formatShortDay(iso: string): string {
  const date = new Date(iso);
  return `${pad(date.getMonth() + 1)}.${pad(date.getDate())}`;
}

/** The same with the local clock: 11.16 00:10 */
export function formatStamp(iso: string): string {
  const date = new Date(iso);
  return `${formatShortDay(iso)} ${pad(date.getHours())}:${pad(date.getMinutes())}`;
}
