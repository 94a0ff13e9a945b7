// Tags about the text itself: what is escaped, left out, or stands for something else.
import { dictionary } from '#db/dictionary.ts'
import { formatDate } from '../dates.ts'
import { renderingError, syntaxError } from '../errors.ts'
import type { TagCompiler } from '../language.ts'
import { node, requireSyntax, TextNode } from '../nodes.ts'
import { decimalOf, escapeHTML, numberOf } from '../python.ts'
import { Decimal } from '../decimal.ts'
import { Moment, SafeText } from '../values.ts'
import { lorem } from './lorem.ts'

/** {% autoescape off %} … {% endautoescape %} */
const autoescape: TagCompiler = (parser, content) => {
  const words = content.split(/\s+/)
  requireSyntax(words.length === 2, `'autoescape' tag requires exactly one argument.`)
  requireSyntax(words[1] === 'on' || words[1] === 'off', `'autoescape' argument should be 'on' or 'off'`)
  const list = parser.parse(['endautoescape'])
  parser.nextTag()
  const ways = { autoescape: words[1] === 'on' }
  return node((rendering) => rendering.showing(ways, () => list.render(rendering)), [list])
}

/** {% comment "why" %} … {% endcomment %} */
const comment: TagCompiler = (parser) => {
  for (let token = parser.nextToken(); token; token = parser.nextToken())
    if (token.kind === 'block' && token.content === 'endcomment') return node(() => '')
  throw parser.missing('endcomment')
}

/** {% verbatim %} … {% endverbatim %}: the lexer has taken care of what stands between. */
const verbatim: TagCompiler = (parser, content) => {
  const list = parser.parse([`endverbatim`])
  parser.endTag([`end${content}`])
  return node((rendering) => list.render(rendering), [list])
}

/** {% filter upper|cut:" " %} … {% endfilter %} */
const filterTag: TagCompiler = (parser, content) => {
  const rest = content.slice('filter'.length).trim()
  const filters = parser.expression(`filtered|${rest}`)
  for (const name of ['escape', 'safe'])
    if (rest.split('|').some((each) => each.split(':', 1)[0]!.trim() === name))
      throw syntaxError(`"filter ${name}" is not permitted.  Use the "autoescape" tag instead.`)
  const list = parser.parse(['endfilter'])
  parser.nextTag()
  return node(
    async (rendering) => {
      const inner = await list.render(rendering)
      const made = await rendering.within(new Map([['filtered', new SafeText(inner)]]), () =>
        filters.resolve(rendering)
      )
      return made instanceof SafeText ? made.text : String(made as string)
    },
    [list]
  )
}

/** {% spaceless %} … {% endspaceless %}: without blanks between tags of HTML. */
const spaceless: TagCompiler = (parser) => {
  const list = parser.parse(['endspaceless'])
  parser.nextTag()
  return node(async (rendering) => (await list.render(rendering)).trim().split(/>\s+</).join('><'), [list])
}

const BRACKETS: Readonly<Record<string, string>> = dictionary({
  openblock: '{%',
  closeblock: '%}',
  openvariable: '{{',
  closevariable: '}}',
  openbrace: '{',
  closebrace: '}',
  opencomment: '{#',
  closecomment: '#}'
})

/** {% templatetag openblock %} */
const templateTag: TagCompiler = (_, content) => {
  const words = content.split(/\s+/)
  requireSyntax(words.length === 2, `'templatetag' statement takes one argument`)
  const word = words[1]!
  const known = `Must be one of: [${Object.keys(BRACKETS)
    .map((each) => `'${each}'`)
    .join(', ')}]`
  requireSyntax(Object.hasOwn(BRACKETS, word), `Invalid templatetag argument: '${word}'. ${known}`)
  return new TextNode(BRACKETS[word]!)
}

/** {% now "Y-m-d" as name %} */
const nowTag: TagCompiler = (parser, content) => {
  const words = parser.words(content)
  const target = words.length === 4 && words[2] === 'as' ? words.splice(2)[1] : undefined
  requireSyntax(words.length === 2, `'now' statement takes one argument`)
  const format = words[1]!.slice(1, -1)
  return node((rendering) => {
    const text = formatDate(new Moment(rendering.environment.now(), rendering.zone), format)
    if (target === undefined) return rendering.budget.made(text)
    rendering.set(target, text)
    return ''
  })
}

/** {% widthratio value maximum width as name %} */
const widthRatio: TagCompiler = (parser, content) => {
  const words = parser.words(content)
  requireSyntax(words.length === 4 || words.length === 6, 'widthratio takes at least three arguments')
  requireSyntax(words.length === 4 || words[4] === 'as', `Invalid syntax in widthratio tag. Expecting 'as' keyword`)
  const [value, maximum, width] = words.slice(1, 4).map((word) => parser.expression(word))
  return node(async (rendering) => {
    const total = decimalOf(await width!.resolve(rendering))
    if (!total) throw syntaxError('widthratio final argument must be a number')
    const [part, whole] = [decimalOf(await value!.resolve(rendering)), decimalOf(await maximum!.resolve(rendering))]
    let shown = ''
    if (part && whole) shown = whole.isZero ? '0' : part.over(whole).times(total).rounded(0).plain()
    if (words.length === 4) return rendering.budget.made(shown)
    rendering.set(words[5]!, shown)
    return ''
  })
}

/** {% lorem 3 w %} */
const loremTag: TagCompiler = (parser, content) => {
  const words = parser.words(content)
  const common = words.at(-1) !== 'random'
  if (!common) words.pop()
  const method = ['w', 'p', 'b'].includes(words.at(-1)!) ? words.pop()! : 'b'
  const count = parser.expression(words.length > 1 ? words.pop()! : '1')
  requireSyntax(words.length === 1, `Incorrect format for 'lorem' tag`)
  return node(async (rendering) => {
    const number = numberOf(await count.resolve(rendering)) ?? new Decimal(1n, 0)
    return rendering.budget.made(lorem(number.toNumber(), method as 'w' | 'p' | 'b', common))
  })
}

/** {% url "name" pk=1 as address %} */
const urlTag: TagCompiler = (parser, content) => {
  const words = parser.words(content).slice(1)
  requireSyntax(words.length, `'url' takes at least one argument, a URL pattern name.`)
  const view = parser.expression(words.shift()!)
  const target = words.length >= 2 && words.at(-2) === 'as' ? words.splice(-2)[1] : undefined
  const named = parser.assignments(words)
  const positional = words.map((word) => parser.expression(word))
  return node(async (rendering) => {
    const name = decodeName(await view.resolve(rendering))
    const values = new Map<string, unknown>()
    for (const [key, value] of named) values.set(key, await value.resolve(rendering))
    const given = await Promise.all(positional.map((each) => each.resolve(rendering)))
    const found = rendering.environment.url(name, given, values)
    if (target !== undefined) {
      rendering.set(target, found ?? '')
      return ''
    }
    if (found === undefined)
      throw renderingError(`Reverse for '${name}' not found. '${name}' is not a valid view function or pattern name.`)
    return rendering.budget.made(rendering.autoescape ? escapeHTML(found) : found)
  })
}

const decodeName = (value: unknown): string =>
  value instanceof SafeText ? value.text : typeof value === 'string' ? value : ''

/** {% load report from x %} */
const load: TagCompiler = (parser, content) => {
  const words = content.split(/\s+/).slice(1)
  const { libraries } = parser.environment
  const library = (name: string) => {
    if (Object.hasOwn(libraries, name)) return libraries[name]!
    const known = Object.keys(libraries).sort().join('\n')
    throw syntaxError(`'${name}' is not a registered tag library. Must be one of:\n${known}`)
  }
  if (words.length >= 3 && words.at(-2) === 'from') {
    const [name, wanted] = [words.at(-1)!, words.slice(0, -2)]
    for (const each of wanted)
      if (!parser.addLibrary(library(name), each))
        throw syntaxError(`'${each}' is not a valid tag or filter in tag library '${name}'`)
  } else for (const name of words) parser.addLibrary(library(name))
  return node(() => '')
}

/** For forms and for debugging: nothing that a page on paper has. */
const nothing: TagCompiler = () => node(() => '')

/** Tags about the text itself. */
export const TEXTS: Readonly<Record<string, TagCompiler>> = {
  autoescape,
  comment,
  verbatim,
  filter: filterTag,
  spaceless,
  templatetag: templateTag,
  now: nowTag,
  widthratio: widthRatio,
  lorem: loremTag,
  url: urlTag,
  load,
  csrf_token: nothing,
  debug: nothing
}
