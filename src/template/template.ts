// Templates in the language of Django: compiled, then rendered with values that may be read while they are needed.
import { Budget, DEFAULT_LIMITS, type RenderLimits } from './budget.ts'
import { BUILTINS } from './builtins.ts'
import { limitError, TemplateError } from './errors.ts'
import { type TemplateEnvironment, type Nodes, Rendering } from './language.ts'
import { Parser } from './parser.ts'

/** No page is made of a longer template. */
const MAX_SOURCE = 1_000_000

/** A template that was read; see `compileTemplate`. */
export interface CompiledTemplate {
  /** As the loader knows it. */
  name: string
  environment: TemplateEnvironment
  nodes: Nodes
}

/**
 * Reads a template.
 *
 * @param source its text
 * @param name what the loader, and the place of errors, calls it
 * @param environment the libraries, what finds other templates, the zone
 * @throws TemplateError where it cannot be read, with its line
 */
export function compileTemplate(source: string, name: string, environment: TemplateEnvironment): CompiledTemplate {
  if (source.length > MAX_SOURCE) throw limitError(`A template has at most ${MAX_SOURCE} characters`)
  return { name, environment, nodes: new Parser(source, name, environment, BUILTINS).parse() }
}

/**
 * Finds a template by its name and reads it.
 *
 * @throws TemplateError where there is none, or it cannot be read
 */
async function loadTemplate(name: string, environment: TemplateEnvironment): Promise<CompiledTemplate> {
  const source = await environment.load(name)
  if (source === undefined) throw new TemplateError('missing', name)
  return compileTemplate(source, name, environment)
}

/**
 * Shows values by a template. Others have their turn meanwhile.
 *
 * @param values by their names: texts, numbers, booleans, null, arrays, maps and what values.ts has
 * @throws TemplateError where it cannot be rendered, with the line, or the limits are reached
 */
export async function renderTemplate(
  template: CompiledTemplate,
  values: ReadonlyMap<string, unknown>,
  limits: Partial<RenderLimits> = {}
): Promise<string> {
  const budget = new Budget({ ...DEFAULT_LIMITS, ...limits })
  const { environment } = template
  const known = new Map<string, Promise<Nodes>>()
  /** Each is read once, though a loop may include it many times. */
  const load = (name: string): Promise<Nodes> => {
    const found = known.get(name) ?? loadTemplate(name, environment).then(({ nodes }) => nodes)
    known.set(name, found)
    return found
  }
  return template.nodes.render(new Rendering(environment, load, values, budget))
}
