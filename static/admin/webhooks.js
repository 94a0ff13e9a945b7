// Webhooks: who elsewhere is told of changes, and how that goes.
import { get, me, patch, post, query, remove } from './api.js'
import { attempt, confirmed, counted, dialog, field, form, h, handOver, heading, table, toast, toggle } from './dom.js'

const HOOKS = '/api/webhooks/'
/** How many deliveries are shown of each webhook. */
const SHOWN = 25

const ACTIONS = {
  '': 'Whatever happens',
  created: 'It is created',
  changed: 'It is changed',
  deleted: 'It is deleted',
  transition: 'Its state changes, as of an order'
}

const button = (name, onclick, className = 'small') => h('button', { type: 'button', class: className, onclick }, name)

const words = (text) => text.split(/[\s,]+/).filter(Boolean)

/** How a delivery stands, in a few words. */
function standing({ state, code, error, attempts, next_try }) {
  if (state === 'delivered') return `delivered, ${code}`
  if (state === 'waiting' && attempts === 0) return 'waiting'
  return state === 'waiting' ? `${error} Next try at ${next_try}` : `${state}: ${error}`
}

const what = ({ action, model, record }) => (action === 'ping' ? 'ping' : `${model} ${record} ${action}`)

/** What was sent to a webhook, the newest first. */
async function log(hook) {
  const at = `${HOOKS}${hook.pk}/deliveries/`
  const { results } = await get(`${at}${query({ limit: SHOWN })}`)
  const again = (delivery) => async () => {
    if (await attempt(() => post(`${at}${delivery.pk}/resend/`), 'It waits to be sent')) await renew()
  }
  const rows = results.map((delivery) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, what(delivery)),
      h('td', { class: 'nowrap' }, delivery.tried ?? delivery.created),
      h('td', {}, standing(delivery)),
      h('td', {}, delivery.state === 'waiting' ? null : button('Send again', again(delivery)))
    )
  )
  const element = h(
    'div',
    {},
    rows.length
      ? table(`What was sent to ${hook.name}`, ['What', 'When', 'How it went', ''], rows)
      : h('p', { class: 'empty' }, 'Nothing was sent yet.')
  )
  const renew = async () => element.replaceWith(await log(hook))
  return element
}

/** How a webhook is, in a sentence. */
function state({ active, disabled, failing_since, failures, missed }) {
  const parts = [
    disabled && `Switched off: ${disabled}`,
    active && failing_since && `Nothing arrives since ${failing_since}, in ${counted(failures, 'try', 'tries')}.`,
    missed > 0 && `${counted(missed, 'event')} missed, since too much waited.`
  ].filter(Boolean)
  return parts.length ? h('p', { class: 'problem' }, parts.join(' ')) : null
}

function card(hook, load) {
  const at = `${HOOKS}${hook.pk}/`
  const scope = [hook.models.join(', ') || 'all kinds of records', hook.actions.join(', ') || 'whatever happens']
  const shown = h('div')
  const renew = async () => shown.replaceChildren(await log(hook))
  const test = async () => {
    await attempt(async () => {
      const sent = await post(`${at}test/`)
      toast(sent.state === 'delivered' ? `It answers ${sent.code}` : sent.error, sent.state !== 'delivered')
    })
    await renew()
  }
  const gone = async () => {
    if (!(await confirmed(`Delete ${hook.name}?`, 'Its log goes too, and what waits is not sent.', 'Delete'))) return
    if (await attempt(() => remove(at), 'Deleted')) await load()
  }
  return h(
    'section',
    { class: 'card', 'aria-label': hook.name },
    h(
      'div',
      { class: 'head' },
      h('div', {}, h('h2', {}, hook.name), h('p', { class: 'hint' }, `${hook.url} · ${scope.join(' · ')}`)),
      h('div', { class: 'row' }, button('Test', test), button('Log', renew), button('Delete', gone, 'danger small'))
    ),
    state(hook),
    toggle('Active', 'Whether anything is sent', hook.active, async (active) => {
      const done = await attempt(() => patch(at, { active }), 'Saved')
      if (done) await load()
      return done
    }),
    shown
  )
}

/** Makes a webhook; `made` is called once it is there. */
function create(made) {
  const options = Object.entries(ACTIONS).map(([value, name]) => h('option', { value }, name))
  const close = dialog(
    'New webhook',
    form(
      [
        field('Name', h('input', { name: 'name', autocomplete: 'off', placeholder: 'Orders to the ERP' })),
        field('Address', h('input', { name: 'url', type: 'url', placeholder: 'https://erp.example.org/hook' })),
        field(
          'Kinds of records',
          h('input', { name: 'models', autocomplete: 'off', spellcheck: 'false', placeholder: 'part, salesorder' }),
          'Words of the API, with commas; empty for all.'
        ),
        field('When', h('select', { name: 'actions' }, options))
      ],
      h(
        'div',
        { class: 'row end' },
        h('button', { type: 'button', onclick: () => close() }, 'Cancel'),
        h('button', { type: 'submit', class: 'primary' }, 'Create webhook')
      ),
      async ({ name, url, models, actions }) => {
        const asked = { name, url, models: words(models), actions: actions ? [actions] : [] }
        const { secret } = await post(HOOKS, asked)
        close()
        await made()
        handOver(
          'The secret of the webhook',
          'Copy it now: it is shown only this once.',
          'The secret',
          secret,
          'The receiver checks with it that what arrives comes from here, as docs/webhooks.md shows.'
        )
      }
    )
  )
}

export async function webhooks() {
  const title = (actions) => heading('Webhooks', [], actions)
  if (!me.account.is_superuser) return [title(), h('p', { class: 'hint' }, 'Only a superuser may look after webhooks.')]
  const list = h('div')
  const load = async () => {
    const found = await get(HOOKS)
    list.replaceChildren(
      ...(found.length
        ? found.map((hook) => card(hook, load))
        : [h('p', { class: 'empty' }, 'There are no webhooks yet.')])
    )
  }
  await load()
  return [
    title(button('New webhook', () => create(load), 'primary')),
    h(
      'p',
      { class: 'lead' },
      'Other programs are told of changes as soon as they happen, with the record as you see it.'
    ),
    list
  ]
}
