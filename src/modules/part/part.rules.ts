import { sql } from 'kysely'
import { invalid, refused } from '#contract/errors.ts'
import type { Change } from '#crud/definition.ts'
import type { Database } from '#db/database.ts'
import { prepared, type Slots } from '#db/prepared.ts'
import { PatternError, patternOf } from '#db/pattern.ts'
import { equalsInAnyCase } from '#db/text.ts'
import { variantsOf } from './family.ts'

type PartChange = Change<'part', 'part'>

const isVariant = async (db: Database, id: number, of: number) =>
  (await sql<{ id: number }>`select id from part where id = ${id} and id in ${variantsOf(of)}`.execute(db)).rows
    .length > 0

const findCategory = prepared((db, { value }: Slots<{ category: number }>) =>
  db.selectFrom('part_category').select('structural').where('id', '=', value('category'))
)

/** What a field is going to be. */
function next(change: PartChange) {
  const { before, values } = change
  return <K extends keyof NonNullable<typeof before>>(column: K): NonNullable<typeof before>[K] | undefined =>
    (Object.hasOwn(values, column) ? values[column as keyof typeof values] : before?.[column]) as
      | NonNullable<typeof before>[K]
      | undefined
}

async function checkRevision(change: PartChange): Promise<void> {
  const { context, db, before } = change
  const at = next(change)
  const of = at('revision_of_id')
  if (!of) return
  if (of === before?.id) throw invalid({ revision_of: ['Part cannot be a revision of itself'] })
  if (!at('revision')) throw invalid({ revision: ['Revision code must be specified for a part marked as a revision'] })
  const original = await db
    .selectFrom('part')
    .select(['assembly', 'is_template', 'variant_of_id'])
    .where('id', '=', of)
    .executeTakeFirstOrThrow()
  if (context.settings.flag('PART_REVISION_ASSEMBLY_ONLY') && !(original.assembly && at('assembly'))) {
    throw invalid({ revision_of: ['Revisions are only allowed for assembly parts'] })
  }
  if (original.is_template) throw invalid({ revision_of: ['Cannot make a revision of a template part'] })
  if (original.variant_of_id !== (at('variant_of_id') ?? null))
    throw invalid({ revision_of: ['Parent part must point to the same template'] })
}

/** The uniqueness rules that settings and revisions add, reported together (docs/behaviour/part.md#rules). */
async function checkDuplicates(change: PartChange): Promise<void> {
  const { context, db, before } = change
  const at = next(change)
  const others = db
    .selectFrom('part')
    .select('id')
    .where('id', '!=', before?.id ?? -1)
    .limit(1)
  const IPN = at('IPN') ?? ''
  if (
    IPN !== '' &&
    !context.settings.flag('PART_ALLOW_DUPLICATE_IPN') &&
    (await others.where(equalsInAnyCase('IPN', IPN)).executeTakeFirst())
  ) {
    throw invalid({ IPN: ['Duplicate IPN not allowed in part settings'] })
  }
  const of = at('revision_of_id')
  const revision = at('revision') ?? null
  if (
    of &&
    (await others
      .where('revision_of_id', '=', of)
      .where('revision', revision === null ? 'is' : '=', revision)
      .executeTakeFirst())
  ) {
    throw refused('Duplicate part revision already exists.')
  }
  if (
    IPN !== '' &&
    (await others
      .where('name', '=', at('name')!)
      .where('IPN', '=', IPN)
      .where('revision', revision === null ? 'is' : '=', revision)
      .executeTakeFirst())
  )
    throw refused('Part with this Name, IPN and Revision already exists.')
}

/**
 * An IPN must match the expression of the settings. One that this server does not know, which an import or an older
 * version may have stored, holds for no part: nobody could write any.
 */
function checkIPN(IPN: string, { context }: PartChange): void {
  const source = context.settings.text('PART_IPN_REGEX')
  if (source === '') return
  let holds: boolean | undefined
  try {
    holds = patternOf(source)?.test(IPN)
  } catch (error) {
    if (!(error instanceof PatternError)) throw error
    context.request.log.warn(`PART_IPN_REGEX is not applied: ${error.message}`)
    return
  }
  if (!holds) throw refused(`IPN must match regex pattern ${source}`)
}

/**
 * The rules of a part, in the order in which the API tells of them (docs/behaviour/part.md#rules).
 *
 * @throws 400 with the first rule that is broken
 */
export async function checkPart(change: PartChange): Promise<void> {
  const { db, before } = change
  const at = next(change)
  const category = at('category_id')
  if (category) {
    const [found] = await findCategory(db, { category })
    if (found!.structural) throw invalid({ category: ['Parts cannot be assigned to structural part categories!'] })
  }
  await checkRevision(change)
  checkIPN(at('IPN') ?? '', change)
  await checkDuplicates(change)
  const template = at('variant_of_id')
  if (
    before &&
    template &&
    template !== before.variant_of_id &&
    (template === before.id || (await isVariant(db, template, before.id)))
  ) {
    throw invalid({ variant_of: ['Invalid choice'] })
  }
}
