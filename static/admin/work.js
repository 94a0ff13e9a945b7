// Work in the background: what waits, what failed and why, and what is done once a day.
import { get, post, remove } from './api.js'
import { attempt, confirmed, counted, h, heading } from './dom.js'

/** How many jobs are shown of each kind. */
const SHOWN = 25

const TASKS = '/api/background-task/'

const moment = (text) => (text ? new Date(text).toLocaleString('en') : 'never')

const button = (name, danger, onclick) =>
  h('button', { type: 'button', class: danger ? 'danger small' : 'small', onclick }, name)

/** A card that can be shown anew after something was done to what it shows. */
function card(title, hint, actions, rows) {
  return h(
    'section',
    { class: 'card flush' },
    h(
      'div',
      { class: 'group-head head' },
      h('div', {}, h('h2', {}, title), h('p', { class: 'hint' }, hint)),
      h('div', { class: 'actions' }, actions)
    ),
    rows
  )
}

const job = (summary, facts, actions) =>
  h('details', {}, h('summary', {}, summary), facts, h('p', { class: 'below' }, actions))

/** Does something, and shows a card anew. */
const doing = (section, make, work, said) => async () => {
  if (await attempt(work, said)) section().replaceWith(await make())
}

async function waiting() {
  const { count, results } = await get(`${TASKS}pending/?limit=${SHOWN}`)
  const again = (work, said) => doing(() => section, waiting, work, said)
  const dropAll = async () => {
    if (!(await confirmed('Drop all that waits?', 'None of it will ever be done.', 'Drop'))) return
    await again(() => remove(`${TASKS}pending/?all=true`, {}), 'Dropped')()
  }
  const section = card(
    'Waiting',
    count === 0 ? 'Nothing waits.' : `${counted(count, 'job')} to be done, now or once more`,
    count === 0 ? null : button('Drop all', true, dropAll),
    results.map(({ pk, name, lock, args }) =>
      job(`${name} · not before ${moment(lock)}`, h('pre', {}, args), [
        button(
          'Drop',
          true,
          again(() => remove(`${TASKS}pending/`, { items: [pk] }), 'Dropped')
        )
      ])
    )
  )
  return section
}

async function failed() {
  const { count, results } = await get(`${TASKS}failed/?limit=${SHOWN}`)
  const again = (work, said) => doing(() => section, failed, work, said)
  const dropAll = async () => {
    if (!(await confirmed('Drop all that failed?', 'Look at the reasons first: they say what to mend.', 'Drop'))) return
    await again(() => remove(`${TASKS}failed/?all=true`, {}), 'Dropped')()
  }
  const section = card(
    'Failed',
    count === 0 ? 'Nothing failed.' : `${counted(count, 'job')} given up after some tries, the latest first`,
    count === 0 ? null : button('Drop all', true, dropAll),
    results.map(({ pk, name, stopped, attempt_count, result, args }) =>
      job(
        `${name} · ${moment(stopped)} · ${result}`,
        [h('p', { class: 'hint' }, `Tried ${counted(attempt_count, 'time')}`), h('pre', {}, args)],
        [
          button(
            'Try again',
            false,
            again(() => post(`${TASKS}failed/${pk}/retry/`, {}), 'It waits again')
          ),
          ' ',
          button(
            'Drop',
            true,
            again(() => remove(`${TASKS}failed/`, { items: [Number(pk)] }), 'Dropped')
          )
        ]
      )
    )
  )
  return section
}

async function everyDay() {
  const found = await get(`${TASKS}scheduled/`)
  return card(
    'Once a day',
    'What the server does for its own sake',
    null,
    h(
      'dl',
      { class: 'facts' },
      found.map(({ name, last_run, success }) => [
        h('dt', {}, name),
        h('dd', {}, last_run && !success ? `failed, ${moment(last_run)}` : moment(last_run))
      ])
    )
  )
}

export async function work() {
  return [heading('Work'), ...(await Promise.all([waiting(), failed(), everyDay()]))]
}
