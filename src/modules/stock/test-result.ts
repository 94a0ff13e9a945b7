import { sql } from 'kysely'
import { invalid } from '#contract/errors.ts'
import { uploadIn } from '#contract/files.ts'
import { signedIn } from '#contract/scopes.ts'
import { equals, modifier, type Builder, type Change } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { storeFile } from '#modules/attachment/index.ts'
import { dropFiles } from '#framework/files/dropped.ts'
import { testChoices, testedAs, testKey, testTemplate } from '#modules/part/index.ts'
import { now } from '#framework/time.ts'
import { briefUsers } from '#modules/user/index.ts'
import { installedIn } from './item.queries.ts'
import { shownResult } from './test-result.queries.ts'

type Result = Builder<'stock_test_result'>
type ResultChange = Change<'stock_test', 'stock_test_result'>

const ofItem = (column: string) => (_eb: Result, value: number) =>
  sql<boolean>`stock_test_result.stock_item_id in (select i.id from stock_item i where ${sql.ref(`i.${column}`)} = ${value})`
const ofTemplate = (column: string) => (_eb: Result, value: boolean | string) =>
  sql<boolean>`stock_test_result.template_id in (select t.id from part_test_template t where ${sql.ref(`t.${column}`)} = ${typeof value === 'boolean' ? Number(value) : value})`

/**
 * The test that a result is of: the one that is named, one of that name among those of the item's part, or the one that
 * it was.
 */
async function templateOf({ db, before, body, values }: ResultChange): Promise<number> {
  const named = body.template === undefined && body.test === undefined ? before?.template_id : body.template
  if (named) return named
  const { part_id } = await db
    .selectFrom('stock_item')
    .select('part_id')
    .where('id', '=', (values.stock_item_id as number | undefined) ?? before!.stock_item_id)
    .executeTakeFirstOrThrow()
  const found =
    body.test === undefined
      ? undefined
      : await db
          .selectFrom('part_test_template')
          .select('id')
          .where('part_id', 'in', await testedAs(db, part_id))
          .where('key', '=', testKey(body.test))
          .orderBy('id')
          .limit(1)
          .executeTakeFirst()
  if (!found) throw invalid({ test: ['No matching test found for this part'] })
  return found.id
}

/**
 * What a test demands of its results (docs/behaviour/test-results.md#test-results).
 *
 * @throws 400 with the first demand that is not met
 */
async function check(change: ResultChange): Promise<void> {
  const { context, db, before, body, values } = change
  const test = (values.template_id = await templateOf(change))
  const next = <K extends keyof NonNullable<typeof before>>(column: K) =>
    (values[column] === undefined ? before?.[column] : values[column]) as NonNullable<typeof before>[K] | undefined
  const [started, finished] = [next('started_datetime'), next('finished_datetime')]
  if (started && finished && finished < started)
    throw invalid({ finished_datetime: ['The test finished time cannot be earlier than the test started time'] })
  const template = await db
    .selectFrom('part_test_template')
    .select(['requires_value', 'requires_attachment', 'choices'])
    .where('id', '=', test)
    .executeTakeFirstOrThrow()
  const upload = uploadIn(body.attachment)
  const value = next('value') ?? ''
  const choices = testChoices(template.choices)
  if (template.requires_value && value === '') throw invalid({ value: ['Value must be provided for this test'] })
  if (template.requires_attachment && !(upload === undefined ? before?.attachment : upload))
    throw invalid({ attachment: ['Attachment must be uploaded for this test'] })
  if (choices.length && !choices.includes(value)) throw invalid({ value: ['Invalid value for this test'] })
  if (upload !== undefined)
    values.attachment = upload && (await storeFile(context.files, `stock_files/${next('stock_item_id')}`, upload))
  if (!before) Object.assign(values, { user_id: signedIn(context).id, date: now() })
}

/** Results of tests of stock items. */
export const testResult = resource('stock_test', 'stock_test_result', {
  className: 'StockItemTestResult',
  options: { user_detail: { default: false }, template_detail: { default: false, needs: ['part'] } },
  computed: {},
  search: [],
  order: {
    date: 'date',
    result: 'result',
    started_datetime: 'started_datetime',
    finished_datetime: 'finished_datetime',
    test_station: 'test_station'
  },
  defaultOrder: ['date'],
  filters: {
    stock_item: async (eb, id, { db }, query) => {
      if (!(await db.selectFrom('stock_item').select('id').where('id', '=', id).executeTakeFirst()))
        throw invalid({ stock_item: `Stock item with ID ${id} does not exist` })
      return query.include_installed
        ? eb('stock_item_id', 'in', [id, ...(await installedIn(db, [id]))])
        : eb('stock_item_id', '=', id)
    },
    include_installed: modifier,
    template: equals('template_id'),
    test: (eb, name) => ofTemplate('key')(eb, testKey(name)),
    part: ofItem('part_id'),
    build: ofItem('build_id'),
    user: equals('user_id'),
    result: equals('result'),
    value: equals('value'),
    required: ofTemplate('required'),
    enabled: ofTemplate('enabled')
  },
  embed: async (rows, context, view) => ({
    users: view.user_detail
      ? await briefUsers(
          context.db,
          rows.map((row) => row.user_id)
        )
      : undefined,
    templates: view.template_detail
      ? await testTemplate.read(
          context,
          rows.map((row) => row.template_id),
          { created: true }
        )
      : undefined
  }),
  toJSON: (row, { users, templates }, view) => ({
    ...shownResult(row),
    ...(view.user_detail ? { user_detail: row.user_id === null ? null : users!.get(row.user_id)! } : {}),
    ...(view.template_detail ? { template_detail: templates!.get(row.template_id)! } : {})
  }),
  write: {
    columns: {
      stock_item: 'stock_item_id',
      template: null,
      test: null,
      result: 'result',
      value: 'value',
      attachment: null,
      notes: 'notes',
      test_station: 'test_station',
      started_datetime: 'started_datetime',
      finished_datetime: 'finished_datetime'
    },
    many: [],
    initial: () => ({ metadata: '{}' }),
    check,
    saved: async ({ db, before, values }) => {
      if (before && values.attachment !== undefined) await dropFiles(db, [before.attachment])
    },
    remove: async (row, db) => {
      await db.deleteFrom('stock_test_result').where('id', '=', row.id).execute()
      await dropFiles(db, [row.attachment])
    }
  }
})
