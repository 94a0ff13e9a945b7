// Tags that choose what is shown, and give names to values.
import { compileCondition, type TemplateCondition } from '../condition.ts'
import type { Node, Nodes, Rendering, TagCompiler, TemplateValue } from '../language.ts'
import { followPath } from '../lookup.ts'
import { node, requireSyntax, shownValue } from '../nodes.ts'
import { sameValue } from '../comparing.ts'
import { isTrue, iterated } from '../python.ts'
import { SafeText, TupleValue } from '../values.ts'
import { loopMemory } from './loops.ts'

/** {% if %} … {% elif %} … {% else %} … {% endif %} */
const ifTag: TagCompiler = (parser, content) => {
  const branches: [TemplateCondition | undefined, Nodes][] = []
  let words = parser.words(content)
  for (;;) {
    const [name, ...rest] = words
    const condition = name === 'else' ? undefined : compileCondition(rest, (text) => parser.expression(text))
    branches.push([condition, parser.parse(condition ? ['elif', 'else', 'endif'] : ['endif'])])
    words = parser.words(parser.nextTag())
    if (words[0] === 'endif') break
  }
  return node(
    async (rendering) => {
      for (const [condition, list] of branches)
        if (!condition || (await isTrue(await condition(rendering)))) return list.render(rendering)
      return ''
    },
    branches.map(([, list]) => list)
  )
}

/** {% with a=b %} … {% endwith %} */
const withTag: TagCompiler = (parser, content) => {
  const words = parser.words(content).slice(1)
  const names = parser.assignments(words, true)
  requireSyntax(names.size, `'with' expected at least one variable assignment`)
  requireSyntax(!words.length, `'with' received an invalid token: '${words[0]}'`)
  const list = parser.parse(['endwith'])
  parser.nextTag()
  return node(
    async (rendering) => {
      const values = await resolveNames(names, rendering)
      return rendering.within(values, () => list.render(rendering))
    },
    [list]
  )
}

/** The values of `name=value`. */
export async function resolveNames(
  names: ReadonlyMap<string, TemplateValue>,
  rendering: Rendering
): Promise<Map<string, unknown>> {
  const values = new Map<string, unknown>()
  for (const [name, expression] of names) values.set(name, await expression.resolve(rendering))
  return values
}

/** {% firstof a b "c" as name %} */
const firstOf: TagCompiler = (parser, content) => {
  const words = parser.words(content).slice(1)
  requireSyntax(words.length, `'firstof' statement requires at least one argument`)
  const target = words.length >= 2 && words.at(-2) === 'as' ? words.splice(-2)[1] : undefined
  const choices = words.map((word) => parser.expression(word))
  return node(async (rendering) => {
    let shown = ''
    for (const choice of choices) {
      const value = await choice.resolveOrNull(rendering)
      if (!(await isTrue(value))) continue
      shown = await shownValue(value, rendering)
      break
    }
    if (target === undefined) return rendering.budget.made(shown)
    rendering.set(target, new SafeText(shown))
    return ''
  })
}

/** {% ifchanged a b %} … {% else %} … {% endifchanged %} */
const ifChanged: TagCompiler = (parser, content) => {
  const watched = parser
    .words(content)
    .slice(1)
    .map((word) => parser.expression(word))
  const same = parser.parse(['else', 'endifchanged'])
  const otherwise = parser.nextTag() === 'else' ? parser.parse(['endifchanged']) : undefined
  if (otherwise) parser.nextTag()
  const self: Node = node(
    async (rendering) => {
      const memory = loopMemory(rendering)
      const shown = watched.length ? undefined : await same.render(rendering)
      const values = shown ?? (await Promise.all(watched.map((each) => each.resolveOrNull(rendering))))
      const before = memory.get(self)
      memory.set(self, values)
      if (before !== undefined && sameValue(before, values)) return otherwise ? otherwise.render(rendering) : ''
      return shown ?? same.render(rendering)
    },
    otherwise ? [same, otherwise] : [same]
  )
  return self
}

/** {% regroup records by attribute as name %} */
const regroup: TagCompiler = (parser, content) => {
  const words = parser.words(content)
  requireSyntax(words.length === 6, `'regroup' tag takes five arguments`)
  const [, source, by, attribute, as, name] = words as [string, string, string, string, string, string]
  requireSyntax(by === 'by', `second argument to 'regroup' tag must be 'by'`)
  requireSyntax(as === 'as', `next-to-last argument to 'regroup' tag must be 'as'`)
  const records = parser.expression(source)
  // Filters behind the attribute are applied to what it is in each record.
  const [path, ...filters] = attribute.split('|') as [string, ...string[]]
  const filtered = parser.expression(['grouped', ...filters].join('|'))
  return node(async (rendering) => {
    const groups: { grouper: unknown; list: unknown[] }[] = []
    for (const record of await iterated((await records.resolveOrNull(rendering)) ?? [])) {
      const pause = rendering.budget.step()
      if (pause) await pause
      const value = await followPath(record, path.split('.'))
      const grouper = await rendering.within(new Map([['grouped', value ?? null]]), () => filtered.resolve(rendering))
      const last = groups.at(-1)
      if (last && sameValue(last.grouper, grouper)) last.list.push(record)
      else groups.push({ grouper, list: [record] })
    }
    rendering.set(
      name,
      groups.map(({ grouper, list }) => new TupleValue([grouper, list], ['grouper', 'list']))
    )
    return ''
  })
}

/** Tags that choose what is shown, and give names to values. */
export const BRANCHES: Readonly<Record<string, TagCompiler>> = {
  if: ifTag,
  with: withTag,
  firstof: firstOf,
  ifchanged: ifChanged,
  regroup
}
