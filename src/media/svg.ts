const SHAPES = ['svg', 'g', 'defs', 'symbol', 'use', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'textPath', 'title', 'desc',
  'metadata', 'style', 'marker', 'pattern', 'clipPath', 'mask', 'switch', 'view', 'image', 'a']
const PAINTS = ['linearGradient', 'radialGradient', 'stop', 'filter', 'feBlend', 'feColorMatrix', 'feComponentTransfer', 'feComposite', 'feConvolveMatrix',
  'feDiffuseLighting', 'feDisplacementMap', 'feDistantLight', 'feDropShadow', 'feFlood', 'feFuncA', 'feFuncB', 'feFuncG', 'feFuncR', 'feGaussianBlur', 'feMerge',
  'feMergeNode', 'feMorphology', 'feOffset', 'fePointLight', 'feSpecularLighting', 'feSpotLight', 'feTile', 'feTurbulence']
const LINKS = /^(?:href|xlink:href)$/i
/** Within the drawing itself, or a picture that is part of the file. */
const HARMLESS_LINK = /^\s*(?:#|data:image\/(?:png|jpeg|gif|webp);)/i

/**
 * A drawing without anything that could run or call home: scripts, handlers of events, animations, foreign content, links to elsewhere.
 *
 * @param text an SVG document
 */
export async function sanitiseSVG (text: string): Promise<string> {
  const { default: sanitize } = await import('sanitize-html')
  return sanitize(text, {
    parser: { xmlMode: true, decodeEntities: true },
    allowedTags: [...SHAPES, ...PAINTS],
    allowVulnerableTags: true,
    // Drawings have hundreds of harmless attributes; those that are not are taken out below.
    allowedAttributes: false,
    allowedSchemesAppliedToAttributes: [],
    parseStyleAttributes: false,
    nonTextTags: ['script', 'foreignObject'],
    transformTags: {
      '*': (tagName, attribs) => ({
        tagName,
        attribs: Object.fromEntries(Object.entries(attribs).filter(([name, value]) =>
          !/^on/i.test(name) && !/javascript:|expression\(|@import/i.test(value) && (!LINKS.test(name) || HARMLESS_LINK.test(value))))
      })
    },
    exclusiveFilter: (frame) => frame.tag === 'style' && /javascript:|expression\(|@import|url\(\s*["']?\s*(?!#)/i.test(frame.text)
  })
}
