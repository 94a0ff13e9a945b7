import { TransferError } from './errors.ts'
import { MODEL_BY_NAME, TRANSFER_MODELS, type Field, type Stored, type TransferModel } from './models.ts'
import { Misfit, readModelName, readValue, quotedValue, type Known } from './values.ts'
import { textOf } from '#contract/text.ts'

interface Exported {
  pk: number
  fields: Record<string, unknown>
}

/** An export, sorted by model; nothing is known yet about the values. */
export interface Survey {
  /** By the names of models; one without records is missing. */
  records: Map<string, Exported[]>
  /** How many records there is no room for, by model. */
  skipped: Map<string, number>
}

/** What shall be in the tables. */
export interface TransferContent {
  /** The columns with their rows, the primary key first. */
  tables: { model: TransferModel; columns: string[]; rows: Stored[][] }[]
  /** Pairs of primary keys, for instance the memberships. */
  pairs: { table: string; columns: [string, string]; rows: Stored[][] }[]
  /** How many records had something in a field that there is no room for, by model and field. */
  passedOver: Map<string, number>
}

const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const entries = (model: TransferModel): [string, Field][] => Object.entries(model.fields)

/**
 * The records of an export.
 *
 * @param input the file, or what is in it
 * @throws TransferError where it is no export
 */
function elements(input: string | readonly unknown[]): readonly unknown[] {
  let list: unknown = input
  if (typeof input === 'string') {
    try {
      list = JSON.parse(input.replace(/^\ufeff/, ''))
    } catch (error) {
      throw new TransferError(`The file is not JSON: ${(error as Error).message}.`)
    }
  }
  if (!Array.isArray(list)) throw new TransferError('The file is not an InvenTree export: it holds no list of records.')
  if (!isObject(list[0]) || list[0].metadata !== true) {
    throw new TransferError(
      'The file is not an InvenTree export: it does not begin with the header that export-records writes ("metadata": true).'
    )
  }
  return list.slice(1)
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

/**
 * What a record is counted under that is of a known model, but about something that is not known; undefined for others.
 */
function unknownSubject(model: TransferModel, pk: number, fields: Record<string, unknown>): string | undefined {
  for (const [name, field] of entries(model)) {
    const value = fields[name]
    if (value === undefined || value === null) continue
    if (field.kind === 'model' && !naming(model, pk, name, () => readModelName(value, field.short)))
      return `${model.name} of ${field.short ? textOf(value) : (value as string[]).join('.')}`
    if (
      field.kind === 'choice' &&
      field.others === 'skip' &&
      typeof value === 'string' &&
      !field.choices.includes(value)
    )
      return `${model.name} ${quotedValue(value)}`
  }
  return undefined
}

/**
 * Sorts the records of an export.
 *
 * @param input the text of the file, or the value that it holds
 * @throws TransferError where it is no export, or has a record twice
 */
export function survey(input: string | readonly unknown[]): Survey {
  const records = new Map<string, Exported[]>()
  const skipped = new Map<string, number>()
  const seen = new Map<string, Set<number>>()
  for (const [i, element] of elements(input).entries()) {
    if (!isObject(element) || typeof element.model !== 'string' || !isObject(element.fields)) {
      throw new TransferError(
        `The file is not an InvenTree export: its element ${i + 2} is not a record with model, pk and fields.`
      )
    }
    const model = MODEL_BY_NAME.get(element.model)
    if (!model) {
      count(skipped, element.model)
      continue
    }
    const { pk, fields } = element
    if (!Number.isSafeInteger(pk) || (pk as number) < 1) {
      throw new TransferError(
        `A record of ${model.name} has the primary key ${quotedValue(pk)}, which must be a whole number above 0.`
      )
    }
    if (isDeep(fields))
      throw new TransferError(`${model.name} ${pk as number} holds values that are nested more than ${MAX_DEPTH} deep.`)
    const known = seen.get(model.name) ?? new Set()
    if (known.has(pk as number)) throw new TransferError(`${model.name} ${pk as number} occurs twice in the file.`)
    seen.set(model.name, known.add(pk as number))
    const subject = unknownSubject(model, pk as number, fields)
    if (subject) {
      count(skipped, subject)
      continue
    }
    const list = records.get(model.name)
    if (list) list.push({ pk: pk as number, fields })
    else records.set(model.name, [{ pk: pk as number, fields }])
  }
  return { records, skipped }
}

/** Turns what is wrong with a value into a sentence that names the record. */
function naming<Result>(model: TransferModel, pk: number, field: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (error instanceof Misfit) throw new TransferError(`${model.name} ${pk}: "${field}" ${error.message}.`)
    throw error
  }
}

/** Adds what the records of an export can be named by. */
function addKnown(known: Known, { records }: Survey): void {
  for (const [name, list] of records) {
    known.pks.set(name, new Set(list.map(({ pk }) => pk)))
    const { natural } = MODEL_BY_NAME.get(name)!
    if (natural)
      known.natural.set(name, new Map(list.map(({ pk, fields }) => [textOf(fields[natural.field], Infinity), pk])))
  }
}

/**
 * Passes over records about others that are gone. InvenTree leaves them behind, and here their primary keys may be
 * given to new records, which must not inherit anything.
 */
function passOverOrphans(known: Known, { records, skipped }: Survey): void {
  for (const model of TRANSFER_MODELS) {
    const list = records.get(model.name)
    const [name, field] = entries(model).find(([, one]) => one.kind === 'target') ?? []
    if (!list || !name || field?.kind !== 'target' || !field.loose) continue
    const kept = list.filter(({ pk, fields }) => {
      const about = naming(model, pk, field.type, () => readModelName(fields[field.type], field.short))
      if (!about || !Number.isSafeInteger(fields[name]) || known.pks.get(about)!.has(fields[name] as number))
        return true
      known.pks.get(model.name)!.delete(pk)
      count(skipped, `${model.name} of a ${about} that is not there`)
      return false
    })
    if (kept.length) records.set(model.name, kept)
    else records.delete(model.name)
  }
}

/**
 * Checks every value of an export and turns it into what the columns hold.
 *
 * @param file see `survey`; records about others that are gone move to what is skipped
 * @param known the records that stay in the database and that the file may name; those of the file are added
 * @throws TransferError with the first value that does not fit
 */
export function convertFile(file: Survey, known: Known): TransferContent {
  addKnown(known, file)
  passOverOrphans(known, file)
  const content: TransferContent = { tables: [], pairs: [], passedOver: new Map() }
  for (const model of TRANSFER_MODELS) {
    const list = file.records.get(model.name)
    if (list) convertModel(model, list, known, content)
  }
  return content
}

function convertModel(model: TransferModel, list: Exported[], known: Known, content: TransferContent): void {
  const fields = entries(model)
  const columns = [
    'id',
    ...fields.flatMap(([, field]) => ('column' in field && field.kind !== 'rebuilt' ? [field.column] : []))
  ]
  const rows = list.map(({ pk, fields: record }) => {
    const row: Stored[] = [pk]
    for (const [name, field] of fields) {
      const value = record[name]
      if (field.kind === 'constant') {
        if (value !== undefined && JSON.stringify(value) !== JSON.stringify(field.value))
          count(content.passedOver, `${model.name}.${name}`)
      } else if (field.kind === 'members') {
        addPairs(
          field,
          content,
          naming(model, pk, name, () => memberKeys(value, field.model, known)).map((other) => [pk, other])
        )
      } else if (field.kind === 'order') row.push(orderNumber(value))
      else if ('column' in field && field.kind !== 'rebuilt')
        row.push(naming(model, pk, name, () => readValue(value, field, known, record)))
    }
    for (const name in record)
      if (!Object.hasOwn(model.fields, name)) count(content.passedOver, `${model.name}.${name}`)
    return row
  })
  for (const names of model.unique) checkUnique(model, names, columns, rows)
  if (model.uniqueUnlessEmpty) checkUnique(model, model.uniqueUnlessEmpty, columns, rows, true)
  for (const [name, field] of fields)
    if (field.kind === 'relation' && field.tree) checkTree(model, name, columns.indexOf(field.column), rows)
  content.tables.push({ model, columns, rows })
}

/** No tree has more records. */
const MAX_ORDER = 1_000_000_000

const orderNumber = (value: unknown): number =>
  Number.isInteger(value) && (value as number) > 0 && (value as number) <= MAX_ORDER ? (value as number) : 0

function memberKeys(value: unknown, model: string, known: Known): Stored[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw new Misfit(`is ${quotedValue(value)}, but must be a list`)
  return [
    ...new Set(value.map((one) => readValue(one, { kind: 'relation', column: '', nullable: false, model }, known, {})))
  ]
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

function checkUnique(
  model: TransferModel,
  names: readonly string[],
  columns: string[],
  rows: Stored[][],
  unlessEmpty = false
): void {
  const places = names.map((name) => columns.indexOf((model.fields[name] as { column: string }).column))
  const seen = new Map<string, Stored>()
  for (const row of rows) {
    const values = places.map((place) => row[place])
    if (values.includes(null) || (unlessEmpty && values.at(-1) === '')) continue
    const key = JSON.stringify(values)
    const other = seen.get(key)
    if (other !== undefined) {
      const which = names.map((name) => `"${name}"`).join(' with ')
      throw new TransferError(`${model.name} ${row[0]}: ${which} is the same as that of ${model.name} ${other}.`)
    }
    seen.set(key, row[0]!)
  }
}

/** Refuses records that lie below themselves. */
function checkTree(model: TransferModel, field: string, place: number, rows: Stored[][]): void {
  const parents = new Map(rows.map((row) => [row[0], row[place]]))
  const sound = new Set<Stored | undefined>([null, undefined])
  for (const start of parents.keys()) {
    const path = new Set<Stored | undefined>()
    let at: Stored | undefined = start
    for (; !sound.has(at); at = parents.get(at!)) {
      if (path.has(at)) throw new TransferError(`${model.name} ${at}: "${field}" leads back to the record itself.`)
      path.add(at)
    }
    for (const one of path) sound.add(one)
  }
}
