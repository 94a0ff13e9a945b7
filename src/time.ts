// The API's times are those of one time zone, the server's; the database keeps UTC.
let zone = 'UTC'
let format = formatter(zone)

function formatter (timeZone: string) {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

/**
 * Sets the time zone in which the API tells times and knows what today is.
 *
 * @param name an IANA name such as `Europe/Berlin`
 * @throws RangeError where there is no such zone
 */
export function useTimeZone (name: string): void {
  format = formatter(name)
  zone = name
}

/** The zone in use. */
export const timeZone = () => zone

/** The present moment as the database keeps it: ISO 8601, UTC. */
export const now = () => new Date().toISOString()

const inZone = (moment: Date) => {
  const p = Object.fromEntries(format.formatToParts(moment).map((part) => [part.type, part.value])) as Record<string, string>
  return { date: `${p.year}-${p.month}-${p.day}`, time: `${p.hour}:${p.minute}` }
}

let day = { until: 0, date: '' }

/** Today in the server's time zone, YYYY-MM-DD. */
export function today (): string {
  const moment = Date.now()
  if (moment >= day.until) day = { until: moment - moment % 60_000 + 60_000, date: inZone(new Date(moment)).date }
  return day.date
}

/** The date some days from now, YYYY-MM-DD. */
export function afterDays (days: number): string {
  const at = new Date(`${today()}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** The moment at which a day begins in the server's time zone, as the database keeps moments. */
export function startOfDay (date: string): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const midnight = Date.UTC(year, month - 1, day)
  // The zone's distance from UTC is asked for twice: it may change between the two moments.
  let at = midnight
  for (let i = 0; i < 2; i++) {
    const local = inZone(new Date(at))
    at += midnight - Date.parse(`${local.date}T${local.time}:00Z`)
  }
  return new Date(at).toISOString()
}

/** A stored moment as the API tells it, `YYYY-MM-DD HH:MM`; null stays null. */
export function shownTime<T extends string | null> (stored: T): T extends null ? null : string
export function shownTime (stored: string | null): string | null {
  if (stored === null) return null
  if (zone === 'UTC') return `${stored.slice(0, 10)} ${stored.slice(11, 16)}`
  const { date, time } = inZone(new Date(stored))
  return `${date} ${time}`
}
