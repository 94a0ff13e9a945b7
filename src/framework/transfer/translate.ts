// How records of earlier releases become those of today. A translation is data: which model it is about, and what it
// does to the records of it. Modules bring them, by release.
import type { ExportFile, Exported } from './file.ts'
import { count } from './file.ts'
import { TRANSFER_MODELS } from './models.ts'

/** What a translation is given: the file, and where it says what it did. */
export interface Translating {
  file: ExportFile
  /** Counts records that were brought into today's form; `into` says what that is. */
  translated(what: string, into: string, records?: number): void
  /** Counts what has no place today, or cannot be told. */
  leftOut(what: string, why: string, records?: number): void
}

export interface Translation {
  /** Nothing is done where the file has no record of it. */
  model: string
  /** Models that are gone today, which it takes records of. */
  takes?: readonly string[]
  translate(records: readonly Exported[], context: Translating): void
}

/** What a module brings, by the first release with the new form. */
export type Translations = Readonly<Record<string, readonly Translation[]>>

/** What all modules bring, by release, in the order in which it is applied; filled by the registry of modules. */
const RELEASES = new Map<string, Translation[]>()

/**
 * Adds what modules bring.
 *
 * @param order the releases, in the order in which their changes are applied
 * @throws Error where a module names another release
 */
export function addReleases(brought: readonly Translations[], order: readonly string[]): void {
  for (const release of order) RELEASES.set(release, [])
  for (const translations of brought) {
    for (const [release, list] of Object.entries(translations)) {
      const known = RELEASES.get(release)
      if (!known) throw new Error(`no place in the order of releases: ${release}`)
      known.push(...list)
    }
  }
}

/** Whether a value says nothing that could be lost. */
export const saysNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === false ||
  (typeof value === 'object' && Object.keys(value).length === 0)

/** Takes a field out of a record; the record gets new fields, since the old ones belong to whoever read the file. */
export function without(record: Exported, field: string, more: Record<string, unknown> = {}): void {
  const { [field]: _gone, ...rest } = record.fields
  record.fields = { ...rest, ...more }
}

/** The records that have a field of their own. */
export const withField = (records: readonly Exported[], field: string): Exported[] =>
  records.filter(({ fields }) => Object.hasOwn(fields, field))

/** A field goes by another name today. */
export const renamed = (model: string, from: string, to: string): Translation => ({
  model,
  translate: (records, { translated, leftOut }) => {
    for (const record of withField(records, from)) {
      const value = record.fields[from]
      const taken = !saysNothing(record.fields[to])
      without(record, from, taken ? {} : { [to]: value })
      if (saysNothing(value)) continue
      if (taken) leftOut(`${model}.${from}`, `${to} has a value already`)
      else translated(`${model}.${from}`, to)
    }
  }
})

/**
 * A field is gone.
 *
 * @param why what becomes of what it said
 */
export const gone = (model: string, field: string, why: string): Translation => ({
  model,
  translate: (records, { leftOut }) => {
    for (const record of withField(records, field)) {
      if (!saysNothing(record.fields[field])) leftOut(`${model}.${field}`, why)
      without(record, field)
    }
  }
})

/** Fields that are worked out anew, whatever the file says. */
export const computed = (model: string, ...names: string[]): Translation => ({
  model,
  translate: (records) => {
    for (const field of names) for (const record of withField(records, field)) without(record, field)
  }
})

/**
 * A field that was added: what it says follows from others.
 *
 * @param value of a record that lacks it; undefined where nothing follows
 * @param into what is told
 */
export const added = (
  model: string,
  field: string,
  value: (record: Exported, file: ExportFile) => unknown,
  into: string
): Translation => ({
  model,
  translate: (records, { file, translated }) => {
    for (const record of records) {
      if (Object.hasOwn(record.fields, field)) continue
      const found = value(record, file)
      if (found === undefined) continue
      record.fields = { ...record.fields, [field]: found }
      if (!saysNothing(found)) translated(model, into)
    }
  }
})

/**
 * Records of a model that is gone become those of another.
 *
 * @param fields of the new record; those that it lacks start as any new record does
 * @param keepKeys whether they keep their primary keys, because others name them by it
 */
export const moved = (
  model: string,
  to: string,
  fields: (record: Exported) => Record<string, unknown>,
  { keepKeys = false } = {}
): Translation => ({
  model,
  takes: [model],
  translate: (records, { file, translated }) => {
    file.take(model)
    const used = keepKeys ? new Set(file.of(to).map(({ pk }) => pk)) : undefined
    for (const record of records) file.add(to, fields(record), used && !used.has(record.pk) ? record.pk : undefined)
    translated(model, to, records.length)
  }
})

/** Some fields of a record under the same names; those that it lacks are left to start as any new record does. */
export const fieldsOf = (record: Exported, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    names.filter((name) => Object.hasOwn(record.fields, name)).map((name) => [name, record.fields[name]])
  )

/** Moments that were only a date: its beginning, in UTC. */
function completeMoments(file: ExportFile, { translated }: Translating): void {
  for (const { name: model, fields } of TRANSFER_MODELS) {
    for (const [name, field] of Object.entries(fields)) {
      if (field.kind !== 'moment') continue
      for (const record of file.of(model)) {
        const value = record.fields[name]
        if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) continue
        record.fields = { ...record.fields, [name]: `${value}T00:00:00Z` }
        translated(`${model}.${name}`, 'the beginning of that day, in UTC')
      }
    }
  }
}

/** The models that only earlier releases had, and that become others. */
export const earlierModels = (): ReadonlySet<string> =>
  new Set([...RELEASES.values()].flat().flatMap(({ takes = [] }) => takes))

/** Brings the records of a file into today's form, and says in it what was done. */
export function translate(file: ExportFile): void {
  const context = (release?: string): Translating => ({
    file,
    translated: (what, into, records = 1) =>
      count(file.translated, `${what} → ${into}${release ? ` (${release})` : ''}`, records),
    leftOut: (what, why, records = 1) =>
      count(file.leftOut, `${what}: ${why}${release ? ` (${release})` : ''}`, records)
  })
  for (const [release, translations] of RELEASES) {
    for (const { model, translate: change } of translations) {
      const records = file.records.get(model)
      if (records) change(records, context(release))
    }
  }
  completeMoments(file, context())
}
