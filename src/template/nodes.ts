// What a compiled template consists of.
import { syntaxError, TemplateError } from './errors.ts'
import { Decimal } from './decimal.ts'
import { formatDate } from './dates.ts'
import { escapeHTML, textOfValue } from './python.ts'
import type { Node, Nodes, Rendering, TemplateValue } from './language.ts'
import { Moment, PlainDate, SafeText } from './values.ts'

/** Pieces that follow each other. */
export class NodeList implements Nodes {
  readonly nodes: readonly Node[]

  constructor(nodes: readonly Node[]) {
    this.nodes = nodes
  }

  async render(rendering: Rendering): Promise<string> {
    let made = ''
    for (const node of this.nodes) {
      if (node.isText) made += await node.render(rendering)
      else made += await rendered(node, rendering)
    }
    return made
  }

  *all(): Generator<Node> {
    for (const node of this.nodes) {
      yield node
      for (const list of node.inside ?? []) yield* list.all()
    }
  }
}

async function rendered(node: Node, rendering: Rendering): Promise<string> {
  const pause = rendering.budget.step()
  if (pause) await pause
  try {
    return await node.render(rendering)
  } catch (error) {
    if (error instanceof TemplateError && node.line !== undefined) error.at(node.template ?? '', node.line)
    throw error
  }
}

/** Text that is shown as it stands. */
export class TextNode implements Node {
  readonly isText = true
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  render({ budget }: Rendering): string {
    return budget.made(this.#text)
  }
}

/** A value in the words of the language, where those are asked for. */
async function localizedText(value: unknown, rendering: Rendering): Promise<string> {
  if (value instanceof Moment)
    return rendering.localized
      ? formatDate(new Moment(value.time, rendering.zone), 'DATETIME_FORMAT')
      : textOfValue(new Moment(value.time, rendering.zone))
  if (value instanceof PlainDate) return rendering.localized ? formatDate(value, 'DATE_FORMAT') : String(value)
  return value instanceof Decimal ? value.plain() : textOfValue(value)
}

/** A value as HTML: as `{{ }}` shows it. */
export async function shownValue(value: unknown, rendering: Rendering): Promise<string> {
  if (value instanceof SafeText) return value.text
  const text = await localizedText(value, rendering)
  return rendering.autoescape ? escapeHTML(text) : text
}

/** {{ value }} */
export class VariableNode implements Node {
  readonly #expression: TemplateValue

  constructor(expression: TemplateValue) {
    this.#expression = expression
  }

  async render(rendering: Rendering): Promise<string> {
    return rendering.budget.made(await shownValue(await this.#expression.resolve(rendering), rendering))
  }
}

/** A tag whose work is one function. */
export function node(render: Node['render'], inside: readonly Nodes[] = []): Node {
  return { render, inside }
}

/** What a tag needs is missing or too much. @throws TemplateError where a condition does not hold */
export function requireSyntax(condition: unknown, message: string): asserts condition {
  if (!condition) throw syntaxError(message)
}
