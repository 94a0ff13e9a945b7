// The library `i18n`. The server speaks one language: texts are shown as they stand in the template.
import { syntaxError } from '../errors.ts'
import type { Library, Nodes, TagCompiler, TagReader, TemplateValue } from '../language.ts'
import { node, requireSyntax, shownValue } from '../nodes.ts'
import { numberOf, textOfValue } from '../python.ts'
import { SafeText, TupleValue } from '../values.ts'
import { resolveNames } from '../tags/branches.ts'

const LANGUAGE = 'en'
const LANGUAGES = [new TupleValue(['en', 'English'])]

/** {% trans "text" as name %} */
const translate: TagCompiler = (reader, content) => {
  const [tag, text, ...options] = reader.words(content)
  requireSyntax(text, `'${tag}' takes at least one argument`)
  const value = reader.expression(text)
  let target: string | undefined
  while (options.length) {
    const option = options.shift()!
    if (option === 'noop') continue
    const word = options.shift()
    if (option === 'as' || option === 'context') {
      requireSyntax(word, `No argument provided to the '${tag}' tag for the ${option} option.`)
      if (option === 'as') target = word
    } else
      throw syntaxError(
        `Unknown argument for '${tag}' tag: '${option}'. The only options available are 'noop', 'context' "xxx", and 'as VAR'.`
      )
  }
  return node(async (rendering) => {
    const shown = await shownValue(await value.resolve(rendering), rendering)
    if (target === undefined) return rendering.budget.made(shown)
    rendering.set(target, new SafeText(shown))
    return ''
  })
}

interface BlockOptions {
  names: Map<string, TemplateValue>
  count: Map<string, TemplateValue>
  target: string | undefined
  trimmed: boolean
}

function blockOptions(reader: TagReader, tag: string, words: string[]): BlockOptions {
  const options: BlockOptions = { names: new Map(), count: new Map(), target: undefined, trimmed: false }
  while (words.length) {
    const option = words.shift()!
    if (option === 'with') {
      options.names = reader.assignments(words, true)
      requireSyntax(options.names.size, `"with" in '${tag}' tag needs at least one keyword argument.`)
    } else if (option === 'count') {
      options.count = reader.assignments(words, true)
      requireSyntax(options.count.size === 1, `"count" in '${tag}' tag expected exactly one keyword argument.`)
    } else if (option === 'context')
      requireSyntax(words.shift(), `"context" in '${tag}' tag expected exactly one argument.`)
    else if (option === 'asvar') {
      options.target = words.shift()
      requireSyntax(options.target, `No argument provided to the '${tag}' tag for the asvar option.`)
    } else if (option === 'trimmed') options.trimmed = true
    else throw syntaxError(`Unknown argument for '${tag}' tag: '${option}'.`)
  }
  return options
}

/** One form of the text, with the values in it. */
interface Phrase {
  texts: string[]
  values: TemplateValue[]
}

function readPhrase(reader: TagReader, end: string): [Phrase, string] {
  const phrase: Phrase = { texts: [''], values: [] }
  for (let token = reader.nextToken(); token; token = reader.nextToken()) {
    if (token.kind === 'block') return [phrase, token.content]
    if (token.kind === 'text') phrase.texts[phrase.texts.length - 1] += token.content
    else {
      phrase.values.push(reader.expression(token.content))
      phrase.texts.push('')
    }
  }
  throw reader.missing(end)
}

const trimmedLines = (text: string): string =>
  text
    .split('\n')
    .map((line, i, all) =>
      i === 0 && all.length > 1 ? line.trimEnd() : i === all.length - 1 ? line.trimStart() : line.trim()
    )
    .join(' ')

/** {% blocktranslate with a=b count n=list|length %} … {% plural %} … {% endblocktranslate %} */
const blockTranslate: TagCompiler = (reader, content) => {
  const words = reader.words(content)
  const tag = words.shift()!
  const { names, count, target, trimmed } = blockOptions(reader, tag, words)
  const end = `end${tag}`
  const [singular, following] = readPhrase(reader, end)
  let [plural, next]: [Phrase | undefined, string] = [undefined, following]
  if (count.size && next === 'plural') [plural, next] = readPhrase(reader, end)
  requireSyntax(next === end, `'${tag}' doesn't allow other block tags (seen '${next}') inside it`)
  for (const phrase of trimmed ? [singular, plural] : []) {
    if (!phrase) continue
    phrase.texts = phrase.texts.map(trimmedLines)
    phrase.texts[0] = phrase.texts[0]!.trimStart()
    phrase.texts.push(phrase.texts.pop()!.trimEnd())
  }
  return node(async (rendering) => {
    const values = await resolveNames(new Map([...names, ...count]), rendering)
    const number = [...count.keys()].map((name) => numberOf(values.get(name))?.toNumber())[0]
    const phrase = plural && number !== 1 ? plural : singular
    const shown = await rendering.within(values, async () => {
      let made = phrase.texts[0]!
      for (const [i, value] of phrase.values.entries())
        made += (await shownValue(await value.resolve(rendering), rendering)) + phrase.texts[i + 1]!
      return made
    })
    if (target === undefined) return rendering.budget.made(shown)
    rendering.set(target, new SafeText(shown))
    return ''
  })
}

/** {% get_current_language as name %} and its like. */
const named =
  (value: unknown): TagCompiler =>
  (reader, content) => {
    const [tag, as, name] = reader.words(content)
    requireSyntax(as === 'as' && name, `'${tag}' requires 'as variable' (got '${content}')`)
    return node((rendering) => {
      rendering.set(name, value)
      return ''
    })
  }

/** {% language "de" %} … {% endlanguage %}: in the one language there is. */
const languageTag: TagCompiler = (reader, content) => {
  requireSyntax(reader.words(content).length === 2, `'language' takes one argument (language)`)
  const list: Nodes = reader.parse(['endlanguage'])
  reader.nextTag()
  return node((rendering) => list.render(rendering), [list])
}

const languageName = (code: string): string => new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code

/** The library `i18n`. */
export const I18N: Library = {
  tags: {
    trans: translate,
    translate,
    blocktrans: blockTranslate,
    blocktranslate: blockTranslate,
    language: languageTag,
    get_current_language: named(LANGUAGE),
    get_current_language_bidi: named(false),
    get_available_languages: named(LANGUAGES)
  },
  filters: {
    language_name: {
      apply: async (code) => {
        const text = await textOfValue(code)
        return /^[a-z]{2,3}(?:-[a-z]{2,4})?$/i.test(text) ? languageName(text) : ''
      }
    }
  }
}
