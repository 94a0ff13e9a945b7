import { isOwnValue, ownDeclarations, ownRules } from './svg.css.ts'

/** Stands for `style` while a drawing is cleaned: the texts of that element would be passed on as they are. */
const STYLE = 'style-of-drawing'

const ELEMENTS =
  `svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath title desc marker pattern clipPath mask switch
  view image linearGradient radialGradient stop filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
  feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset
  fePointLight feSpecularLighting feSpotLight feTile feTurbulence`.split(/\s+/)

/** Attributes that hold words and numbers. */
const PLAIN =
  `amplitude azimuth baseFrequency baseProfile bias class clipPathUnits cx cy d diffuseConstant divisor dx dy edgeMode elevation exponent
  filterUnits fr fx fy gradientUnits height id in in2 intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength lang lengthAdjust limitingConeAngle
  markerHeight markerUnits markerWidth maskContentUnits maskUnits method mode numOctaves offset operator order orient overflow pathLength
  patternContentUnits patternUnits points pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY result role
  rotate rx ry scale seed side slope spacing specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles surfaceScale
  systemLanguage tableValues targetX targetY textLength type values version viewBox width x x1 x2 xChannelSelector xml:lang xml:space y y1 y2
  yChannelSelector z zoomAndPan aria-label aria-hidden aria-labelledby`.split(/\s+/)

/** Attributes that paint, with values as in a style. */
const PAINTING =
  `alignment-baseline baseline-shift clip-path clip-rule color color-interpolation color-interpolation-filters direction display
  dominant-baseline enable-background fill fill-opacity fill-rule filter flood-color flood-opacity font-family font-size font-size-adjust font-stretch
  font-style font-variant font-weight gradientTransform image-rendering kerning letter-spacing lighting-color marker-end marker-mid marker-start mask
  opacity paint-order patternTransform pointer-events shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap
  stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration text-rendering transform transform-origin unicode-bidi
  vector-effect visibility word-spacing writing-mode`.split(/\s+/)

const NAMESPACES: Record<string, string> = {
  xmlns: 'http://www.w3.org/2000/svg',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink'
}

/** Where links lead: to a part of the drawing itself, or for an image to a picture that is part of the file. */
const OWN_PART = /^#[^\s"'<>\\\p{C}]+$/u
const OWN_PICTURE = /^data:image\/(?:png|jpeg|gif|webp);base64,[\w+/=\s]*$/

type Check = (value: string, element: string) => boolean
const link: Check = (value, element) => OWN_PART.test(value) || (element === 'image' && OWN_PICTURE.test(value))

/** What an attribute may hold; an attribute that is not here is left out. */
const ATTRIBUTES = new Map<string, Check>([
  ...PLAIN.map((name): [string, Check] => [name, () => true]),
  ...PAINTING.map((name): [string, Check] => [name, isOwnValue]),
  ...Object.entries(NAMESPACES).map(([name, address]): [string, Check] => [name, (value) => value === address]),
  ['href', link],
  ['xlink:href', link]
])

/** Characters that no XML may hold. */
const INVALID = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

function ownAttributes(element: string, attribs: Record<string, string>): Record<string, string> {
  const kept = Object.entries(attribs).filter(([name, value]) => value !== '' && ATTRIBUTES.get(name)?.(value, element))
  const style = ownDeclarations(attribs.style ?? '')
  return { ...Object.fromEntries(kept), ...(style ? { style } : {}) }
}

/** Elements whose text is shown, or told to those who cannot see. */
const TEXTS = new Set(['text', 'tspan', 'textPath', 'title', 'desc'])

/**
 * The text of an element as it is kept.
 *
 * @param escaped as XML writes it; a long text may come in chunks. Of a style sheet only whole rules are kept
 */
function ownText(escaped: string, element: string): string {
  if (element === 'style' || element === STYLE) return ownRules(escaped.replaceAll('&gt;', '>'))
  return TEXTS.has(element) || escaped.trim() === '' ? escaped : ''
}

/**
 * A drawing of nothing but what is known to be harmless: elements that paint, their attributes, styles without
 * at-rules. Scripts, handlers of events, animations, foreign content, links to elsewhere and the declaration of a
 * document type are not among them.
 *
 * @param text an SVG document
 */
export async function sanitiseSVG(text: string): Promise<string> {
  const { default: sanitize } = await import('sanitize-html')
  const clean = sanitize(text.replaceAll(INVALID, ''), {
    parser: { xmlMode: true, decodeEntities: true },
    allowedTags: [...ELEMENTS, STYLE],
    allowedAttributes: { '*': [...ATTRIBUTES.keys(), 'style'] },
    allowedSchemesAppliedToAttributes: [],
    parseStyleAttributes: false,
    nonTextTags: ['script', 'foreignObject', 'metadata'],
    nestingLimit: 200,
    transformTags: {
      '*': (name, attribs) => ({ tagName: name === 'style' ? STYLE : name, attribs: ownAttributes(name, attribs) })
    },
    textFilter: ownText
  })
  // In what is clean a `<` begins nothing but an element.
  return clean.replaceAll(`<${STYLE}`, '<style').replaceAll(`</${STYLE}`, '</style')
}

const ENCODINGS: [begins: string, encoding: string][] = [
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
  ['3c00', 'utf-16le'],
  ['003c', 'utf-16be']
]

/** The text of an XML document in the encoding that its first bytes tell, as browsers read it. */
export function xmlText(bytes: Buffer): string {
  const start = bytes.subarray(0, 2).toString('hex')
  const encoding = ENCODINGS.find(([begins]) => begins === start)?.[1] ?? 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

/** What may stand before the root of a document: how it begins and ends. */
const PROLOG = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!', '>']
] as const
const DRAWING = /<(?:[\w.-]+:)?svg[\s/>]/i

/**
 * Whether the root of a document is that of a drawing; or whether there is one anywhere, where declarations of its own
 * make that hard to tell.
 */
function hasRoot(text: string): boolean {
  for (let at = 0; ; ) {
    while (/\s/.test(text.charAt(at))) at++
    const kind = PROLOG.find(([begins]) => text.startsWith(begins, at))
    if (!kind) return text.slice(at, at + 100).search(DRAWING) === 0
    const end = text.indexOf(kind[1], at)
    if (kind[0] === '<!' && text.slice(at, end).includes('[')) return DRAWING.test(text)
    if (end === -1) return false
    at = end + kind[1].length
  }
}

/** Whether a file is a drawing by what is in it, whatever its name. */
export function isSVG(bytes: Buffer): boolean {
  // Most files are none by their first byte: `<`, a blank, or what marks an encoding.
  if (!/^[<\s\xef\xfe\xff\0]/.test(bytes.subarray(0, 1).toString('latin1'))) return false
  return hasRoot(xmlText(bytes))
}
