import type { Selectable } from 'kysely'
import type { Database, DB } from '#db/database.ts'
import { prepared, type Slots } from '#db/prepared.ts'
import { lookup } from '#crud/lookup.ts'
import { imageURL, thumbnailURL } from '#modules/part/index.ts'

/** The rulesets that permit seeing companies; any one is enough. */
export const COMPANY_ROLES = ['purchase_order', 'sales_order', 'return_order'] as const

const findCompanies = prepared((db, { keys }: Slots<{ ids: number[] }>) =>
  db
    .selectFrom('company')
    .select(['id', 'active', 'name', 'description', 'image', 'currency', 'tax_id'])
    .where('id', 'in', keys('ids'))
)

/**
 * Companies in short, by primary key.
 *
 * @param ids may hold nulls and repetitions
 */
export const briefCompanies = (db: Database, ids: Iterable<number | null>) =>
  lookup(ids, async (keys) =>
    (await findCompanies(db, { ids: keys })).map(({ id, active, name, description, image, currency, tax_id }) => [
      id,
      {
        pk: id,
        active: active === 1,
        name,
        description,
        image: imageURL(image),
        thumbnail: thumbnailURL(image),
        currency,
        tax_id
      }
    ])
  )

const ofAddress = (row: Selectable<DB['company_address']>) => ({
  pk: row.id,
  line1: row.line1,
  line2: row.line2,
  postal_code: row.postal_code,
  postal_city: row.postal_city,
  province: row.province,
  country: row.country,
  shipping_notes: row.shipping_notes,
  internal_shipping_notes: row.internal_shipping_notes
})

const findAddresses = prepared((db, { keys }: Slots<{ ids: number[] }>) =>
  db.selectFrom('company_address').selectAll().where('id', 'in', keys('ids'))
)

/** Addresses in short, by primary key; the keys may hold nulls and repetitions. */
export const briefAddresses = (db: Database, ids: Iterable<number | null>) =>
  lookup(ids, async (keys) => (await findAddresses(db, { ids: keys })).map((row) => [row.id, ofAddress(row)]))

/** The addresses that companies are reached at first, by the primary key of the company. */
export const primaryAddresses = (db: Database, companies: Iterable<number>) =>
  lookup(companies, async (keys) =>
    (
      await db
        .selectFrom('company_address')
        .selectAll()
        .where('company_id', 'in', keys)
        .where('primary', '=', 1)
        .orderBy('id', 'desc')
        .execute()
    ).map((row) => [row.company_id, ofAddress(row)])
  )
