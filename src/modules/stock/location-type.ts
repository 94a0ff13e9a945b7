import { sql } from 'kysely'
import type { Builder } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'

type LocationType = Builder<'stock_location_type'>

/** How many locations have a type. */
const locationCount = (_eb: LocationType) =>
  sql<number>`(select count(*) from stock_location l where l.location_type_id = stock_location_type.id)`

export const locationType = resource('stock_location_type', 'stock_location_type', {
  className: 'StockLocationType',
  options: {},
  computed: { location_count: locationCount },
  search: ['name'],
  order: { name: 'name', location_count: locationCount, icon: 'icon' },
  // Most used first, then the newest.
  defaultOrder: [(eb) => sql`-${locationCount(eb)}`, () => sql`-stock_location_type.id`],
  filters: {},
  toJSON: (row, _embedded, view) => ({
    pk: row.id,
    name: row.name,
    description: row.description,
    icon: row.icon,
    location_count: view.created ? null : row.location_count
  }),
  write: {
    columns: { name: 'name', description: 'description', icon: 'icon' },
    remove: async (row, db) => {
      await db
        .updateTable('stock_location')
        .set({ location_type_id: null })
        .where('location_type_id', '=', row.id)
        .execute()
      await db.deleteFrom('stock_location_type').where('id', '=', row.id).execute()
    }
  }
})
