import { sql } from 'kysely'
import { refused } from '#contract/errors.ts'
import { withValidation } from '#contract/types.ts'
import { transact } from '#db/transaction.ts'
import { namer, variantsOf } from '#modules/part/index.ts'
import { findItem } from './install.ts'
import { saveItem } from './item.save.ts'
import { trackItem, TRACKING } from './tracking.ts'

/**
 * The parts that stock of a part can become: its variants, its template and that one's other variants, as SQL for `in`
 * (docs/behaviour/stock-actions.md#convert).
 */
const optionsOf = (
  part: number
) => sql<number>`(select o.id from part o where o.active = 1 and o.virtual = 0 and o.id <> ${part} and (o.id in ${variantsOf(part)}
  or exists (select 1 from part p where p.id = ${part} and p.variant_of_id in (o.id, o.variant_of_id))))`

const handler = withValidation<'stock_convert_create'>(
  async (context, { part }, addError) => {
    const item = await findItem(context)
    if (part === undefined) return
    const option = await context.db
      .selectFrom('part')
      .select('id')
      .where('id', '=', part)
      .where('id', 'in', optionsOf(item.part_id))
      .executeTakeFirst()
    if (!option) addError(['part'], 'Selected part is not a valid option for conversion')
  },
  async (call, send, revalidate) => {
    const { part } = call.body
    await transact(call.db, async (db) => {
      const inner = { ...call, db }
      await revalidate(inner)
      const item = await findItem(inner)
      if (item.supplier_part_id !== null) throw refused('Cannot convert stock item with assigned SupplierPart')
      const names = await db
        .selectFrom('part')
        .select(['name', 'IPN', 'revision'])
        .where('id', '=', part)
        .executeTakeFirstOrThrow()
      const converted = await saveItem(inner, item, { part_id: part })
      await trackItem(
        inner,
        TRACKING.converted,
        converted,
        { part },
        { notes: `Converted to part: ${namer(call.settings)(names)}` }
      )
    })
    return send(201, { part })
  }
)

/** Makes stock another variant. */
export const convertStockItem = Object.assign(handler, { find: findItem })
