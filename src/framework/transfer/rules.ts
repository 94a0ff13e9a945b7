// What records of a model must keep together.
import type { Faults } from './faults.ts'
import type { Stored, TransferModel } from './models.ts'

/** Refuses records that have what no two may share; the first stays. */
export function refuseRepeated(
  model: TransferModel,
  names: readonly string[],
  columns: string[],
  rows: Stored[][],
  faults: Faults,
  unlessEmpty = false
): void {
  const places = names.map((name) => columns.indexOf((model.fields[name] as { column: string }).column))
  const seen = new Map<string, Stored>()
  for (const row of rows) {
    const values = places.map((place) => row[place])
    if (values.includes(null) || (unlessEmpty && values.at(-1) === '')) continue
    const key = JSON.stringify(values)
    const other = seen.get(key)
    if (other === undefined) seen.set(key, row[0]!)
    else
      faults.add({
        model: model.name,
        pk: row[0],
        field: names.join('" with "'),
        reason: `is the same as that of ${model.name} ${other}`
      })
  }
}

/** Refuses records that lie below themselves. */
export function checkTree(model: TransferModel, field: string, place: number, rows: Stored[][], faults: Faults): void {
  const parents = new Map(rows.map((row) => [row[0], row[place]]))
  const sound = new Set<Stored | undefined>([null, undefined])
  for (const start of parents.keys()) {
    const path = new Set<Stored | undefined>()
    let at: Stored | undefined = start
    for (; !sound.has(at); at = parents.get(at!)) {
      if (path.has(at)) {
        faults.add({ model: model.name, pk: at, field, reason: 'leads back to the record itself' })
        break
      }
      path.add(at)
    }
    for (const one of path) sound.add(one)
  }
}
