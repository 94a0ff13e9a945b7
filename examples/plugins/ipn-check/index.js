import { definePlugin } from 'inventree-server/plugin'

/** @param {unknown} pattern */
const whole = (pattern) => new RegExp(`^(?:${pattern})$`)

export default definePlugin({
  settings: [
    {
      key: 'PATTERN',
      name: 'Pattern',
      description: 'What a part number must be: a regular expression for all of it',
      type: 'string',
      default: '[A-Z]{2}-\\d{4}',
      validate(value) {
        try {
          whole(value)
        } catch {
          return 'This is no regular expression.'
        }
      }
    },
    { key: 'REQUIRED', name: 'Required', description: 'New parts must have one', type: 'boolean', default: false }
  ],
  checks: {
    part({ IPN }, before, { settings }) {
      // What was stored before the pattern came stays as it is.
      if (before && before.IPN === IPN) return
      if (!IPN) return settings.REQUIRED ? { IPN: 'A part needs a number.' } : undefined
      if (!whole(settings.PATTERN).test(IPN)) return { IPN: `A part number looks like ${settings.PATTERN}.` }
    }
  }
})
