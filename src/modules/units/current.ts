import type { Database } from '#db/database.ts'
import { UnitRegistry } from './registry.ts'

let registry = new UnitRegistry()
let from: Database | undefined
let seen = -1

/**
 * The units as they are now: the built-in ones and those of the table. Ask anew for every value; a change of the table
 * makes a new registry.
 */
export const currentUnits = (): UnitRegistry => registry

/**
 * Reads the custom units, unless nobody else can have changed them since. Called before a request is served.
 *
 * @param db the open database, not a transaction
 * @param version what `outsideChanges` says now
 */
export async function refreshUnits(db: Database, version: number): Promise<void> {
  if (db !== from || version !== seen) await reloadUnits(db)
  from = db
  seen = version
}

/** Reads the custom units anew, after this process changed them. */
export async function reloadUnits(db: Database): Promise<void> {
  registry = new UnitRegistry(
    await db.selectFrom('custom_unit').select(['name', 'symbol', 'definition']).orderBy('id').execute()
  )
}
