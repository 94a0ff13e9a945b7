// Checks every value of an export and turns it into what the columns hold.
import { Faults } from './faults.ts'
import { count, type Counts, type ExportFile, type Exported } from './file.ts'
import { MODEL_BY_NAME, TRANSFER_MODELS, type Field, type Stored, type TransferModel } from './models.ts'
import { checkTree, refuseRepeated } from './rules.ts'
import { leaveOut, passOverOrphans, passOverUnknown } from './subjects.ts'
import { LeftOut, Misfit, readValue, quotedValue, type Known } from './values.ts'
import { textOf } from '#contract/text.ts'

/** What shall be in the tables. */
export interface TransferContent {
  /** The columns with their rows, the primary key first. */
  tables: { model: TransferModel; columns: string[]; rows: Stored[][] }[]
  /** Pairs of primary keys, for instance the memberships. */
  pairs: { table: string; columns: [string, string]; rows: Stored[][] }[]
  /** How many records had something in a field that there is no room for, by model and field. */
  passedOver: Counts
  /** How many records had a field that was emptied, since it named a record that is left out, by model and field. */
  emptied: Counts
}

const entries = (model: TransferModel): [string, Field][] => Object.entries(model.fields)

/** Does what may find a value that does not fit; that is a fault of the record then, and nothing comes of it. */
function trying<Result>(model: TransferModel, pk: number, field: string, faults: Faults, work: () => Result) {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Misfit)) throw error
    faults.add({ model: model.name, pk, field, reason: error.message })
    return undefined
  }
}

/** Adds what the records of an export can be named by. */
function addKnown(known: Known, { records }: ExportFile): void {
  for (const [name, list] of records) {
    known.pks.set(name, new Set(list.map(({ pk }) => pk)))
    const { natural } = MODEL_BY_NAME.get(name)!
    if (natural)
      known.natural.set(name, new Map(list.map(({ pk, fields }) => [textOf(fields[natural.field], Infinity), pk])))
  }
}

/**
 * Checks every value of an export and turns it into what the columns hold.
 *
 * @param file records about others that are gone move to what is skipped
 * @param staying the records that stay in the database and that the file may name; those of the file are added
 * @param faults gets what is wrong with records
 * @param skipInvalid leave out wrong records, and what cannot be without them, and convert the rest
 */
export function convertFile(
  file: ExportFile,
  staying: Omit<Known, 'gone'>,
  faults: Faults,
  skipInvalid: boolean
): TransferContent {
  const known: Known = { ...staying, gone: file.gone }
  passOverUnknown(file)
  addKnown(known, file)
  for (const [model, pks] of faults.records) {
    const lost = pks.difference(known.pks.get(model) ?? new Set())
    if (skipInvalid) leaveOut(file, model, lost)
    // Whether others name it rightly is another matter.
    else for (const pk of lost) known.pks.get(model)?.add(pk as number)
  }
  passOverOrphans(known, file)
  for (;;) {
    const found = new Faults({ all: skipInvalid })
    const content = convertRecords(file, known, found)
    faults.addAll(found)
    if (!skipInvalid || !found.count) return content
    for (const [model, pks] of found.records) leaveOut(file, model, pks, known)
  }
}

function convertRecords(file: ExportFile, known: Known, faults: Faults): TransferContent {
  const content: TransferContent = { tables: [], pairs: [], passedOver: new Map(), emptied: new Map() }
  for (const model of TRANSFER_MODELS) {
    const list = file.records.get(model.name)
    if (list) convertModel(model, list, known, content, faults)
  }
  return content
}

function convertModel(
  model: TransferModel,
  list: Exported[],
  known: Known,
  content: TransferContent,
  faults: Faults
): void {
  const fields = entries(model)
  const columns = [
    'id',
    ...fields.flatMap(([, field]) => ('column' in field && field.kind !== 'rebuilt' ? [field.column] : []))
  ]
  const rows: Stored[][] = []
  for (const record of list) {
    const row = convertRecord(model, fields, record, known, content, faults)
    if (row) rows.push(row)
  }
  for (const names of model.unique) refuseRepeated(model, names, columns, rows, faults)
  if (model.uniqueUnlessEmpty) refuseRepeated(model, model.uniqueUnlessEmpty, columns, rows, faults, true)
  for (const [name, field] of fields)
    if (field.kind === 'relation' && field.tree) checkTree(model, name, columns.indexOf(field.column), rows, faults)
  content.tables.push({ model, columns, rows })
}

/** No tree has more records. */
const MAX_ORDER = 1_000_000_000

const orderNumber = (value: unknown): number =>
  Number.isInteger(value) && (value as number) > 0 && (value as number) <= MAX_ORDER ? (value as number) : 0

/** The row of a record; undefined where a value does not fit. */
function convertRecord(
  model: TransferModel,
  fields: [string, Field][],
  { pk, fields: record }: Exported,
  known: Known,
  content: TransferContent,
  faults: Faults
): Stored[] | undefined {
  const row: Stored[] = [pk]
  const before = faults.count
  const wrong = new Set<string>()
  for (const [name, field] of fields) {
    const value = record[name]
    if (field.kind === 'constant') {
      if (value !== undefined && JSON.stringify(value) !== JSON.stringify(field.value))
        count(content.passedOver, `${model.name}.${name}`)
    } else if (field.kind === 'members') {
      const others = trying(model, pk, name, faults, () => memberKeys(value, field.model, known))
      if (others)
        addPairs(
          field,
          content,
          others.keys.map((other) => [pk, other])
        )
      if (others?.emptied) count(content.emptied, `${model.name}.${name}`)
    } else if (field.kind === 'order') row.push(orderNumber(value))
    else if ('column' in field && field.kind !== 'rebuilt') {
      // What kind of record it is about is wrong already.
      if (field.kind === 'target' && wrong.has(field.type)) continue
      try {
        row.push(readValue(value, field, known, record))
      } catch (error) {
        if (!(error instanceof Misfit)) throw error
        if (error instanceof LeftOut && field.nullable) {
          row.push(null)
          count(content.emptied, `${model.name}.${name}`)
        } else {
          wrong.add(name)
          faults.add({ model: model.name, pk, field: name, reason: error.message })
        }
      }
    }
  }
  if (faults.count > before) return undefined
  for (const name in record) if (!Object.hasOwn(model.fields, name)) count(content.passedOver, `${model.name}.${name}`)
  return row
}

/** The records that a list names, and whether it named any that is left out. */
function memberKeys(value: unknown, model: string, known: Known): { keys: Stored[]; emptied: boolean } {
  if (value === undefined) return { keys: [], emptied: false }
  if (!Array.isArray(value)) throw new Misfit(`is ${quotedValue(value)}, but must be a list`)
  const keys = new Set<Stored>()
  let emptied = false
  for (const one of value) {
    try {
      keys.add(readValue(one, { kind: 'relation', column: '', nullable: false, model }, known, {}))
    } catch (error) {
      if (!(error instanceof LeftOut)) throw error
      emptied = true
    }
  }
  return { keys: [...keys], emptied }
}

function addPairs(
  { table, own, other }: Extract<Field, { kind: 'members' }>,
  content: TransferContent,
  rows: Stored[][]
): void {
  let pairs = content.pairs.find((one) => one.table === table)
  if (!pairs) content.pairs.push((pairs = { table, columns: [own, other], rows: [] }))
  pairs.rows.push(...rows)
}
