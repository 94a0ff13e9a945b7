// What templates work with, beside texts, numbers, booleans, null, lists (arrays) and maps (Map): nothing else of
// JavaScript can be reached from a template.
import type { Decimal } from './decimal.ts'

/** A text that is HTML already, and is not escaped. */
export class SafeText {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** A list that cannot be changed; shown in round brackets, or by the name of its kind. Its items may have names. */
export class TupleValue {
  readonly items: readonly unknown[]
  readonly names: readonly string[]
  readonly kind: string | undefined

  constructor(items: readonly unknown[], names: readonly string[] = [], kind?: string) {
    this.items = items
    this.names = names
    this.kind = kind
  }
}

/** An amount of some currency. */
export class Money {
  readonly amount: Decimal
  /** Three letters. */
  readonly currency: string

  constructor(amount: Decimal, currency: string) {
    this.amount = amount
    this.currency = currency
  }
}

/** A day. */
export class PlainDate {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number

  constructor(year: number, month: number, day: number) {
    this.year = year
    this.month = month
    this.day = day
  }

  /** @param text begins with YYYY-MM-DD */
  static parse(text: string): PlainDate | undefined {
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(text) ?? []
    return year === undefined ? undefined : new PlainDate(Number(year), Number(month), Number(day))
  }

  toString(): string {
    return [String(this.year).padStart(4, '0'), this.month, this.day].map((n) => String(n).padStart(2, '0')).join('-')
  }
}

/** A moment, shown in a time zone. */
export class Moment {
  readonly time: Date
  /** An IANA name. */
  readonly zone: string

  constructor(time: Date, zone: string) {
    this.time = time
    this.zone = zone
  }
}

/** A value or one that has yet to be read. */
export type Awaitable<Value> = Value | Promise<Value>

/** A record, or whatever else has attributes. What `get` answers is data: nothing is called by a template. */
export abstract class TemplateObject {
  /** What lists and messages call its kind. */
  abstract readonly className: string
  /** An attribute; undefined where there is none of the name. */
  abstract get(name: string): unknown
  /** How it is shown. */
  abstract text(): Awaitable<string>

  /** Whether both stand for the same. */
  equals(other: TemplateObject): boolean {
    return this === other
  }

  /** The names that it has, for messages. */
  names(): readonly string[] {
    return []
  }
}

/** Several records, read when they are first needed. */
export abstract class TemplateSet {
  /** Whether it stands for a relation: its records are reached by `.all` alone. */
  readonly isManager: boolean = false

  /** All of them. */
  abstract items(): Awaitable<readonly unknown[]>

  /** How many they are. */
  async count(): Promise<number> {
    return (await this.items()).length
  }
}

/** A set whose records are known. */
export class ListedSet extends TemplateSet {
  readonly #items: readonly unknown[]

  constructor(items: readonly unknown[]) {
    super()
    this.#items = items
  }

  override items(): readonly unknown[] {
    return this.#items
  }
}
