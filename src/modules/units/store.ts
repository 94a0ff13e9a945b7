import type { Database } from '#db/database.ts'
import { UnitRegistry } from './registry.ts'

/** The units that a server knows: the built-in ones and those of its table, in memory. */
export class UnitStore {
  readonly #db: Database
  #registry = new UnitRegistry()
  #seen = -1

  constructor(db: Database) {
    this.#db = db
  }

  /** The units as they are now. Ask anew for every value; a change of the table makes a new registry. */
  get now(): UnitRegistry {
    return this.#registry
  }

  /**
   * Reads the custom units, unless nobody else can have changed them since. Called before a request is served.
   *
   * @param version what `outsideChanges` says now
   */
  async refresh(version: number): Promise<void> {
    if (version === this.#seen) return
    await this.reload()
    this.#seen = version
  }

  /** Reads the custom units anew, after this process changed them. */
  async reload(): Promise<void> {
    this.#registry = new UnitRegistry(
      await this.#db.selectFrom('custom_unit').select(['name', 'symbol', 'definition']).orderBy('id').execute()
    )
  }
}

declare module '#contract/scopes.ts' {
  interface Handed {
    units: UnitStore
  }
}

declare module '#framework/module.ts' {
  interface Materials {
    units: UnitStore
  }
}
