import { sql } from 'kysely'
import { refused } from '#contract/errors.ts'
import { equals, type Builder, type Change } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { part } from './part.ts'

type Pair = Builder<'part_related'>
type Side = 'part_1_id' | 'part_2_id'

/** The name of one of the two parts. */
const nameOf = (side: Side) => (_eb: Pair) =>
  sql<string>`(select p.name from part p where p.id = ${sql.ref(`part_related.${side}`)})`

/** The rules of pairs (docs/behaviour/part.md#related-parts). */
async function check({ db, before, body }: Change<'part_related', 'part_related'>): Promise<void> {
  const [first, second] = [body.part_1 ?? before!.part_1_id, body.part_2 ?? before!.part_2_id]
  if (first === second) throw refused('Part relationship cannot be created between a part and itself')
  const reversed = await db
    .selectFrom('part_related')
    .select('id')
    .where('part_1_id', '=', second)
    .where('part_2_id', '=', first)
    .executeTakeFirst()
  if (reversed && reversed.id !== before?.id) throw refused('Duplicate relationship already exists')
}

export const related = resource('part_related', 'part_related', {
  className: 'PartRelated',
  options: {},
  computed: {},
  search: [(_eb, match) => match(nameOf('part_1_id')(_eb)), (_eb, match) => match(nameOf('part_2_id')(_eb))],
  order: {
    pk: 'id',
    part_1: nameOf('part_1_id'),
    part_1_detail: nameOf('part_1_id'),
    part_2: nameOf('part_2_id'),
    part_2_detail: nameOf('part_2_id'),
    note: 'note'
  },
  defaultOrder: ['id'],
  filters: {
    part: (eb, id) => eb.or([eb('part_1_id', '=', id), eb('part_2_id', '=', id)]),
    part_1: equals('part_1_id'),
    part_2: equals('part_2_id')
  },
  embed: (rows, context) =>
    part.read(
      context,
      rows.flatMap((row) => [row.part_1_id, row.part_2_id]),
      { created: true }
    ),
  toJSON: (row, parts) => ({
    pk: row.id,
    part_1: row.part_1_id,
    part_1_detail: parts.get(row.part_1_id)!,
    part_2: row.part_2_id,
    part_2_detail: parts.get(row.part_2_id)!,
    note: row.note
  }),
  write: { columns: { part_1: 'part_1_id', part_2: 'part_2_id', note: 'note' }, unique: [['part_1', 'part_2']], check }
})
