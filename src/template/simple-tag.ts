// Tags that are a function of their arguments: `{% add 1 x cast="int" as sum %}`.
import { syntaxError } from './errors.ts'
import type { Node, Rendering, SimpleTag, TagArguments, TagReader, TemplateValue } from './language.ts'
import { shownValue } from './nodes.ts'
import { isText, plainText } from './python.ts'

/**
 * A tag that is a function of its arguments.
 *
 * @param signature its parameters: `x y cast=` has two that are required and one that is not; `*` takes any further
 *   positional arguments, `**` any further named ones
 */
export function simpleTag(signature: string, run: SimpleTag['run']): SimpleTag {
  const parameters = signature.split(' ').filter(Boolean)
  return {
    required: parameters.filter((name) => /^\w+$/.test(name)),
    optional: parameters.filter((name) => name.endsWith('=')).map((name) => name.slice(0, -1)),
    takesRest: parameters.includes('*'),
    takesNamed: parameters.includes('**'),
    run
  }
}

interface Bound {
  positional: TemplateValue[]
  named: Map<string, TemplateValue>
}

/** Sorts the arguments of a tag. @throws TemplateError where they do not fit its parameters */
function bind(reader: TagReader, name: string, tag: SimpleTag, words: readonly string[]): Bound {
  const parameters = [...tag.required, ...tag.optional]
  const open = [...parameters]
  const missing = new Set(tag.required)
  const bound: Bound = { positional: [], named: new Map() }
  for (const word of words) {
    const [, key, value] = /^(\w+)=(.+)$/s.exec(word) ?? []
    if (key !== undefined) {
      if (!parameters.includes(key) && !tag.takesNamed)
        throw syntaxError(`'${name}' received unexpected keyword argument '${key}'`)
      if (bound.named.has(key) || (parameters.includes(key) && !open.includes(key)))
        throw syntaxError(`'${name}' received multiple values for keyword argument '${key}'`)
      bound.named.set(key, reader.expression(value!))
      if (open.includes(key)) open.splice(open.indexOf(key), 1)
      missing.delete(key)
    } else {
      if (bound.named.size)
        throw syntaxError(`'${name}' received some positional argument(s) after some keyword argument(s)`)
      const parameter = open.shift()
      if (parameter === undefined && !tag.takesRest)
        throw syntaxError(`'${name}' received too many positional arguments`)
      if (parameter !== undefined) missing.delete(parameter)
      bound.positional.push(reader.expression(word))
    }
  }
  if (missing.size) {
    const names = [...missing].map((each) => `'${each}'`).join(', ')
    throw syntaxError(`'${name}' did not receive value(s) for the argument(s): ${names}`)
  }
  return bound
}

async function argumentsOf(tag: SimpleTag, bound: Bound, rendering: Rendering): Promise<TagArguments> {
  const parameters = [...tag.required, ...tag.optional]
  // Without a prototype: the names are those of a template.
  const values: Record<string, unknown> = Object.create(null)
  const [rest, named]: [unknown[], Map<string, unknown>] = [[], new Map()]
  for (const [i, expression] of bound.positional.entries()) {
    const value = await expression.resolve(rendering)
    if (i < parameters.length) values[parameters[i]!] = value
    else rest.push(value)
  }
  for (const [key, expression] of bound.named) {
    const value = await expression.resolve(rendering)
    if (parameters.includes(key)) values[key] = value
    else named.set(key, value)
  }
  return Object.assign(values, { rest, named }) as TagArguments
}

/** Reads a simple tag. */
export function compileSimpleTag(reader: TagReader, name: string, tag: SimpleTag, content: string): Node {
  const words = reader.words(content).slice(1)
  const target = words.length >= 2 && words.at(-2) === 'as' ? words.splice(-2)[1] : undefined
  const bound = bind(reader, name, tag, words)
  return {
    async render(rendering) {
      const value = await tag.run(await argumentsOf(tag, bound, rendering), rendering)
      if (isText(value)) rendering.budget.allow(plainText(value).length)
      if (target === undefined) return rendering.budget.made(await shownResult(value, rendering))
      rendering.set(target, value)
      return ''
    }
  }
}

/** What a tag makes, as HTML; numbers and dates are not in the words of a language. */
const shownResult = (value: unknown, rendering: Rendering): Promise<string> =>
  rendering.showing({ localized: false }, () => shownValue(value, rendering))
