/** A doubled brace, which stands for itself, or a group such as `{ref:04d}` with its name and its form. */
const GROUP = /\{\{|\}\}|\{([^{}:!]*)(?:![^{}:]*)?(?::((?:[^{}]|\{[^{}]*\})*))?\}/g

/** A step of a format: text that stands for itself, or a group. */
export type FormatPart = { text: string } | { name: string; form: string }

/**
 * Takes a format in Python's notation apart.
 *
 * @throws Error where the braces do not fit together
 */
export function formatParts(format: string): FormatPart[] {
  const rest = format.replace(GROUP, '')
  if (rest.includes('{'))
    throw new Error(
      rest.endsWith('{') ? "Single '{' encountered in format string" : "expected '}' before end of string"
    )
  if (rest.includes('}')) throw new Error("Single '}' encountered in format string")
  const steps: FormatPart[] = []
  let at = 0
  for (const match of format.matchAll(GROUP)) {
    if (match.index > at) steps.push({ text: format.slice(at, match.index) })
    steps.push(match[1] === undefined ? { text: match[0][0]! } : { name: match[1], form: match[2] ?? '' })
    at = match.index + match[0].length
  }
  if (at < format.length) steps.push({ text: format.slice(at) })
  return steps
}
