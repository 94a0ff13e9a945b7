import { outsideChanges, type Database } from '#db/database.ts'
import { standardRegistry, UnitRegistry } from './units/index.ts'

let changes = 0
let current = standardRegistry()

/** The units that there are now, those of the users included. */
export const units = (): UnitRegistry => current

/** Has the custom units read anew before the next request. To be called after one was written. */
export const unitsChanged = (): void => { changes++ }

/** Keeps the custom units of a database in memory, as long as neither this process nor another one changes them. */
export class CustomUnits {
  readonly #db: Database
  #registry = standardRegistry()
  #seen = ''

  constructor (db: Database) {
    this.#db = db
  }

  /** Brings the units up to date; cheap while nobody wrote. Called before a request is served. */
  async refresh (): Promise<void> {
    const seen = `${outsideChanges(this.#db)} ${changes}`
    if (seen !== this.#seen) {
      const rows = await this.#db.selectFrom('custom_unit').select(['name', 'symbol', 'definition']).orderBy('id').execute()
      this.#registry = rows.length ? new UnitRegistry(rows) : standardRegistry()
      this.#seen = seen
    }
    current = this.#registry
  }
}
