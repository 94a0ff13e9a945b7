// Small means to build the page with.
import { Refusal } from './api.js'

/**
 * Makes an element: `h('a', { href: '#' }, 'text')`. Names that begin with `on` are listeners, `null` and `false` are
 * left out.
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value)
    else if (name === 'value' || name === 'checked') element[name] = value
    else element.setAttribute(name, value === true ? '' : value)
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false))
  return element
}

let unique = 0
/** A name for an element that no other has. */
export const fresh = (word = 'x') => `${word}-${++unique}`

/** Tells in a few words what happened; read out, and gone after a while. */
export function toast(text, bad = false) {
  const note = h('div', bad ? { class: 'bad' } : {}, text)
  document.getElementById('toasts').append(note)
  setTimeout(() => note.remove(), bad ? 9000 : 4000)
}

/** Does something, and tells where it is refused; gives whether it was done. */
export async function attempt(work, done) {
  try {
    await work()
    if (done) toast(done)
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.status !== 401) toast(error.message, true)
    return false
  }
}

/** A field with its label, an explanation, and room for what is wrong with it. */
export function field(label, input, help) {
  input.id ||= fresh(input.name || 'field')
  const problem = h('div', { class: 'problem', id: fresh('problem') })
  const explained = help ? h('small', { id: fresh('help') }, help) : null
  input.setAttribute('aria-describedby', [explained?.id, problem.id].filter(Boolean).join(' '))
  input.problem = problem
  return h('div', { class: 'field' }, h('label', { for: input.id }, label), input, explained, problem)
}

const sentences = (messages) =>
  messages.length > 1
    ? [
        h(
          'ul',
          {},
          messages.map((one) => h('li', {}, one))
        )
      ]
    : messages

/** Shows at each field of a form what is wrong with it, and the rest below. */
export function showProblems(form, error) {
  const rest = [...(error?.sentences ?? [])]
  const inputs = [...form.elements].filter((one) => one.problem)
  for (const input of inputs) {
    const messages = error?.fields[input.name] ?? []
    input.problem.replaceChildren(...sentences(messages))
    input.setAttribute('aria-invalid', String(messages.length > 0))
  }
  for (const [name, messages] of Object.entries(error?.fields ?? {})) {
    if (!inputs.some((one) => one.name === name)) rest.push(...messages.map((one) => `${name}: ${one}`))
  }
  form.querySelector('.general').replaceChildren(...sentences(rest))
  inputs.find((one) => one.getAttribute('aria-invalid') === 'true')?.focus()
}

/**
 * A form that does something and shows what is wrong.
 *
 * @param work gets the values by name; what it is refused is shown at the fields
 */
export function form(fields, buttons, work) {
  const element = h(
    'form',
    {
      novalidate: true,
      onsubmit: async (event) => {
        event.preventDefault()
        const submit = element.querySelector('button[type=submit]')
        const values = Object.fromEntries(
          [...element.elements]
            .filter((one) => one.name)
            .map((one) => [one.name, one.type === 'checkbox' ? one.checked : one.value])
        )
        submit.disabled = true
        try {
          showProblems(element)
          await work(values, element)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          showProblems(element, error)
        } finally {
          submit.disabled = false
        }
      }
    },
    fields,
    h('div', { class: 'problem general', role: 'alert' }),
    buttons
  )
  return element
}

/** A switch with its name and what it does; `change` gets what it was set to, and gives whether that was done. */
export function toggle(name, help, checked, change, disabled = false) {
  const input = h('input', {
    type: 'checkbox',
    role: 'switch',
    checked,
    disabled,
    onchange: async () => {
      input.disabled = true
      if (!(await change(input.checked))) input.checked = !input.checked
      input.disabled = false
      input.focus()
    }
  })
  return h(
    'label',
    { class: 'switch' },
    input,
    h('span', {}, h('strong', {}, name), help ? h('small', {}, help) : null)
  )
}

/** Opens a dialog; gives a function that closes it. The focus goes back to where it was. */
export function dialog(title, ...content) {
  const id = fresh('title')
  const element = h(
    'dialog',
    { 'aria-labelledby': id, onclose: () => element.remove() },
    h('h2', { id }, title),
    ...content
  )
  document.body.append(element)
  element.showModal()
  return () => element.close()
}

/** Asks before something that cannot be taken back; gives whether it is wanted. */
export const confirmed = (title, text, action) =>
  new Promise((resolve) => {
    let answer = false
    const close = dialog(
      title,
      h('p', {}, text),
      h(
        'div',
        { class: 'row end' },
        h('button', { type: 'button', onclick: () => close() }, 'Cancel'),
        h(
          'button',
          {
            type: 'button',
            class: 'danger',
            onclick: () => {
              answer = true
              close()
            }
          },
          action
        )
      )
    )
    document.body.lastElementChild.addEventListener('close', () => resolve(answer))
  })

/** Shows something that is to be copied and passed on: what it is, the text itself, and what to do with it. */
export function handOver(title, intro, label, text, ...hint) {
  const value = h('input', { readonly: true, value: text, 'aria-label': label, onfocus: () => value.select() })
  const copy = h(
    'button',
    {
      type: 'button',
      class: 'primary',
      onclick: async () => {
        value.select()
        // The clipboard is only there over https and on this machine; the old way works elsewhere too.
        try {
          await navigator.clipboard.writeText(text)
        } catch {
          document.execCommand('copy')
        }
        copy.textContent = 'Copied'
      }
    },
    'Copy'
  )
  const close = dialog(
    title,
    h('p', {}, intro),
    h('div', { class: 'secret' }, value, copy),
    h('p', { class: 'hint below' }, ...hint),
    h('div', { class: 'row end' }, h('button', { type: 'button', onclick: () => close() }, 'Done'))
  )
  copy.focus()
}

/** A table: columns are headings, or pairs of a heading and a class; rows are made elsewhere. */
export const table = (caption, columns, rows, name = '') =>
  h(
    'div',
    { class: 'scroll', role: 'region', 'aria-label': caption, tabindex: '0' },
    h(
      'table',
      { class: name || null },
      h('caption', {}, caption),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          columns.map((column) => {
            const [text, className] = [column].flat()
            return text === ''
              ? h('td', className ? { class: className } : {})
              : h('th', { scope: 'col', class: className ?? null }, text)
          })
        )
      ),
      h('tbody', {}, rows)
    )
  )

/** Waits until somebody has stopped typing. */
export function calm(work, milliseconds = 250) {
  let timer
  return () => {
    clearTimeout(timer)
    timer = setTimeout(work, milliseconds)
  }
}

const DAY = 24 * 3600 * 1000

/** A day as people say it; the date itself is shown on pointing. */
export function day(date, never = 'never') {
  if (!date) return h('span', { class: 'hint' }, never)
  const days = Math.round((new Date(new Date().toDateString()) - new Date(`${date.slice(0, 10)}T00:00`)) / DAY)
  const words =
    days === 0 ? 'today' : days === 1 ? 'yesterday' : days > 1 && days < 14 ? `${days} days ago` : date.slice(0, 10)
  return h('time', { datetime: date.slice(0, 10), title: date, class: 'nowrap' }, words)
}

/** Numbers and words that go together. */
export const counted = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`

/** Wherever a view begins: a heading, what may be said beside it, and what can be done. */
export const heading = (title, beside = [], actions = []) =>
  h(
    'div',
    { class: 'head' },
    h('div', { class: 'title' }, h('h1', { tabindex: '-1' }, title), beside),
    h('div', { class: 'row' }, actions)
  )
