// What the drivers of plugins do with machines: they tell how these are, and print.
import type { Selectable } from 'kysely'
import type { Database } from '#db/database.ts'
import type { DB } from '#db/tables.ts'
import type { Vault } from '#auth/tokens.ts'
import type { Label, Machine } from '#framework/plugins/interface.ts'
import type { AtWork, Plugins } from '#framework/plugins/plugins.ts'
import { PluginError } from '#framework/plugins/thread.ts'
import { openedValues } from '#framework/plugins/setting-values.ts'
import { driverOf, knownDrivers, type KnownDriver } from './drivers.ts'
import { MachineStates, unasked, type ShownState } from './states.ts'
import { LABEL_PRINTER } from './types.ts'

declare module '#framework/module.ts' {
  interface Materials {
    /** Drives machines. */
    machines: Machines
  }
}

declare module '#contract/scopes.ts' {
  interface Handed {
    /** Drives machines. */
    machines: Machines
  }
}

type MachineRow = Selectable<DB['machine_config']>

/** A machine with its driver, and how it is. */
export interface DrivenMachine {
  driver: KnownDriver | undefined
  state: ShownState
}

/** Prints labels, one after the other. */
export type LabelPrinter = (label: Label) => Promise<unknown>

/**
 * How long a driver may take for a label, and to tell how a machine is, in seconds: whoever looks does not wait that long,
 * but the next one does not wait at all.
 */
const [PRINT_SECONDS, STATUS_SECONDS] = [60, 5]

/** What is stored of the settings of drivers, by machine. */
async function driverSettings(db: Database, ids: readonly number[]): Promise<Map<number, Map<string, string>>> {
  const rows = await db
    .selectFrom('machine_setting')
    .select(['machine_id', 'key', 'value'])
    .where('machine_id', 'in', [0, ...ids])
    .where('config_type', '=', 'D')
    .execute()
  const found = new Map(ids.map((id) => [id, new Map<string, string>()]))
  for (const { machine_id, key, value } of rows) found.get(machine_id)?.set(key, value)
  return found
}

/** The machines of a server, as their drivers know them. */
export class Machines {
  readonly #plugins: Plugins
  readonly #vault: Pick<Vault, 'open'>
  readonly #states = new MachineStates()
  /** The last print of each machine that is at work or waits. */
  readonly #turns = new Map<string, Promise<void>>()

  constructor({ plugins, vault }: { plugins: Plugins; vault: Pick<Vault, 'open'> }) {
    this.#plugins = plugins
    this.#vault = vault
  }

  /** Machines as their drivers are told of them, by primary key. */
  async #told(db: Database, rows: readonly MachineRow[], drivers: readonly KnownDriver[]) {
    const stored = await driverSettings(
      db,
      rows.map(({ id }) => id)
    )
    return new Map(
      rows.map((row): [number, Machine] => {
        const { settings = [] } = driverOf(drivers, row)?.driver ?? {}
        const values = openedValues(settings, stored.get(row.id)!, this.#vault)
        return [row.id, { pk: row.uuid, name: row.name, settings: values }]
      })
    )
  }

  /**
   * Tells how machines are, by primary key; those that are not in use are not asked.
   *
   * @param db outside of any transaction
   */
  async driven(db: Database, rows: readonly MachineRow[]): Promise<Map<number, DrivenMachine>> {
    const drivers = await knownDrivers(this.#plugins)
    const known = new Map(rows.map((row) => [row.id, driverOf(drivers, row)]))
    const asked = rows.filter((row) => row.active === 1 && known.get(row.id))
    const told = await this.#told(
      db,
      asked.filter(({ uuid }) => this.#states.isDue(uuid)),
      drivers
    )
    const states = await this.#states.read(
      asked.map((row) => {
        const { driver, plugin, slug } = known.get(row.id)!
        const machine = told.get(row.id)
        const call = () =>
          this.#plugins.call(plugin.key, ['drivers', slug, 'status'], [machine], {
            seconds: STATUS_SECONDS,
            quiet: true
          })
        return { uuid: row.uuid, ask: driver.status && machine ? call : undefined }
      })
    )
    const byKey = new Map(asked.map(({ id }, at) => [id, states[at]!]))
    return new Map(
      rows.map(({ id }) => [id, { driver: known.get(id), state: byKey.get(id) ?? unasked(LABEL_PRINTER.unknown) }])
    )
  }

  /** Forgets how a machine is, after it was set otherwise. */
  forget(uuid: string): void {
    this.#states.forget(uuid)
  }

  /** Starts the driver of a machine anew. */
  async restart(row: MachineRow): Promise<void> {
    const driver = driverOf(await knownDrivers(this.#plugins), row)
    this.forget(row.uuid)
    if (driver) await this.#plugins.restart(driver.plugin.key)
  }

  /** The printers of labels that are in use and have their driver, in the order of their names. */
  async printers(db: Database): Promise<MachineRow[]> {
    const drivers = await knownDrivers(this.#plugins)
    if (drivers.length === 0) return []
    const rows = await db
      .selectFrom('machine_config')
      .selectAll()
      .where('machine_type', '=', LABEL_PRINTER.slug)
      .where('active', '=', 1)
      .orderBy('name')
      .execute()
    return rows.filter((row) => driverOf(drivers, row) !== undefined)
  }

  /**
   * Prints on a machine, once the prints before it are done.
   *
   * @param row one of `printers`
   * @param user whoever prints
   * @param work is given what prints each label; meanwhile the machine is shown as printing. A label throws PluginError
   */
  async print<Result>(
    db: Database,
    row: MachineRow,
    user: AtWork,
    work: (print: LabelPrinter) => Promise<Result>
  ): Promise<Result> {
    const drivers = await knownDrivers(this.#plugins)
    const known = driverOf(drivers, row)
    const machine = (await this.#told(db, [row], drivers)).get(row.id)!
    const options = { user, seconds: PRINT_SECONDS, quiet: true }
    const print: LabelPrinter = async (label) => {
      if (!known) throw new PluginError(`Driver '${row.driver}' not found`)
      return await this.#plugins.call(known.plugin.key, ['drivers', known.slug, 'print'], [label, machine], options)
    }
    return await this.#inTurn(row.uuid, () => this.#states.whilePrinting(machine, () => work(print)))
  }

  /** Does work once what others do with the machine is done. */
  async #inTurn<Result>(uuid: string, work: () => Promise<Result>): Promise<Result> {
    const mine = (this.#turns.get(uuid) ?? Promise.resolve()).then(work)
    const settled = mine.then(
      () => undefined,
      () => undefined
    )
    this.#turns.set(uuid, settled)
    try {
      return await mine
    } finally {
      if (this.#turns.get(uuid) === settled) this.#turns.delete(uuid)
    }
  }

  /** Whether the driver of a machine wants labels as pictures, too. */
  async wantsPicture(row: MachineRow): Promise<boolean> {
    return driverOf(await knownDrivers(this.#plugins), row)?.driver.picture === true
  }
}
