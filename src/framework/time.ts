import { AsyncLocalStorage } from 'node:async_hooks'

function formatter(timeZone: string) {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23'
  })
}

/**
 * The API's times are those of one time zone, the server's; the database keeps UTC. Each server has one of these, and
 * what it does runs inside of `run`: a request, and the work of the day. So what tells a time deep inside of a record's
 * JSON need not be handed a zone (docs/decisions/0022-per-server.md).
 */
export class Clock {
  /** An IANA name such as `Europe/Berlin`. */
  readonly zone: string
  /** Made when a time is first told: it takes longer to make than many a request. */
  #format: Intl.DateTimeFormat | undefined
  #day = { until: 0, date: '' }

  /**
   * @param zone an IANA name such as `Europe/Berlin`
   * @throws RangeError where there is no such zone
   */
  constructor(zone: string) {
    this.zone = zone
    if (zone !== 'UTC') this.#format = formatter(zone)
  }

  /** Does some work, and whatever it begins, in this time zone. */
  run<Result>(work: () => Result): Result {
    return clocks.run(this, work)
  }

  /** The date and the time that it shows at a moment. */
  at(moment: Date): { date: string; time: string } {
    const p = Object.fromEntries(
      (this.#format ??= formatter(this.zone)).formatToParts(moment).map((part) => [part.type, part.value])
    ) as Record<string, string>
    return { date: `${p.year!.padStart(4, '0')}-${p.month}-${p.day}`, time: `${p.hour}:${p.minute}` }
  }

  /** Today, YYYY-MM-DD. */
  today(): string {
    const moment = Date.now()
    if (moment >= this.#day.until)
      this.#day = { until: moment - (moment % 60_000) + 60_000, date: this.at(new Date(moment)).date }
    return this.#day.date
  }
}

const clocks = new AsyncLocalStorage<Clock>()

/** That of whoever is no server, such as a command. */
const UTC = new Clock('UTC')

const clock = (): Clock => clocks.getStore() ?? UTC

/** The present moment as the database keeps it: ISO 8601, UTC. */
export const now = () => new Date().toISOString()

/** The server's time zone, an IANA name. */
export const serverZone = (): string => clock().zone

/** Today in the server's time zone, YYYY-MM-DD. */
export const today = (): string => clock().today()

/** The date some days from now, YYYY-MM-DD. */
export function afterDays(days: number): string {
  const at = new Date(`${today()}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/**
 * The moment at which the clocks of the server's zone show a time; both as milliseconds, the time as if it were UTC.
 */
function atWall(time: number): number {
  // The zone's distance from UTC is asked for twice: it may change between the two moments.
  const minute = Math.floor(time / 60_000) * 60_000
  let at = minute
  for (let i = 0; i < 2; i++) {
    const local = clock().at(new Date(at))
    at += minute - Date.parse(`${local.date}T${local.time}:00Z`)
  }
  return at + time - minute
}

/** The moment at which a day begins in the server's time zone, as the database keeps moments. */
export function startOfDay(date: string): string {
  return new Date(atWall(Date.parse(`${date}T00:00:00Z`))).toISOString()
}

/** A stored moment as the API tells it, `YYYY-MM-DD HH:MM`; null stays null. */
export function shownTime<T extends string | null>(stored: T): T extends null ? null : string
export function shownTime(stored: string | null): string | null {
  if (stored === null) return null
  const own = clock()
  if (own.zone === 'UTC') return `${stored.slice(0, 10)} ${stored.slice(11, 16)}`
  const { date, time } = own.at(new Date(stored))
  return `${date} ${time}`
}

const MOMENT =
  /^(\d{4}-\d{1,2}-\d{1,2})[T ](\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,6})\d{0,6})?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i

/**
 * A moment as people write it, ISO 8601 with or without seconds and zone, as the database keeps moments. Without a zone
 * it is told in the server's.
 *
 * @returns undefined where it is no moment
 */
export function momentOf(text: string): string | undefined {
  const [, date, hours, minutes, seconds = '0', fraction = '', offset] = MOMENT.exec(text.trim()) ?? []
  if (date === undefined) return undefined
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const wall = Date.UTC(
    year,
    month - 1,
    day,
    Number(hours),
    Number(minutes),
    Number(seconds),
    Number(fraction.padEnd(3, '0').slice(0, 3))
  )
  const at = new Date(wall)
  if (
    at.getUTCFullYear() !== year ||
    at.getUTCMonth() !== month - 1 ||
    at.getUTCDate() !== day ||
    Number(hours) > 23 ||
    Number(minutes) > 59 ||
    Number(seconds) > 59
  )
    return undefined
  if (offset === undefined) return new Date(atWall(wall)).toISOString()
  const [, sign, hour = '0', minute = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset) ?? []
  const distance = (Number(hour) * 60 + Number(minute)) * 60_000
  return new Date(sign === '-' ? wall + distance : wall - distance).toISOString()
}
