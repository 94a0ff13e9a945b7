// Records that are passed over: those about something that is not known here, or that is gone.
import { count, type ExportFile, type Exported } from './file.ts'
import { MODEL_BY_NAME, TRANSFER_MODELS, type Field, type TransferModel } from './models.ts'
import { readModelName, quotedValue, type Known } from './values.ts'
import { textOf } from '#contract/text.ts'

const entries = (model: TransferModel): [string, Field][] => Object.entries(model.fields)

/**
 * What a record is counted under that is of a known model, but about something that is not known, or about nothing;
 * undefined for others.
 */
function unknownSubject(model: TransferModel, { fields }: Exported): string | undefined {
  for (const name in model.passedOverWithout)
    if (fields[name] === null || fields[name] === undefined) return `${model.name} ${model.passedOverWithout[name]}`
  for (const [name, field] of entries(model)) {
    if (field.kind !== 'model' && field.kind !== 'choice') continue
    const value = fields[name]
    if (value === undefined || value === null) continue
    if (field.kind === 'model') {
      if (!readable(value, field.short)) continue
      if (!readModelName(value, field.short))
        return `${model.name} of ${field.short ? textOf(value) : (value as string[]).join('.')}`
    } else if (field.others === 'skip' && typeof value === 'string' && !field.choices.includes(value))
      return `${model.name} ${quotedValue(value)}`
  }
  return undefined
}

/** Whether a value has the form of the name of a model; what is wrong with others is told when they are read. */
const readable = (value: unknown, short?: true) =>
  short
    ? typeof value === 'string'
    : Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string')

/** Passes over records about something that is not known here. */
export function passOverUnknown(file: ExportFile): void {
  for (const [name, list] of file.records) {
    const model = MODEL_BY_NAME.get(name)!
    if (!model.passedOverWithout && !entries(model).some(([, { kind }]) => kind === 'model' || kind === 'choice'))
      continue
    const gone = new Set<unknown>()
    for (const record of list) {
      const subject = unknownSubject(model, record)
      if (!subject) continue
      count(file.skipped, subject)
      gone.add(record.pk)
    }
    leaveOut(file, name, gone)
  }
}

/** Takes records out of a file, by their primary keys. */
export function leaveOut(file: ExportFile, model: string, pks: ReadonlySet<unknown>, known?: Known): void {
  if (!pks.size) return
  file.keep(model, ({ pk }) => !pks.has(pk))
  file.gone.set(model, (file.gone.get(model) ?? new Set()).union(pks))
  for (const pk of pks) known?.pks.get(model)?.delete(pk as number)
}

/**
 * Passes over records about others that are gone. InvenTree leaves them behind, and here their primary keys may be
 * given to new records, which must not inherit anything.
 */
export function passOverOrphans(known: Known, file: ExportFile): void {
  for (const model of TRANSFER_MODELS) {
    const [name, field] = entries(model).find(([, one]) => one.kind === 'target') ?? []
    if (!name || field?.kind !== 'target' || !field.loose) continue
    const gone = new Set<unknown>()
    for (const { pk, fields } of file.of(model.name)) {
      const type = fields[field.type]
      const about = readable(type, field.short) ? readModelName(type, field.short) : undefined
      const key = fields[name]
      if (!about || !Number.isSafeInteger(key) || known.pks.get(about)!.has(key as number)) continue
      gone.add(pk)
      count(file.skipped, `${model.name} of a ${about} that is not there`)
    }
    leaveOut(file, model.name, gone, known)
  }
}
