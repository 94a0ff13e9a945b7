import { invalid, refused } from '#contract/errors.ts'
import type { SettingReader } from '#contract/scopes.ts'
import { equals } from '#crud/definition.ts'
import type { Database } from '#db/database.ts'
import { resource } from '#crud/resource.ts'
import { briefParts, pricesChanged, assembliesOf } from '#modules/part/index.ts'

/** What assemblies cost depends on what may take the place of a component. */
async function repriced(db: Database, settings: SettingReader, lines: number[]): Promise<void> {
  const concerned = await db.selectFrom('bom_item').select(['part_id', 'inherited']).where('id', 'in', lines).execute()
  await pricesChanged(db, settings, await assembliesOf(db, concerned))
}

export const substitute = resource('bom_substitute', 'bom_substitute', {
  className: 'BomItemSubstitute',
  options: {},
  computed: {},
  search: [],
  order: {},
  defaultOrder: ['id'],
  filters: { bom_item: equals('bom_item_id'), part: equals('part_id') },
  embed: (rows, context) =>
    briefParts(
      context,
      rows.map((row) => row.part_id),
      { pricing: false }
    ),
  toJSON: (row, parts) => ({
    pk: row.id,
    bom_item: row.bom_item_id,
    part: row.part_id,
    part_detail: parts.get(row.part_id)!
  }),
  write: {
    columns: { bom_item: 'bom_item_id', part: 'part_id' },
    check: async ({ db, before, body }) => {
      const line = body.bom_item ?? before!.bom_item_id
      const part = body.part ?? before!.part_id
      const duplicate = await db
        .selectFrom('bom_substitute')
        .select('id')
        .where('bom_item_id', '=', line)
        .where('part_id', '=', part)
        .executeTakeFirst()
      if (duplicate && duplicate.id !== before?.id) throw refused('The fields part, bom_item must make a unique set.')
      const { sub_part_id } = await db
        .selectFrom('bom_item')
        .select('sub_part_id')
        .where('id', '=', line)
        .executeTakeFirstOrThrow()
      if (sub_part_id === part) throw invalid({ part: ['Substitute part cannot be the same as the master part'] })
    },
    saved: async ({ context, db, before, body }) =>
      repriced(
        db,
        context.settings,
        [before?.bom_item_id, body.bom_item].filter((id) => id !== undefined)
      ),
    remove: async (row, db, { settings }) => {
      await db.deleteFrom('bom_substitute').where('id', '=', row.id).execute()
      await repriced(db, settings, [row.bom_item_id])
    }
  }
})
