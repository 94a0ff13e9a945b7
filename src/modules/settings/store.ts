import type { Database } from '#db/database.ts'
import { outsideChanges } from '#db/database.ts'
import type { SettingStore } from '#framework/module.ts'
import { GLOBAL_BY_KEY } from './definitions.ts'

/**
 * The global settings in memory: read with no query, and read anew when another process changed the database.
 */
export class Settings implements SettingStore {
  readonly #db: Database
  #values = new Map<string, string>()
  #seen = -1

  constructor(db: Database) {
    this.#db = db
  }

  /**
   * Brings the memory up to date; costs nothing while nobody else wrote. Called before a request is served.
   *
   * @param version what `outsideChanges` says now, where that is known already
   */
  async refresh(version?: number): Promise<void> {
    version ??= await outsideChanges(this.#db)
    if (version === this.#seen) return
    this.#values = new Map(
      (await this.#db.selectFrom('setting').select(['key', 'value']).execute()).map(({ key, value }) => [key, value])
    )
    this.#seen = version
  }

  /** Forgets what is in memory; the next `refresh` reads it anew. Called after a setting was written. */
  forget(): void {
    this.#seen = -1
  }

  text(key: string): string {
    const definition = GLOBAL_BY_KEY.get(key)
    if (!definition) throw new Error(`there is no setting ${key}`)
    return this.#values.get(key) ?? definition.default
  }

  flag(key: string): boolean {
    return this.text(key).toLowerCase() === 'true'
  }

  number(key: string): number {
    return Number(this.text(key))
  }
}
