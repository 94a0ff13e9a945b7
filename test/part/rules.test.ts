import t from 'tap'
import { build } from '../helper.ts'

const PARTS = '/api/part/'
const url = (pk: number) => `${PARTS}${pk}/`
const whole = (message: string) => ({ non_field_errors: [message] })

/** A house, and a shortcut that posts a part and gives the problems, or undefined where there were none. */
async function furnished(t: Parameters<typeof build>[0]) {
  const house = await build(t)
  const admin = house.as('admin')
  const problems = async (fields: object) => {
    const { status, body } = await admin.post(PARTS, { name: 'Relay', ...fields })
    return status === 201 ? undefined : body
  }
  const part = (fields: object = {}) => house.make(PARTS, { name: 'Relay', ...fields })
  return { ...house, admin, problems, part }
}

t.test('name, IPN and revision together are unique → 400', async (t) => {
  const { admin, problems, part } = await furnished(t)
  const UNIQUE = whole('The fields name, IPN, revision must make a unique set.')
  await part()
  t.strictSame(await problems({}), UNIQUE, 'both empty')
  t.equal(await problems({ IPN: 'R-1' }), undefined, 'another IPN')
  t.equal(await problems({ IPN: 'R-1', revision: 'B' }), undefined, 'another revision')
  t.equal(await problems({ name: 'relay' }), undefined, 'letter case counts')
  t.strictSame(await problems({ IPN: 'R-1', revision: 'B' }), UNIQUE)
  const other = await part({ name: 'Other' })
  t.strictSame((await admin.patch(url(other.pk), { name: 'Relay' })).body, UNIQUE, 'by a change')
  t.equal((await admin.patch(url(other.pk), { name: 'Other' })).status, 200, 'to what it is already')
})

t.test('with the revision null the IPN still makes it unique → 400', async (t) => {
  const { problems, part } = await furnished(t)
  await part({ IPN: 'R-1', revision: null })
  t.strictSame(
    await problems({ IPN: 'R-1', revision: null }),
    whole('Part with this Name, IPN and Revision already exists.')
  )
  t.equal(await problems({ revision: null }), undefined)
  t.equal(await problems({ revision: null }), undefined, 'without an IPN twins may be')
})

t.test('an IPN that exists → 400 where the settings say so, letter case aside', async (t) => {
  const { admin, problems, part, set } = await furnished(t)
  const { pk } = await part({ name: 'First', IPN: 'R-1' })
  t.equal(await problems({ name: 'Second', IPN: 'r-1' }), undefined, 'not by default')
  await set('PART_ALLOW_DUPLICATE_IPN', false)
  t.strictSame(await problems({ name: 'Third', IPN: 'r-1' }), { IPN: ['Duplicate IPN not allowed in part settings'] })
  await part({ name: 'Fifth', IPN: 'Ä-1' })
  t.strictSame(
    await problems({ name: 'Sixth', IPN: 'Ä-1' }),
    { IPN: ['Duplicate IPN not allowed in part settings'] },
    'beyond ASCII too'
  )
  t.equal((await admin.get(`${PARTS}?IPN=%C3%84-1`)).body.length, 1)
  t.equal(await problems({ name: 'Third', IPN: '' }), undefined)
  t.equal(await problems({ name: 'Fourth', IPN: '' }), undefined, 'none is no duplicate')
  t.strictSame(
    (await admin.patch(url(pk), { description: 'x' })).body,
    { IPN: ['Duplicate IPN not allowed in part settings'] },
    'an older twin counts at the next change'
  )
})

t.test('an IPN must match the expression of the settings → 400', async (t) => {
  const { problems, set } = await furnished(t)
  await set('PART_IPN_REGEX', '^R-[0-9]+')
  t.strictSame(await problems({ name: 'A', IPN: 'X-1' }), whole('IPN must match regex pattern ^R-[0-9]+'))
  t.strictSame(await problems({ name: 'A' }), whole('IPN must match regex pattern ^R-[0-9]+'), 'an empty one too')
  t.strictSame(
    await problems({ name: 'A', IPN: 'r-1' }),
    whole('IPN must match regex pattern ^R-[0-9]+'),
    'letter case counts'
  )
  t.equal(await problems({ name: 'A', IPN: 'R-12 and more' }), undefined)
})

t.test('an expression with escapes that JavaScript does not need works too', async (t) => {
  const { problems, set, admin, part } = await furnished(t)
  await part({ name: 'M3-bolt' })
  t.equal((await admin.get(`${PARTS}?name_regex=${encodeURIComponent('^m3\\-')}`)).body.length, 1, 'in a filter')
  t.equal(
    (await admin.get(`${PARTS}?search_regex=true&search=${encodeURIComponent('m3\\-')}`)).body.length,
    1,
    'in a search'
  )
  await set('PART_IPN_REGEX', '^R\\-\\d+$')
  t.equal(await problems({ name: 'A', IPN: 'R-1' }), undefined, 'in the settings')
  t.ok(await problems({ name: 'B', IPN: 'R1' }))
})

t.test('an expression that would take for ever elsewhere is answered', async (t) => {
  const { admin, part, set, problems } = await furnished(t)
  await part({ name: `${'a'.repeat(60)}!` })
  const endless = '(a+)+$'
  t.strictSame((await admin.get(`${PARTS}?name_regex=${encodeURIComponent(endless)}`)).body, [], 'in a filter')
  await set('PART_IPN_REGEX', endless)
  t.strictSame(
    await problems({ name: 'B', IPN: `${'a'.repeat(60)}!` }),
    whole(`IPN must match regex pattern ${endless}`),
    'in the settings'
  )
})

t.test('groups may be named as Python names them', async (t) => {
  const { admin, part } = await furnished(t)
  await part({ name: 'R-1' })
  t.equal((await admin.get(`${PARTS}?name_regex=${encodeURIComponent('^(?P<kind>[A-Z])-')}`)).body.length, 1)
})

t.test('an expression that an import brought and that is none → 400, not 500', async (t) => {
  const { problems, set, db } = await furnished(t)
  await set('PART_IPN_REGEX', 'R')
  await db.updateTable('setting').set({ value: '(R' }).where('key', '=', 'PART_IPN_REGEX').execute()
  await set('PART_COMPONENT', true)
  t.strictSame(await problems({ IPN: 'R-1' }), whole('IPN must match regex pattern (R'))
})

t.test('a variant needs a template above → 400', async (t) => {
  const { admin, problems, part } = await furnished(t)
  const [plain, template] = [await part({ name: 'Plain' }), await part({ name: 'Template', is_template: true })]
  t.strictSame(await problems({ variant_of: plain.pk }), {
    variant_of: [`Invalid pk "${plain.pk}" - object does not exist.`]
  })
  const variant = await part({ name: 'Variant', variant_of: template.pk, is_template: true })
  t.equal(variant.variant_of, template.pk)
  for (const [pk, of] of [
    [template.pk, template.pk],
    [template.pk, variant.pk]
  ] as const) {
    t.strictSame((await admin.patch(url(pk), { variant_of: of })).body, { variant_of: ['Invalid choice'] }, 'no loops')
  }
  await admin.patch(url(template.pk), { is_template: false })
  t.strictSame(
    (await admin.patch(url(variant.pk), { description: 'x' })).body,
    { variant_of: [`Part instance with id ${template.pk} is not a valid choice.`] },
    'the template is none any more'
  )
  t.equal((await admin.patch(url(variant.pk), { variant_of: null })).status, 200)
})

t.test('a revision: of another part, with a code of its own → else 400', async (t) => {
  const { admin, problems, part } = await furnished(t)
  const original = await part({ revision: 'A' })
  t.strictSame(await problems({ name: 'B', revision_of: original.pk }), {
    revision: ['Revision code must be specified for a part marked as a revision']
  })
  t.strictSame((await admin.patch(url(original.pk), { revision_of: original.pk })).body, {
    revision_of: ['Part cannot be a revision of itself']
  })
  const second = await part({ revision: 'B', revision_of: original.pk })
  t.equal((await admin.get(url(original.pk))).body.revision_count, 1)
  t.strictSame(
    await problems({ name: 'Twin', revision: 'B', revision_of: original.pk }),
    whole('Duplicate part revision already exists.')
  )
  t.equal(await problems({ revision: 'C', revision_of: second.pk }), undefined, 'of a revision')
})

t.test('a revision and what it revises belong to one template → else 400', async (t) => {
  const { problems, part } = await furnished(t)
  const template = await part({ name: 'Template', is_template: true })
  const variant = await part({ name: 'Variant', variant_of: template.pk })
  t.strictSame(await problems({ revision: 'B', revision_of: template.pk }), {
    revision_of: ['Cannot make a revision of a template part']
  })
  t.strictSame(await problems({ revision: 'B', revision_of: variant.pk }), {
    revision_of: ['Parent part must point to the same template']
  })
  t.equal(await problems({ revision: 'B', revision_of: variant.pk, variant_of: template.pk }), undefined)
})

t.test('revisions of assemblies alone, where the settings say so → else 400', async (t) => {
  const { problems, part, set } = await furnished(t)
  const [plain, assembly] = [await part({ name: 'Plain' }), await part({ name: 'Assembly', assembly: true })]
  await set('PART_REVISION_ASSEMBLY_ONLY', true)
  const ONLY = { revision_of: ['Revisions are only allowed for assembly parts'] }
  t.strictSame(await problems({ revision: 'B', revision_of: plain.pk, assembly: true }), ONLY)
  t.strictSame(await problems({ revision: 'B', revision_of: assembly.pk }), ONLY)
  t.equal(await problems({ revision: 'B', revision_of: assembly.pk, assembly: true }), undefined)
})

t.test('a part stays where it is when a rule refuses its change', async (t) => {
  const { admin, part, make } = await furnished(t)
  const { pk: shut } = await make('/api/part/category/', { name: 'Shut', structural: true })
  const { pk } = await part({ tags: ['old'] })
  const before = (await admin.get(`${url(pk)}?tags=true`)).body
  t.strictSame((await admin.patch(url(pk), { name: 'New', category: shut, tags: ['new'], starred: true })).body, {
    category: ['Parts cannot be assigned to structural part categories!']
  })
  t.strictSame((await admin.get(`${url(pk)}?tags=true`)).body, before)
})

t.test('DELETE: not while locked or active, and then for good', async (t) => {
  const { admin, part } = await furnished(t)
  const { pk } = await part({ locked: true, tags: ['x'] })
  t.strictSame((await admin.delete(url(pk))).body, whole('Cannot delete this part as it is locked'))
  await admin.patch(url(pk), { locked: false })
  t.strictSame((await admin.delete(url(pk))).body, whole('Cannot delete this part as it is still active'))
  await admin.patch(url(pk), { active: false })
  t.equal((await admin.delete(url(pk))).status, 204)
  t.equal((await admin.get(url(pk))).status, 404)
  t.equal((await admin.delete(url(pk))).status, 404)
})

t.test('DELETE of a locked part → 204 where locking is off', async (t) => {
  const { admin, part, set } = await furnished(t)
  const { pk } = await part({ locked: true, active: false })
  await set('PART_ENABLE_LOCKING', false)
  t.equal((await admin.delete(url(pk))).status, 204)
})

t.test('DELETE of a template → its variants move up, its revisions lose the link', async (t) => {
  const { admin, part } = await furnished(t)
  const top = await part({ name: 'Top', is_template: true })
  const middle = await part({ name: 'Middle', is_template: true, variant_of: top.pk, active: false })
  const low = await part({ name: 'Low', variant_of: middle.pk })
  await admin.delete(url(middle.pk))
  t.equal((await admin.get(url(low.pk))).body.variant_of, top.pk)
  const revision = await part({ name: 'Low', revision: 'B', revision_of: low.pk, variant_of: top.pk })
  await admin.patch(url(low.pk), { active: false })
  await admin.delete(url(low.pk))
  t.equal((await admin.get(url(revision.pk))).body.revision_of, null)
})
