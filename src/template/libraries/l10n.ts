// The libraries `l10n` and `tz`: whether values are shown in the words of a language, and in which time zone.
import { formatDate } from '../dates.ts'
import { Decimal } from '../decimal.ts'
import { syntaxError } from '../errors.ts'
import type { Library, Rendering, TagCompiler } from '../language.ts'
import { node, requireSyntax } from '../nodes.ts'
import { textOfValue } from '../python.ts'
import { Moment, PlainDate } from '../values.ts'

/** {% localize off %} … {% endlocalize %} */
const localize: TagCompiler = (reader, content) => {
  const [, way = 'on', ...more] = reader.words(content)
  requireSyntax(!more.length && (way === 'on' || way === 'off'), `'localize' argument should be 'on' or 'off'`)
  const list = reader.parse(['endlocalize'])
  reader.nextTag()
  const ways = { localized: way === 'on' }
  return node((rendering) => rendering.showing(ways, () => list.render(rendering)), [list])
}

/** A value in the words of the language, wherever it stands. */
async function localized(value: unknown, rendering: Rendering): Promise<string> {
  if (value instanceof PlainDate) return formatDate(value, 'DATE_FORMAT')
  if (value instanceof Moment) return formatDate(new Moment(value.time, rendering.zone), 'DATETIME_FORMAT')
  return value instanceof Decimal ? value.plain() : textOfValue(value)
}

/** The library `l10n`. */
export const L10N: Library = {
  tags: { localize },
  filters: {
    localize: { apply: (value, _, rendering) => localized(value, rendering) },
    unlocalize: { apply: (value) => textOfValue(value) }
  }
}

/** Whether there is a time zone of a name. */
function zoneNamed(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone && name
  } catch {
    return undefined
  }
}

const inZone = (zone: string, value: unknown): unknown =>
  value instanceof Moment ? new Moment(value.time, zone) : value

/** {% timezone "Europe/Berlin" %} … {% endtimezone %} */
const timezone: TagCompiler = (reader, content) => {
  const words = reader.words(content)
  requireSyntax(words.length === 2, `'timezone' takes one argument (timezone)`)
  const name = reader.expression(words[1]!)
  const list = reader.parse(['endtimezone'])
  reader.nextTag()
  return node(
    async (rendering) => {
      const zone = zoneNamed(await textOfValue(await name.resolve(rendering)))
      if (zone === undefined) throw syntaxError(`No time zone found with key ${name.text}`)
      return rendering.showing({ zone }, () => list.render(rendering))
    },
    [list]
  )
}

/** {% localtime on %} … {% endlocaltime %} */
const localtime: TagCompiler = (reader, content) => {
  const [, way = 'on', ...more] = reader.words(content)
  requireSyntax(!more.length && (way === 'on' || way === 'off'), `'localtime' argument should be 'on' or 'off'`)
  const list = reader.parse(['endlocaltime'])
  reader.nextTag()
  return node(
    (rendering) => {
      const zone = way === 'on' ? rendering.environment.zone : 'UTC'
      return rendering.showing({ zone }, () => list.render(rendering))
    },
    [list]
  )
}

/** {% get_current_timezone as name %} */
const currentZone: TagCompiler = (reader, content) => {
  const [, as, name] = reader.words(content)
  requireSyntax(as === 'as' && name, `'get_current_timezone' requires 'as variable' (got '${content}')`)
  return node((rendering) => {
    rendering.set(name, rendering.zone)
    return ''
  })
}

/** The library `tz`. */
export const TZ: Library = {
  tags: { timezone, localtime, get_current_timezone: currentZone },
  filters: {
    localtime: { apply: (value, _, rendering) => inZone(rendering.environment.zone, value) },
    utc: { apply: (value) => inZone('UTC', value) },
    timezone: {
      argument: 'required',
      apply: async (value, name) => {
        const zone = zoneNamed(await textOfValue(name))
        return zone === undefined ? '' : inZone(zone, value)
      }
    }
  }
}
