import { invalid, type Problems } from '#contract/errors.ts'
import { signedIn } from '#contract/scopes.ts'
import { notAChoice } from '#contract/text.ts'
import type { Answer } from '#contract/types.ts'
import { equals, type Change } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import type { Vault } from '#auth/tokens.ts'
import type { Database } from '#db/database.ts'
import { now, shownTime } from '#framework/time.ts'
import { addressProblem } from './address.ts'
import { recordsAt } from './models.ts'
import { dropWaiting } from './outcome.ts'
import { newSigningSecret, secretProblem } from './signature.ts'

/** How many webhooks there may be. */
const MOST = 50
/** How many fields a filter may look at, and how long a text in it may be, in characters. */
const [MOST_FILTERS, LONGEST] = [20, 500]

type WebhookChange = Change<'webhooks', 'webhook'>

const isPlain = (value: unknown): boolean =>
  value === null ||
  ['number', 'boolean'].includes(typeof value) ||
  (typeof value === 'string' && value.length <= LONGEST)

function filterProblem(filters: unknown): string | undefined {
  if (typeof filters !== 'object' || filters === null || Array.isArray(filters)) return 'It must be a JSON object.'
  const entries = Object.entries(filters)
  if (entries.length > MOST_FILTERS) return `At most ${MOST_FILTERS} fields can be looked at.`
  const wrong = entries.find(([field, value]) => field.length > 100 || !isPlain(value))
  return (
    wrong &&
    `${wrong[0].slice(0, 100)}: only texts of at most ${LONGEST} characters, numbers, true, false and null can be looked for.`
  )
}

async function checkCount(db: Database): Promise<void> {
  const { count } = await db
    .selectFrom('webhook')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (Number(count) >= MOST) throw invalid({ non_field_errors: [`There may be ${MOST} webhooks at most.`] })
}

async function checkName(db: Database, name: string | undefined, own: number | undefined): Promise<void> {
  if (name === undefined) return
  const taken = await db.selectFrom('webhook').select('id').where('name', '=', name).executeTakeFirst()
  if (taken && taken.id !== own) throw invalid({ name: ['A webhook with this name already exists.'] })
}

/** What is wrong with the fields of a body, each by itself. */
function problemsOf({ url, models, filters, secret }: WebhookChange['body'], anywhere: boolean): Problems {
  const wrong = models?.find((model) => recordsAt(model) === undefined)
  const found = {
    url: url === undefined ? undefined : addressProblem(url, anywhere),
    models: wrong === undefined ? undefined : notAChoice(wrong),
    filters: filters === undefined ? undefined : filterProblem(filters),
    secret: secret ? secretProblem(secret) : undefined
  }
  return Object.fromEntries(
    Object.entries(found).flatMap(([field, problem]) => (problem === undefined ? [] : [[field, [problem]]]))
  )
}

/**
 * The records of webhooks.
 *
 * @param vault seals secrets
 * @param anywhere whether addresses of the own network will do
 */
export const webhooks = (vault: Vault, anywhere: boolean) =>
  resource('webhooks', 'webhook', {
    className: 'Webhook',
    options: {},
    computed: {},
    search: ['name'],
    order: {},
    defaultOrder: ['id'],
    filters: { active: equals('active') },
    toJSON: (row, _embedded, { created }): Answer<'webhooks_retrieve', 200> => ({
      pk: row.id,
      name: row.name,
      url: row.url,
      active: row.active === 1,
      models: JSON.parse(row.models),
      actions: JSON.parse(row.actions),
      filters: JSON.parse(row.filters),
      user: row.user_id,
      secret: created ? (vault.open(row.secret) ?? null) : null,
      created: shownTime(row.created),
      failing_since: shownTime(row.failing_since),
      failures: row.failures,
      missed: row.missed,
      disabled: row.disabled
    }),
    write: {
      columns: {
        name: 'name',
        url: 'url',
        active: 'active',
        models: 'models',
        actions: 'actions',
        filters: 'filters',
        user: 'user_id',
        secret: null
      },
      initial: (context) => ({ created: now(), user_id: signedIn(context).id }),
      check: async ({ db, before, body, values }) => {
        const problems = problemsOf(body, anywhere)
        if (Object.keys(problems).length > 0) throw invalid(problems)
        await checkName(db, body.name, before?.id)
        if (!before) await checkCount(db)
        const secret = body.secret || (before ? undefined : newSigningSecret())
        if (secret !== undefined) values.secret = vault.seal(secret)
        if (body.active && !before?.active)
          Object.assign(values, { failing_since: null, failures: 0, missed: 0, disabled: '' })
      },
      saved: async ({ db, body }, id) => {
        if (body.active === false) await dropWaiting(db, id)
      }
    }
  })
