// The machines that were entered: what is stored of them, and how they are.
import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Database } from '#db/database.ts'
import type { DB } from '#db/tables.ts'
import { transact } from '#db/transaction.ts'
import { invalid, notFound, refused } from '#contract/errors.ts'
import type { Answer, Handler, Query } from '#contract/types.ts'
import { listed } from '#crud/memory.ts'
import type { Materials } from '#framework/module.ts'
import type { DrivenMachine } from './driving.ts'
import { MACHINE_TYPES } from './types.ts'

export type MachineRow = Selectable<DB['machine_config']>

/** How many machines there may be: the list is put in order in memory. */
const MOST = 1000

/** The state of a machine of a kind that nobody knows. */
const NO_STATE = -1

const sorted = (rows: MachineRow[]): MachineRow[] =>
  rows.toSorted((a, b) => b.active - a.active || (a.machine_type < b.machine_type ? -1 : 1))

/** All machines: active ones first, then by kind and pk. */
export const machineRows = async (db: Database): Promise<MachineRow[]> =>
  sorted(await db.selectFrom('machine_config').selectAll().orderBy('machine_type').orderBy('id').execute())

/** One machine by what the API names it by; undefined where there is none. */
export const machineRow = (db: Database, uuid: string): Promise<MachineRow | undefined> =>
  db.selectFrom('machine_config').selectAll().where('uuid', '=', uuid.toLowerCase()).executeTakeFirst()

async function existing(db: Database, uuid: string): Promise<MachineRow> {
  const row = await machineRow(db, uuid)
  if (!row) throw notFound('MachineConfig')
  return row
}

/** A machine as the API shows it; without a driver nothing is known of its state. */
function machineJSON(row: MachineRow, { driver, state }: DrivenMachine): Answer<'machine_retrieve', 200> {
  const type = MACHINE_TYPES[row.machine_type]
  const missing = type && !driver ? [`Driver '${row.driver}' not found`] : []
  return {
    pk: row.uuid,
    name: row.name,
    machine_type: row.machine_type,
    driver: row.driver,
    initialized: driver !== undefined && row.active === 1,
    active: row.active === 1,
    status: type ? state.status : NO_STATE,
    status_model: type?.statusModel ?? null,
    status_text: state.text,
    machine_errors: [...missing, ...state.errors],
    is_driver_available: driver !== undefined,
    restart_required: false,
    properties: state.properties
  }
}

/** Refuses a name that another machine has. */
async function checkName(db: Database, name: string, own?: number): Promise<void> {
  const taken = await db.selectFrom('machine_config').select('id').where('name', '=', name).executeTakeFirst()
  if (taken && taken.id !== own) throw invalid({ name: ['machine config with this Name already exists.'] })
}

/** What lists, reads and writes machines. */
export function machineRecords({ machines }: Pick<Materials, 'machines'>) {
  /** Machines as the API shows them; to be called outside of any transaction. */
  const shown = async (db: Database, rows: readonly MachineRow[]) => {
    const driven = await machines.driven(db, rows)
    return rows.map((row) => machineJSON(row, driven.get(row.id)!))
  }
  const shownOne = async (db: Database, row: MachineRow) => (await shown(db, [row]))[0]!

  const list: Handler<'machine_list'> = async (call, send) => {
    const { active, driver, machine_type: type }: Query<'machine_list'> = call.query
    const rows = (await machineRows(call.db)).filter(
      (row) =>
        (active === undefined || (row.active === 1) === active) &&
        (driver === undefined || row.driver === driver) &&
        (type === undefined || row.machine_type === type)
    )
    const found = listed(call, rows, { search: ['name'], order: ['name', 'machine_type', 'driver', 'active'] })
    return send(
      200,
      Array.isArray(found) ? await shown(call.db, found) : { ...found, results: await shown(call.db, found.results) }
    )
  }

  const create: Handler<'machine_create'> = async (call, send) => {
    const { name, machine_type, driver, active = true } = call.body
    const row = await transact(call.db, async (db) => {
      await checkName(db, name)
      const { count } = await db
        .selectFrom('machine_config')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      if (Number(count) >= MOST) throw refused(`There are ${MOST} machines, which is as many as there may be.`)
      const values = { uuid: randomUUID(), name, machine_type, driver, active: active ? (1 as const) : (0 as const) }
      return await db.insertInto('machine_config').values(values).returningAll().executeTakeFirstOrThrow()
    })
    return send(201, await shownOne(call.db, row))
  }

  const retrieve: Handler<'machine_retrieve'> = async (call, send) =>
    send(200, await shownOne(call.db, await existing(call.db, call.path.id)))

  const change: Handler<'machine_update' | 'machine_partial_update'> = async (call, send) => {
    const row = await transact(call.db, async (db) => {
      const before = await existing(db, call.path.id)
      const { name = before.name, active = before.active === 1 } = call.body ?? {}
      await checkName(db, name, before.id)
      const values = { name, active: active ? (1 as const) : (0 as const) }
      await db.updateTable('machine_config').set(values).where('id', '=', before.id).execute()
      return { ...before, ...values }
    })
    machines.forget(row.uuid)
    return send(200, await shownOne(call.db, row))
  }

  const destroy: Handler<'machine_destroy'> = async (call, send) => {
    await transact(call.db, async (db) => {
      const { id } = await existing(db, call.path.id)
      await db.deleteFrom('machine_config').where('id', '=', id).execute()
    })
    return send(204)
  }

  return {
    machine_list: list,
    machine_create: create,
    machine_retrieve: retrieve,
    machine_update: change,
    machine_partial_update: change,
    machine_destroy: destroy
  }
}
