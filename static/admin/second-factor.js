// The second step of a sign-in: a code, or a security key.
import { giveCode, giveKey, hasKeys } from './api.js'
import { attempt, field, form, h } from './dom.js'

/**
 * A form that asks for a second factor.
 *
 * @param step what is pending, as the API tells it
 * @param done called once it was given
 */
export function factorForm({ types = [] }, done) {
  const code = h('input', { name: 'code', autocomplete: 'one-time-code', inputmode: 'numeric', spellcheck: 'false' })
  const useKey = async () => {
    if (await attempt(giveKey)) await done()
  }
  return form(
    [field('Code', code, 'Of your app, or one of your recovery codes.')],
    h(
      'div',
      { class: 'row end' },
      types.includes('webauthn') && hasKeys()
        ? h('button', { type: 'button', onclick: useKey }, 'Use a security key')
        : null,
      h('button', { type: 'submit', class: 'primary' }, 'Sign in')
    ),
    async (values) => {
      await giveCode(values.code)
      await done()
    }
  )
}
