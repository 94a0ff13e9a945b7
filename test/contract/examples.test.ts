import t from 'tap'
import { contract, validatorAt } from '../support/contract.ts'

interface Example {
  at: string
  schema: string
  value: unknown
}

const key = (name: string | number) => String(name).replaceAll('~', '~0').replaceAll('/', '~1')

/** Every example of the bundle with the pointer of the schema that it stands for. */
function examplesIn(node: any, at: string, isMap = false): Example[] {
  if (typeof node !== 'object' || node === null) return []
  const found: Example[] = []
  // Parameters and media types have their schema inside; a schema is its own.
  const schema = node.schema ? `${at}/schema` : at
  if (!isMap && 'example' in node) found.push({ at, schema, value: node.example })
  if (!isMap && Array.isArray(node.examples))
    found.push(...node.examples.map((value: unknown, i: number) => ({ at: `${at}/examples/${i}`, schema, value })))
  else if (!isMap && node.examples)
    found.push(
      ...Object.entries<any>(node.examples).map(([name, { value }]) => ({
        at: `${at}/examples/${name}`,
        schema,
        value
      }))
    )
  for (const [name, child] of Object.entries(node)) {
    if (isMap || !['example', 'examples', 'default', 'enum'].includes(name))
      found.push(...examplesIn(child, `${at}/${key(name)}`, !isMap && name === 'properties'))
  }
  return found
}

const examples = examplesIn(contract.document, '')

t.test('every example of the contract keeps its schema', async (t) => {
  t.ok(examples.length > 400, `there are examples: ${examples.length}`)
  for (const { at, schema, value } of examples) {
    const validate = validatorAt(schema)
    t.ok(validate(value), at, { diff: JSON.stringify(validate.errors?.slice(0, 3), null, 1) })
  }
})

t.test('a wrong example is noticed', async (t) => {
  t.notOk(validatorAt('/components/schemas/Category')({ pk: 'one' }), 'a wrong type')
  const owner = { pk: 1, owner_id: 1, owner_model: 'user', name: 'nina', label: 'user' }
  t.ok(validatorAt('/components/schemas/Owner')(owner), 'a right one')
  t.notOk(validatorAt('/components/schemas/Owner')({ ...owner, surprise: 1 }), 'a property that nobody declared')
  t.notOk(validatorAt('/components/schemas/OwnerListAnswer')([{ ...owner, surprise: 1 }]), 'the same in a list')
})

/** Operations whose only answers are refusals, and why. */
const REFUSALS: Record<string, string> = {
  build_line_create: 'lines come from the bill of materials alone',
  allauth_auth_session_delete: 'after signing out, 401 is the success',
  allauth_account_password_change_post: 'with a new password everybody is signed out, so that 401 is the success',
  allauth_auth_code_confirm_post: 'codes by mail are off',
  allauth_auth_email_verify_resend_post: 'codes by mail are off',
  allauth_auth_password_reset_post: 'with a new password nobody is signed in, so that 401 is the success',
  allauth_auth_phone_verify_post: 'telephone numbers are not kept',
  allauth_auth_phone_verify_resend_post: 'telephone numbers are not kept',
  allauth_account_phone_post: 'telephone numbers are not kept',
  action_create: 'no plugin has an action',
  locate_create: 'no plugin shows places',
  webhook_create: 'no plugin takes messages from elsewhere',
  supplier_search_list: 'no plugin knows a catalogue',
  supplier_import_create: 'no plugin knows a catalogue',
  plugins_install_create: 'plugins of others are not run',
  plugins_uninstall_update: 'all plugins are part of the server',
  plugins_uninstall_partial_update: 'all plugins are part of the server'
}

t.test('every operation is explained', async (t) => {
  const all = contract.operations.map(({ id }) => id)
  t.equal(new Set(all).size, all.length, 'no operationId twice')
  for (const { id, summary, description, query, statuses } of contract.operations) {
    t.ok(summary.length > 5 && description.length > 20, `${id} has a summary and a description`)
    for (const { name, description } of query) t.ok(description && description.length > 10, `${id} explains ${name}`)
    t.ok(Math.min(...statuses) < 400 || id in REFUSALS, `${id} can succeed`)
  }
})
