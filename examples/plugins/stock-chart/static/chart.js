const SVG = 'http://www.w3.org/2000/svg'
const [ROW, WIDTH, NAMES] = [24, 640, 260]

function make(parent, name, attributes, text = '') {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.textContent = text
  parent.append(element)
  return element
}

/** Draws a bar for each location into the panel. */
export function renderPanel(target, { context: { bars } }) {
  target.replaceChildren()
  if (bars.length === 0) return target.append('None is in stock.')
  const most = Math.max(...bars.map(({ quantity }) => quantity))
  const svg = make(target, 'svg', { viewBox: `0 0 ${WIDTH} ${bars.length * ROW}`, role: 'img' })
  make(svg, 'title', {}, 'Stock by location')
  bars.forEach(({ place, quantity }, row) => {
    const y = row * ROW
    const width = Math.max(1, (quantity / most) * (WIDTH - NAMES - 80))
    make(svg, 'text', { x: 0, y: y + 16, 'font-size': 13, fill: 'currentColor' }, place)
    make(svg, 'rect', { x: NAMES, y: y + 4, width, height: ROW - 8, fill: 'currentColor', opacity: 0.6 })
    make(svg, 'text', { x: NAMES + width + 6, y: y + 16, 'font-size': 13, fill: 'currentColor' }, String(quantity))
  })
}
