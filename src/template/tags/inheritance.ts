// Templates that are made of others: `extends`, `block` and `include`.
import { renderingError, syntaxError } from '../errors.ts'
import type { Node, Nodes, Rendering, TagCompiler, TemplateValue } from '../language.ts'
import { node, requireSyntax } from '../nodes.ts'
import { isText, plainText } from '../python.ts'
import { SafeText, TemplateObject } from '../values.ts'
import { resolveNames } from './branches.ts'

/** {% block name %} … {% endblock %} */
class BlockNode implements Node {
  readonly name: string
  readonly inside: readonly [Nodes]

  constructor(name: string, list: Nodes) {
    this.name = name
    this.inside = [list]
  }

  async render(rendering: Rendering): Promise<string> {
    const layers = rendering.blocks?.get(this.name) ?? [this]
    return renderLayer(layers, 0, rendering)
  }
}

/** What `{{ block.super }}` is: the same block, as the template below has it. */
class BlockParent extends TemplateObject {
  override readonly className = 'BlockNode'
  readonly #below: () => Promise<string>

  constructor(below: () => Promise<string>) {
    super()
    this.#below = below
  }

  override get(name: string): unknown {
    return name === 'super' ? this.#below().then((text) => new SafeText(text)) : undefined
  }

  override text(): string {
    return ''
  }
}

function renderLayer(layers: readonly Node[], at: number, rendering: Rendering): Promise<string> {
  const below = async (): Promise<string> => (at + 1 < layers.length ? renderLayer(layers, at + 1, rendering) : '')
  const names = new Map([['block', new BlockParent(below)]])
  return rendering.within(names, () => layers[at]!.inside![0]!.render(rendering))
}

const block: TagCompiler = (parser, content) => {
  const words = content.split(/\s+/)
  requireSyntax(words.length === 2, `'block' tag takes only one argument`)
  const name = words[1]!
  requireSyntax(!parser.blocks.has(name), `'block' tag with name '${name}' appears more than once`)
  parser.blocks.add(name)
  const list = parser.parse(['endblock'])
  parser.endTag(['endblock', `endblock ${name}`])
  return new BlockNode(name, list)
}

/** The blocks of a template, wherever they stand. */
const blocksOf = (list: Nodes): BlockNode[] => [...list.all()].filter((each) => each instanceof BlockNode)

/** Adds the blocks of a template below those that extend it. */
function addBlocks(blocks: Map<string, Node[]>, list: Nodes): void {
  for (const each of blocksOf(list)) {
    const layers = blocks.get(each.name)
    if (layers) layers.push(each)
    else blocks.set(each.name, [each])
  }
}

/** The template that an expression names. */
async function named(expression: TemplateValue, rendering: Rendering): Promise<Nodes> {
  const name = await expression.resolve(rendering)
  if (isText(name) && plainText(name)) return rendering.template(plainText(name))
  throw renderingError(`Invalid template name in 'extends' or 'include' tag: '${expression.text}'`)
}

function extended(list: Nodes): Node | undefined {
  return list.nodes.find((each) => 'mustBeFirst' in each)
}

const extendsTag: TagCompiler = (parser, content) => {
  const words = parser.words(content)
  requireSyntax(words.length === 2, `'extends' takes one argument`)
  const parent = parser.expression(words[1]!)
  const list = parser.parse()
  if (extended(list)) throw syntaxError(`'extends' cannot appear more than once in the same template`)
  const self: Node = {
    mustBeFirst: `<ExtendsNode: extends ${parent.text}>`,
    inside: [list],
    async render(rendering) {
      const below = await named(parent, rendering)
      const inner = rendering.inner(new Map())
      inner.blocks = rendering.blocks ?? new Map()
      addBlocks(inner.blocks, list)
      if (!extended(below)) addBlocks(inner.blocks, below)
      return below.render(inner)
    }
  }
  return self
}

interface IncludeOptions {
  names: Map<string, TemplateValue>
  isolated: boolean
}

function includeOptions(words: string[], names: (words: string[]) => Map<string, TemplateValue>): IncludeOptions {
  const options: IncludeOptions = { names: new Map(), isolated: false }
  const seen = new Set<string>()
  while (words.length) {
    const option = words.shift()!
    requireSyntax(!seen.has(option), `The '${option}' option was specified more than once.`)
    seen.add(option)
    if (option === 'only') options.isolated = true
    else if (option === 'with') {
      options.names = names(words)
      requireSyntax(options.names.size, `"with" in 'include' tag needs at least one keyword argument.`)
    } else throw syntaxError(`Unknown argument for 'include' tag: '${option}'.`)
  }
  return options
}

const include: TagCompiler = (parser, content) => {
  const [, source, ...words] = parser.words(content)
  requireSyntax(source, `'include' tag takes at least one argument: the name of the template to be included.`)
  const template = parser.expression(source)
  const { names, isolated } = includeOptions(words, (rest) => parser.assignments(rest))
  return node(async (rendering) => {
    const values = await resolveNames(names, rendering)
    const included = await named(template, rendering)
    return included.render(rendering.inner(values, isolated))
  })
}

/** Tags that make a template of several. */
export const INHERITANCE: Readonly<Record<string, TagCompiler>> = { block, extends: extendsTag, include }
