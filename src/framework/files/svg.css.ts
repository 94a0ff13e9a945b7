/**
 * Styles of drawings: only properties that paint, only values that reach nothing outside of the drawing. Everything
 * else is left out.
 */

const PROPERTIES = new Set(
  `alignment-baseline baseline-shift clip-path clip-rule color color-interpolation color-interpolation-filters direction display
  dominant-baseline enable-background fill fill-opacity fill-rule filter flood-color flood-opacity font font-family font-feature-settings font-size
  font-size-adjust font-stretch font-style font-variant font-variant-caps font-variant-ligatures font-variant-numeric font-weight height
  image-rendering isolation kerning letter-spacing lighting-color line-height marker marker-end marker-mid marker-start mask mask-type mix-blend-mode
  opacity overflow paint-order pointer-events r rx ry shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap
  stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-align text-anchor text-decoration text-indent text-rendering text-transform
  transform transform-box transform-origin unicode-bidi vector-effect visibility white-space width word-spacing writing-mode x y cx cy`.split(
    /\s+/
  )
)

const FUNCTIONS = new Set(
  `calc hsl hsla matrix rgb rgba rotate scale scaleX scaleY skewX skewY translate translateX translateY`.split(' ')
)

/** A reference to a part of the drawing itself. */
const OWN_PART = /\burl\(\s*(["']?)#[^\s"'()\\<>]+\1\s*\)/g
/** Neither escapes, comments, at-rules and ends of declarations nor quotes that are not closed. */
const PLAIN_VALUE = /^(?:[^"'\\;{}<>@\p{Cc}]|[\t\r\n]|"[^"\\;{}<>@\p{Cc}]*"|'[^'\\;{}<>@\p{Cc}]*')*$/u
const SELECTORS = /^[\w\s.#,>*:()\p{L}-]+$/u

/** The word that a text ends in, such as the name before a bracket; empty where it ends in something else. */
function lastWord(text: string): string {
  let at = text.length
  while (at > 0 && /[\w-]/.test(text[at - 1]!)) at--
  return text.slice(at)
}

/** Whether a value of a style, or of an attribute that paints, reaches nothing outside of the drawing. */
export function isOwnValue(value: string): boolean {
  const rest = value.replaceAll(OWN_PART, '')
  if (!PLAIN_VALUE.test(rest) || rest.includes('/*')) return false
  return rest
    .split('(')
    .slice(0, -1)
    .every((before) => FUNCTIONS.has(lastWord(before)))
}

/** The declarations that are harmless, such as `fill: red; stroke: none`. */
export const ownDeclarations = (text: string): string =>
  text
    .split(';')
    .filter((declaration) => {
      const colon = declaration.indexOf(':')
      return (
        colon > 0 &&
        PROPERTIES.has(declaration.slice(0, colon).trim().toLowerCase()) &&
        isOwnValue(declaration.slice(colon + 1))
      )
    })
    .join(';')

/** The rules of a style sheet that are harmless; no at-rules. */
export function ownRules(text: string): string {
  const bare = text
    .split('*/')
    .map((piece) => piece.split('/*', 1)[0])
    .join(' ')
  return bare
    .split('}')
    .flatMap((rule) => {
      const [selectors, declarations, ...more] = rule.split('{')
      if (more.length || declarations === undefined || !SELECTORS.test(selectors!)) return []
      return [`${selectors}{${ownDeclarations(declarations)}}`]
    })
    .join('')
}
