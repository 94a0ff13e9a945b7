import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { invalid, type Problems } from '#contract/errors.ts'
import { equals, modifier, type Builder, type Change } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { ancestorsOf } from './family.ts'

type TestTemplate = Builder<'part_test_template'>

/** How many results were recorded against a test. */
const resultCount = (_eb: TestTemplate) =>
  sql<number>`(select count(*) from stock_test_result r where r.template_id = part_test_template.id)`

/**
 * What the name of a test boils down to: its letters, digits and underscores in small letters, not beginning with a
 * digit.
 */
export function testKey(name: string): string {
  const key = name
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_]/gu, '')
  return /^\p{N}/u.test(key) ? `_${key}` : key
}

/** The values that the results of a test may have; none where any will do. */
export const testChoices = (text: string): string[] =>
  text
    .split(',')
    .map((choice) => choice.trim())
    .filter((choice) => choice !== '')

/** A part and the templates above it: tests of any of them hold for it. */
export const testedAs = async (db: Database, part: number): Promise<number[]> => [
  part,
  ...(await ancestorsOf(db, [part])).get(part)!
]

/** The rules of test templates, all problems together (docs/behaviour/test-results.md#test-templates). */
async function check({ db, before, body, values }: Change<'part_test_template', 'part_test_template'>): Promise<void> {
  const problems: Problems = {}
  const part = body.part ?? before!.part_id
  const choices = testChoices(body.choices ?? before?.choices ?? '')
  if ((body.description === undefined ? before?.description : body.description) == null)
    problems.description = ['This field cannot be blank.']
  const key = testKey(body.test_name ?? before!.test_name)
  const { testable } = await db.selectFrom('part').select('testable').where('id', '=', part).executeTakeFirstOrThrow()
  const duplicate = await db
    .selectFrom('part_test_template')
    .select('id')
    .where('part_id', 'in', await testedAs(db, part))
    .where('key', '=', key)
    .where('id', '!=', before?.id ?? -1)
    .limit(1)
    .executeTakeFirst()
  if (!testable) problems.part = ['Test templates can only be created for testable parts']
  else if (/^_*$/.test(key))
    problems.test_name = ['Invalid template name - must include at least one alphanumeric character']
  // Two checks of the API find this, and each of them says so.
  else if (duplicate)
    problems.test_name = Array.from({ length: 2 }, () => 'Test template with the same key already exists for part')
  else if (new Set(choices).size < choices.length) problems.choices = ['Choices must be unique']
  if (Object.keys(problems).length) throw invalid(problems)
  values.key = key
}

/**
 * Copies the tests of a part to another one, except those that it, or a template above it, has already
 * (docs/behaviour/part.md#duplicating).
 *
 * @param db inside a transaction
 */
export async function copyTests(db: Database, from: number, to: number): Promise<void> {
  const { testable } = await db.selectFrom('part').select('testable').where('id', '=', to).executeTakeFirstOrThrow()
  if (!testable) return
  const known = new Set(
    (
      await db
        .selectFrom('part_test_template')
        .select('key')
        .where('part_id', 'in', await testedAs(db, to))
        .execute()
    ).map(({ key }) => key)
  )
  const tests = await db
    .selectFrom('part_test_template')
    .selectAll()
    .where('part_id', '=', from)
    .orderBy('id')
    .execute()
  for (const { id: _, ...test } of tests) {
    if (!known.has(test.key))
      await db
        .insertInto('part_test_template')
        .values({ ...test, part_id: to })
        .execute()
  }
}

export const testTemplate = resource('part_test_template', 'part_test_template', {
  className: 'PartTestTemplate',
  options: {},
  computed: { results: resultCount },
  search: ['test_name', 'description'],
  order: {
    enabled: 'enabled',
    required: 'required',
    requires_value: 'requires_value',
    requires_attachment: 'requires_attachment',
    results: resultCount,
    test_name: 'test_name'
  },
  defaultOrder: ['test_name'],
  filters: {
    part: async (eb, id, { db }, query) =>
      query.include_inherited === false ? eb('part_id', '=', id) : eb('part_id', 'in', await testedAs(db, id)),
    include_inherited: modifier,
    key: equals('key'),
    enabled: equals('enabled'),
    required: equals('required'),
    requires_value: equals('requires_value'),
    requires_attachment: equals('requires_attachment'),
    has_results: (eb, yes) => (yes ? sql<boolean>`${resultCount(eb)} > 0` : sql<boolean>`${resultCount(eb)} = 0`)
  },
  toJSON: (row, _embedded, view) => ({
    pk: row.id,
    key: row.key,
    part: row.part_id,
    test_name: row.test_name,
    description: row.description,
    enabled: row.enabled === 1,
    required: row.required === 1,
    requires_value: row.requires_value === 1,
    requires_attachment: row.requires_attachment === 1,
    ...(view.created ? {} : { results: row.results }),
    choices: row.choices
  }),
  write: {
    columns: {
      part: 'part_id',
      test_name: 'test_name',
      description: 'description',
      enabled: 'enabled',
      required: 'required',
      requires_value: 'requires_value',
      requires_attachment: 'requires_attachment',
      choices: 'choices'
    },
    check
  }
})
