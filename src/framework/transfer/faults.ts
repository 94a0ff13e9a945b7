// What is wrong with the records of a file, gathered so that all of it is told at once.
import { quotedValue } from './values.ts'

/** Something that is wrong with a record. */
export interface Fault {
  model: string
  /** Its primary key, as the file has it. */
  pk: unknown
  /** The field, or fields, where it is one. */
  field?: string
  /** The end of a sentence that began with the record, or with its field. */
  reason: string
}

/** How many faults of a file are told; the rest is counted. */
const TOLD = 50

/** A fault as a sentence. */
export const faultSentence = ({ model, pk, field, reason }: Fault): string =>
  `${model} ${quotedValue(pk)}${field === undefined ? '' : `: "${field}"`} ${reason}.`

export class Faults {
  /** The first of them; all, where `all` was asked for. */
  readonly list: Fault[] = []
  /** The records that have any, by model. */
  readonly records = new Map<string, Set<unknown>>()
  /** How many there are. */
  count = 0
  readonly #most: number

  /**
   * @param all keep every one of them, not only the first
   */
  constructor({ all = false } = {}) {
    this.#most = all ? Infinity : TOLD
  }

  add(fault: Fault): void {
    this.count++
    if (this.list.length < this.#most) this.list.push(fault)
    const known = this.records.get(fault.model)
    if (known) known.add(fault.pk)
    else this.records.set(fault.model, new Set([fault.pk]))
  }

  /** Adds what was found elsewhere. */
  addAll(others: Faults): void {
    this.count += others.count
    this.list.push(...others.list.slice(0, this.#most - this.list.length))
    for (const [model, pks] of others.records)
      this.records.set(model, (this.records.get(model) ?? new Set()).union(pks))
  }

  /** How many records are wrong. */
  get recordCount(): number {
    return [...this.records.values()].reduce((sum, { size }) => sum + size, 0)
  }

  /** All that is told of them, one sentence a line. */
  toString(): string {
    const [first] = this.list
    if (this.count === 1) return faultSentence(first!)
    const lines = this.list.map((fault) => `  ${faultSentence(fault)}`)
    if (this.count > lines.length) lines.push(`  and ${this.count - lines.length} more faults`)
    const records = this.recordCount
    return `${records === 1 ? 'One of its records is' : `${records} of its records are`} wrong:\n${lines.join('\n')}`
  }
}
