// Makes a tree of what the lexer found, with the tags and filters that a template may use.
import { syntaxError, TemplateError } from './errors.ts'
import { Expression } from './expression.ts'
import type { TemplateEnvironment, Filter, Library, Node, TagCompiler, TagReader, TemplateValue } from './language.ts'
import { splitWords, tagName, templateTokens, type TemplateToken } from './lexer.ts'
import { NodeList, TextNode, VariableNode } from './nodes.ts'
import { compileSimpleTag } from './simple-tag.ts'

const MAX_NESTING = 100

const quoted = (text: string): string => `'${text}'`

/** Words as a sentence has them: `a, b or c`. */
const orList = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : words.join('')

/** Reads one template. */
export class Parser implements TagReader {
  readonly template: string
  readonly environment: TemplateEnvironment
  readonly #tokens: TemplateToken[]
  readonly #tags = new Map<string, TagCompiler>()
  readonly #filters = new Map<string, Filter>()
  readonly #open: TemplateToken[] = []
  readonly blocks = new Set<string>()
  readonly cycles = new Map<string, Node>()
  lastCycle: Node | undefined

  constructor(source: string, template: string, environment: TemplateEnvironment, builtins: readonly Library[]) {
    this.template = template
    this.environment = environment
    this.#tokens = templateTokens(source).reverse()
    for (const library of [...(environment.always ?? []).toReversed(), ...builtins]) this.addLibrary(library)
  }

  addLibrary(library: Library, only?: string): boolean {
    let added = false
    const add = <Value>(map: Map<string, Value>, entries: Readonly<Record<string, Value>> = {}): void => {
      for (const [name, value] of Object.entries(entries)) {
        if (only !== undefined && name !== only) continue
        map.set(name, value)
        added = true
      }
    }
    add(this.#tags, library.tags)
    for (const [name, tag] of Object.entries(library.simpleTags ?? {}))
      add(this.#tags, { [name]: (parser, content) => compileSimpleTag(parser, name, tag, content) })
    add(this.#filters, library.filters)
    return added
  }

  parse(until: readonly string[] = []): NodeList {
    const nodes: Node[] = []
    for (let token = this.#tokens.at(-1); token; token = this.#tokens.at(-1)) {
      try {
        if (token.kind === 'block' && until.includes(tagName(token))) return new NodeList(nodes)
        this.#tokens.pop()
        const made = this.#compile(token, until)
        made.template = this.template
        made.line = token.line
        checkFirst(made, nodes)
        nodes.push(made)
      } catch (error) {
        throw error instanceof TemplateError ? error.at(this.template, token.line) : error
      }
    }
    if (until.length) throw this.#unclosed(until)
    return new NodeList(nodes)
  }

  #compile(token: TemplateToken, until: readonly string[]): Node {
    if (token.kind === 'text') return new TextNode(token.content)
    if (token.kind === 'variable') {
      if (!token.content) throw syntaxError(`Empty variable tag on line ${token.line}`)
      return new VariableNode(this.expression(token.content))
    }
    const compile = this.#tags.get(tagName(token))
    if (!compile) throw this.#invalidTag(token, until)
    if (this.#open.length >= MAX_NESTING) throw syntaxError(`Tags lie more than ${MAX_NESTING} deep in each other`)
    this.#open.push(token)
    const made = compile(this, token.content)
    this.#open.pop()
    return made
  }

  #invalidTag(token: TemplateToken, expected: readonly string[], name = tagName(token)): TemplateError {
    const wanted = expected.length ? `, expected ${orList(expected.map(quoted))}` : ''
    return syntaxError(
      `Invalid block tag on line ${token.line}: '${name}'${wanted}. Did you forget to register or load this tag?`
    )
  }

  #unclosed(until: readonly string[]): TemplateError {
    const token = this.#open.at(-1)!
    const message = `Unclosed tag on line ${token.line}: '${tagName(token)}'. Looking for one of: ${until.join(', ')}.`
    return syntaxError(message).at(this.template, token.line)
  }

  nextTag(): string {
    return this.#tokens.pop()!.content
  }

  endTag(expected: readonly string[]): void {
    const token = this.#tokens.pop()!
    if (!expected.includes(token.content))
      throw this.#invalidTag(token, expected, token.content).at(this.template, token.line)
  }

  nextToken(): TemplateToken | undefined {
    return this.#tokens.pop()
  }

  missing(end: string): TemplateError {
    return this.#unclosed([end])
  }

  expression(text: string): Expression {
    return new Expression(text, (name) => this.#filter(name))
  }

  #filter(name: string): Filter {
    const filter = this.#filters.get(name)
    if (!filter) throw syntaxError(`Invalid filter: '${name}'`)
    return filter
  }

  words(content: string): string[] {
    return splitWords(content)
  }

  assignments(words: string[], legacy = false): Map<string, TemplateValue> {
    const found = new Map<string, TemplateValue>()
    const isAssignment = (word: string | undefined): boolean => /^\w+=./s.test(word ?? '')
    const isLegacy = (): boolean => legacy && !isAssignment(words[0]) && words.length >= 3 && words[1] === 'as'
    const old = isLegacy()
    while (words.length && (old ? words.length >= 3 && words[1] === 'as' : isAssignment(words[0]))) {
      if (old) {
        const [value, , name] = words.splice(0, 3)
        found.set(name!, this.expression(value!))
        if (words[0] !== 'and') break
        words.shift()
      } else {
        const word = words.shift()!
        const equals = word.indexOf('=')
        found.set(word.slice(0, equals), this.expression(word.slice(equals + 1)))
      }
    }
    return found
  }
}

/** Some tags must be the first in their template, texts aside. */
function checkFirst(made: Node, before: readonly Node[]): void {
  if (made.mustBeFirst && before.some((node) => !node.isText))
    throw syntaxError(`${made.mustBeFirst} must be the first tag in the template.`)
}
