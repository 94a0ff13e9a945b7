// Tags that go round.
import { dictionary } from '#db/dictionary.ts'
import { renderingError } from '../errors.ts'
import type { Node, Rendering, TagCompiler } from '../language.ts'
import { lengthOf } from '../lookup.ts'
import { node, requireSyntax, shownValue } from '../nodes.ts'
import { iterated } from '../python.ts'
import { SafeText, TemplateObject } from '../values.ts'

/** What a template knows of the loop that it is in. */
class ForLoop extends TemplateObject {
  override readonly className = 'dict'
  /** What tags keep from one round to the next; begins anew with each loop. */
  readonly memory = new Map<Node, unknown>()
  readonly #length: number
  readonly #parent: unknown
  at = 0

  constructor(length: number, parent: unknown) {
    super()
    this.#length = length
    this.#parent = parent
  }

  override get(name: string): unknown {
    const { at } = this
    const left = this.#length - at
    const parts = dictionary<Record<string, unknown>>({
      counter: at + 1,
      counter0: at,
      revcounter: left,
      revcounter0: left - 1,
      first: at === 0,
      last: left === 1,
      parentloop: this.#parent
    })
    return parts[name]
  }

  override text(): string {
    return '{}'
  }
}

/** What a tag keeps from one round of the innermost loop to the next. */
export function loopMemory(rendering: Rendering): Map<Node, unknown> {
  const loop = rendering.get('forloop')
  return loop instanceof ForLoop ? loop.memory : rendering.memory
}

interface ForHead {
  names: string[]
  source: string
  reversed: boolean
}

function readHead(content: string, words: string[]): ForHead {
  requireSyntax(words.length >= 4, `'for' statements should have at least four words: ${content}`)
  const reversed = words.at(-1) === 'reversed'
  const at = words.length - (reversed ? 3 : 2)
  requireSyntax(words[at] === 'in', `'for' statements should use the format 'for x in y': ${content}`)
  const names = words
    .slice(1, at)
    .join(' ')
    .split(',')
    .map((name) => name.trim())
  for (const name of names)
    requireSyntax(name && !/[ "'|]/.test(name), `'for' tag received an invalid argument: ${content}`)
  return { names, source: words[at + 1]!, reversed }
}

/** The values that a round has names for. */
async function named(names: readonly string[], item: unknown): Promise<Map<string, unknown>> {
  if (names.length === 1) return new Map([[names[0]!, item]])
  const values = (await lengthOf(item)) === undefined ? [item] : await iterated(item)
  if (values.length !== names.length)
    throw renderingError(`Need ${names.length} values to unpack in for loop; got ${values.length}. `)
  return new Map(names.map((name, i) => [name, values[i]]))
}

/** {% for x in list reversed %} … {% empty %} … {% endfor %} */
const forTag: TagCompiler = (parser, content) => {
  const { names, source, reversed } = readHead(content, parser.words(content))
  const sequence = parser.expression(source)
  const list = parser.parse(['empty', 'endfor'])
  const empty = parser.nextTag() === 'empty' ? parser.parse(['endfor']) : undefined
  if (empty) parser.nextTag()
  return node(
    async (rendering) => {
      const items = await iterated((await sequence.resolveOrNull(rendering)) ?? [])
      if (!items.length) return empty ? empty.render(rendering) : ''
      const loop = new ForLoop(items.length, rendering.get('forloop') ?? new Map())
      let made = ''
      for (const item of reversed ? items.toReversed() : items) {
        const pause = rendering.budget.step()
        if (pause) await pause
        const values = (await named(names, item)).set('forloop', loop)
        made += await rendering.within(values, () => list.render(rendering))
        loop.at++
      }
      return made
    },
    empty ? [list, empty] : [list]
  )
}

/** The cycle of a name. */
function knownCycle(cycles: ReadonlyMap<string, Node>, name: string): Node {
  requireSyntax(cycles.size, `No named cycles in template. '${name}' is not defined`)
  const cycle = cycles.get(name)
  requireSyntax(cycle, `Named cycle '${name}' does not exist`)
  return cycle
}

/** {% cycle "a" "b" as name silent %} */
const cycleTag: TagCompiler = (parser, content) => {
  const words = parser.words(content)
  requireSyntax(words.length >= 2, `'cycle' tag requires at least two arguments`)
  if (words.length === 2) return knownCycle(parser.cycles, words[1]!)
  let [name, silent]: [string | undefined, boolean] = [undefined, false]
  const as = words.length > 4 ? [words.length - 3, words.length - 2].find((i) => words[i] === 'as') : undefined
  if (as !== undefined) {
    const flag = words[as + 2]
    requireSyntax(
      flag === undefined || flag === 'silent',
      `Only 'silent' flag is allowed after cycle's name, not '${flag}'.`
    )
    ;[name, silent] = [words[as + 1], flag !== undefined]
    words.length = as
  }
  const values = words.slice(1).map((word) => parser.expression(word))
  const self: Node = node(async (rendering) => {
    const memory = rendering.memory
    const at = (memory.get(self) as number | undefined) ?? 0
    memory.set(self, (at + 1) % values.length)
    const value = await values[at]!.resolve(rendering)
    const shown = await shownValue(value, rendering)
    if (name !== undefined) rendering.setUpward(name, new SafeText(shown))
    return silent ? '' : rendering.budget.made(shown)
  })
  if (name !== undefined) parser.cycles.set(name, self)
  parser.lastCycle = self
  return self
}

/** {% resetcycle name %} */
const resetCycle: TagCompiler = (parser, content) => {
  const words = parser.words(content)
  requireSyntax(words.length <= 2, `'resetcycle' tag accepts at most one argument.`)
  const cycle = words.length === 2 ? parser.cycles.get(words[1]!) : parser.lastCycle
  requireSyntax(cycle, words.length === 2 ? `Named cycle '${words[1]}' does not exist.` : 'No cycles in template.')
  return node((rendering) => {
    rendering.memory.delete(cycle)
    return ''
  })
}

/** Tags that go round. */
export const LOOPS: Readonly<Record<string, TagCompiler>> = { for: forTag, cycle: cycleTag, resetcycle: resetCycle }
