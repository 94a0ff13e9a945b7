type Node = Record<string, any>

/**
 * The contract in OpenAPI 3.0.3, for code generators that read only that.
 *
 * @param document the bundle, OpenAPI 3.1; it is not changed
 * @returns a new document that says the same: `nullable` in place of the type null, single-value enums in place of
 *   `const`, no scopes on schemes that cannot have them there
 */
export function toOpenApi30(document: Record<string, unknown>): Record<string, unknown> {
  const out = convert(structuredClone(document)) as Node
  out.openapi = '3.0.3'
  delete out.info.summary
  if (out.info.license) delete out.info.license.identifier
  const bare = (security?: Node[]) =>
    security?.map((way) => Object.fromEntries(Object.keys(way).map((name) => [name, []])))
  if (out.security) out.security = bare(out.security)
  for (const item of Object.values<Node>(out.paths)) {
    for (const operation of Object.values<Node>(item))
      if (operation?.security) operation.security = bare(operation.security)
  }
  return out
}

function convert(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(convert)
  if (typeof node !== 'object' || node === null) return node
  const out: Node = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === 'example' || key === 'examples' || key === 'enum' ? value : convert(value)
    ])
  )
  if (Array.isArray(out.type)) {
    const types = out.type.filter((type: string) => type !== 'null')
    if (types.length < out.type.length) out.nullable = true
    if (types.length === 1) out.type = types[0]
    else {
      delete out.type
      out.anyOf = types.map((type: string) => ({ type }))
    }
  }
  for (const word of ['anyOf', 'oneOf']) {
    const choices = out[word] as Node[] | undefined
    if (!choices?.some((choice) => choice.type === 'null')) continue
    const rest = choices.filter((choice) => choice.type !== 'null')
    delete out[word]
    out.nullable = true
    if (rest.length === 1) out.allOf = rest
    else out[word] = rest
  }
  if ('const' in out) {
    out.enum = [out.const]
    delete out.const
  }
  return out
}
