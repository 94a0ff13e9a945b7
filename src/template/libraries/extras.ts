// The library `inventree_extras`: settings, names and small helpers.
import type { Library } from '../language.ts'
import { decimalOf, isText, plainText, textOfValue } from '../python.ts'
import type { TemplateServices } from '../services.ts'
import { simpleTag } from '../simple-tag.ts'
import { Moment, PlainDate, SafeText, TupleValue } from '../values.ts'

const YES = new Set(['1', 'y', 'yes', 't', 'true', 'ok', 'on'])

/** A number without zeros at the end; what is no number stays as it is. */
function shortNumber(value: unknown): unknown {
  const number = decimalOf(value)
  return number ? number.normalized().plain() : value
}

/** A day as YYYY-MM-DD; nothing where a value is none. */
function isoDate(value: unknown): string | null {
  if (value instanceof PlainDate) return String(value)
  if (value instanceof Moment) return value.time.toISOString().slice(0, 10)
  const text = isText(value) ? plainText(value).trim() : ''
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? PlainDate.parse(text) : undefined
  if (!date) return null
  const known = new Date(Date.UTC(date.year, date.month - 1, date.day))
  return known.getUTCMonth() === date.month - 1 && known.getUTCDate() === date.day ? text : null
}

/** The library `inventree_extras`. */
export const extrasLibrary = (services: TemplateServices): Library => ({
  simpleTags: {
    decimal: simpleTag('x * **', ({ x }) => shortNumber(x)),
    define: simpleTag('value * **', ({ value }) => value ?? null),
    render_date: simpleTag('date_object', ({ date_object: date }) => isoDate(date)),
    str2bool: simpleTag('x * **', async ({ x }) => YES.has((await textOfValue(x)).trim().toLowerCase())),
    to_list: simpleTag('*', ({ rest }) => new TupleValue(rest)),
    inventree_instance_name: simpleTag('', () => services.instanceName),
    inventree_title: simpleTag('', () => services.instanceName),
    inventree_version: simpleTag('shortstring=', ({ shortstring }) =>
      shortstring === true ? `${services.instanceName} v${services.version}` : services.version
    ),
    inventree_commit_hash: simpleTag('', () => ''),
    inventree_commit_date: simpleTag('', () => ''),
    inventree_installer: simpleTag('', () => ''),
    inventree_base_url: simpleTag('', () => services.baseURL),
    inventree_logo: simpleTag('**', async () => new SafeText(await services.logo())),
    inventree_customize: simpleTag('reference *', () => ''),
    settings_value: simpleTag('key * **', async ({ key, named }) => {
      const value = await services.setting(await textOfValue(key), named.get('user'))
      return value ?? ''
    }),
    setting_object: simpleTag('key * **', async ({ key, named }) =>
      services.settingObject(await textOfValue(key), named.get('user'))
    )
  },
  filters: {
    keyvalue: {
      argument: 'required',
      apply: async (value, key) => (value instanceof Map ? (value.get(await textOfValue(key)) ?? '') : '')
    }
  }
})
