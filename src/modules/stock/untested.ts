import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { among } from '#db/text.ts'
import { lookup } from '#crud/lookup.ts'

/**
 * Which stock items have not passed all tests that their part, or a template above it, requires: the last result of
 * each counts.
 *
 * @param items primary keys; repetitions are passed over
 */
export const untested = async (db: Database, items: Iterable<number>): Promise<Set<number>> =>
  new Set(
    (
      await lookup(items, async (keys) =>
        (
          await sql<{
            item: number
          }>`with recursive up (item, part) as (select s.id, s.part_id from stock_item s where s.id in ${among(keys)}
    union select up.item, p.variant_of_id from up join part p on p.id = up.part where p.variant_of_id is not null)
  select distinct up.item from up join part_test_template t on t.part_id = up.part and t.required = 1 and t.enabled = 1
  where coalesce((select r.result from stock_test_result r where r.stock_item_id = up.item and r.template_id = t.id order by r.date desc, r.id desc limit 1), 0) = 0`.execute(
            db
          )
        ).rows.map(({ item }): [number, true] => [item, true])
      )
    ).keys()
  )
