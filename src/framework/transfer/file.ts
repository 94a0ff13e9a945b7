// An export as it was read: its records by model, before anything is known about their values.
import { printableInLine } from '#framework/printable.ts'
import { API_VERSION } from '#framework/version.ts'
import { TransferError } from './errors.ts'
import type { Faults } from './faults.ts'
import { MODEL_BY_NAME } from './models.ts'

/** A record of an export. */
export interface Exported {
  pk: number
  fields: Record<string, unknown>
}

/** How often each thing happened, by the words for it. */
export type Counts = Map<string, number>

/** Adds to how often something happened. */
export const count = (counts: Counts, key: string, by = 1): unknown => counts.set(key, (counts.get(key) ?? 0) + by)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The records of an export, and what is told about them. */
export class ExportFile {
  /** By the names of models, in the order of the file; one without records is missing. */
  readonly records = new Map<string, Exported[]>()
  /** How many records there is no room for, by model, or by model and what they are about. */
  readonly skipped: Counts = new Map()
  /** What an earlier release wrote in another form, and in how many records. */
  readonly translated: Counts = new Map()
  /** What earlier releases wrote that has no place any more, or that cannot be told, and in how many records. */
  readonly leftOut: Counts = new Map()
  /** Records that the file has and that are left out, by model. */
  readonly gone = new Map<string, Set<unknown>>()
  /** Sentences about the file as a whole. */
  readonly warnings: string[] = []
  /** Whether it has the header that exports begin with since 1.3. */
  headed = false
  readonly #next = new Map<string, number>()

  /** The records of a model; none where the file has none. */
  of(model: string): readonly Exported[] {
    return this.records.get(model) ?? []
  }

  /** Adds a record that follows from others, under a primary key that none has; returns that key. */
  add(model: string, fields: Record<string, unknown>, wanted?: number): number {
    const list = this.records.get(model)
    const next = this.#next.get(model) ?? (list ?? []).reduce((highest, { pk }) => Math.max(highest, pk), 0) + 1
    const pk = wanted ?? next
    this.#next.set(model, Math.max(next, pk + 1))
    if (list) list.push({ pk, fields })
    else this.records.set(model, [{ pk, fields }])
    return pk
  }

  /** Takes all records of a model out of the file. */
  take(model: string): readonly Exported[] {
    const list = this.of(model)
    this.records.delete(model)
    this.#next.delete(model)
    return list
  }

  /** Keeps only some records of a model. */
  keep(model: string, which: (record: Exported) => boolean): void {
    const list = this.of(model).filter(which)
    if (list.length) this.records.set(model, list)
    else this.records.delete(model)
  }
}

/** What stands in a file, as a list; with its header where it has one. */
function elements(input: string | readonly unknown[]): readonly unknown[] {
  let list: unknown = input
  if (typeof input === 'string') {
    try {
      list = JSON.parse(input.replace(/^\ufeff/, ''))
    } catch (error) {
      throw new TransferError(`The file is not JSON: ${printableInLine((error as Error).message)}.`)
    }
  }
  if (!Array.isArray(list)) throw new TransferError('The file is not an InvenTree export: it holds no list of records.')
  if (!list.length) throw new TransferError('The file is not an InvenTree export: the list that it holds is empty.')
  return list
}

/** How deep the values of a record may be nested; metadata may be anything. */
const MAX_DEPTH = 100

/** Whether a value is nested too deeply to be worked on. */
function isDeep(value: unknown): boolean {
  let level = [value]
  for (let depth = 0; level.length; depth++) {
    if (depth > MAX_DEPTH) return true
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  }
  return false
}

/** What is wrong with a record, whatever its fields mean. */
function recordProblem({ pk, fields }: { pk: unknown; fields: object }, seen: Set<unknown>): string | undefined {
  if (!Number.isSafeInteger(pk) || (pk as number) < 1) return 'needs a primary key that is a whole number above 0'
  if (seen.has(pk)) return 'occurs twice in the file'
  if (isDeep(fields)) return `holds values that are nested more than ${MAX_DEPTH} deep`
  return undefined
}

/**
 * Sorts the records of an export by model.
 *
 * @param input the text of the file, or the value that it holds
 * @param earlier models that only earlier releases had, and that become others
 * @param faults gets what is wrong with records; such a record is left out
 * @throws TransferError where it is no export
 */
export function readFile(input: string | readonly unknown[], earlier: ReadonlySet<string>, faults: Faults): ExportFile {
  const file = new ExportFile()
  const list = elements(input)
  const header = isObject(list[0]) && list[0].metadata === true ? list[0] : undefined
  file.headed = header !== undefined
  if (Number(header?.api_version) > API_VERSION)
    file.warnings.push(
      `The file is of API version ${Number(header?.api_version)}, and this server answers version ${API_VERSION}: see what it counts as passed over and skipped.`
    )
  if (!header)
    file.warnings.push(
      'The file has no header ("metadata"), as releases before 1.3 wrote none: of which release it is cannot be told, and it is read by what its records look like.'
    )
  const seen = new Map<string, Set<unknown>>()
  for (const [i, element] of list.entries()) {
    if (i === 0 && file.headed) continue
    if (!isObject(element) || typeof element.model !== 'string' || !isObject(element.fields)) {
      throw new TransferError(
        `The file is not an InvenTree export: its element ${i + 1} is not a record with model, pk and fields.`
      )
    }
    const { model, pk, fields } = element
    if (!MODEL_BY_NAME.has(model) && !earlier.has(model)) {
      count(file.skipped, model)
      continue
    }
    const known = seen.get(model) ?? new Set()
    const reason = recordProblem({ pk, fields }, known)
    if (reason) faults.add({ model, pk, reason })
    else {
      const records = file.records.get(model)
      if (records) records.push({ pk: pk as number, fields })
      else file.records.set(model, [{ pk: pk as number, fields }])
    }
    seen.set(model, known.add(pk))
  }
  return file
}
