import { sql } from 'kysely'
import type { SettingReader } from '#contract/scopes.ts'
import type { Database } from '#db/database.ts'
import type { Builder } from '#crud/definition.ts'
import { prepared, type Slots } from '#db/prepared.ts'
import { lookup } from '#crud/lookup.ts'
import { ancestorPaths } from '#crud/tree.ts'

/** What the icon of a location depends on; `type_icon` is null where it has no type. */
interface WithIcon {
  icon: string | null
  type_icon: string | null
}

/** The icon that a location shows: its own, else that of its type even if empty, else that of the settings. */
export const iconOf = ({ icon, type_icon }: WithIcon, settings: SettingReader): string =>
  icon || (type_icon ?? settings.text('STOCK_LOCATION_DEFAULT_ICON'))

/** The icon of a location's type; null where it has none. */
export const typeIcon = (_eb: Builder<'stock_location'>) =>
  sql<string | null>`(select t.icon from stock_location_type t where t.id = stock_location.location_type_id)`

/** How many stock items, in whatever state, lie in a location and below it. */
export const itemCount = (_eb: Builder<'stock_location'>) =>
  sql<number>`(stock_location.items + stock_location.items_below)`

/** How many locations lie below. */
export const sublocations = (_eb: Builder<'stock_location'>) =>
  sql<number>`(stock_location.rght - stock_location.lft - 1) / 2`

const findLocations = prepared((db, { keys }: Slots<{ ids: number[] }>) =>
  db.selectFrom('stock_location').select(['id', 'name', 'pathstring']).where('id', 'in', keys('ids'))
)

/** Locations in brief, by primary key; the keys may hold nulls and repetitions. */
export const briefLocations = (db: Database, ids: Iterable<number | null>) =>
  lookup(ids, async (keys) =>
    (await findLocations(db, { ids: keys })).map(({ id, name, pathstring }) => [id, { pk: id, name, pathstring }])
  )

/** A location as a step on the way down. */
export interface LocationNode extends WithIcon {
  id: number
  name: string
}

/** The path from the top down to each location, itself included, by primary key. */
export const locationPaths = ancestorPaths<LocationNode>(
  'stock_location',
  sql`above.id, above.name, above.icon, type.icon as type_icon`,
  sql`left join stock_location_type type on type.id = above.location_type_id`
)

/** The path of a location as answers show it. */
export const locationPathJSON = (path: LocationNode[], settings: SettingReader) =>
  path.map((step) => ({ pk: step.id, name: step.name, icon: iconOf(step, settings) }))
