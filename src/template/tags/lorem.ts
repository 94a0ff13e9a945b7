// Text that stands for text to come.

const COMMON =
  `lorem ipsum dolor sit amet consectetur adipisicing elit sed do eiusmod tempor incididunt ut labore et dolore
magna aliqua`.split(/\s+/)
const FURTHER =
  `exercitationem perferendis perspiciatis laborum eveniet sunt iure nam nobis eum cum officiis excepturi odio
consectetur quasi aut quisquam vel eligendi itaque non odit tempore quaerat dignissimos facilis neque nihil expedita
vitae vero ipsum nisi animi cumque pariatur velit modi natus`.split(/\s+/)
const MAX = 1000

/** Words one after the other, in the same order each time, so that a page looks the same when it is printed again. */
function words(count: number, from: number, common: boolean): string[] {
  const made = common ? COMMON.slice(0, count) : []
  for (let i = from; made.length < count; i++) made.push(FURTHER[i % FURTHER.length]!)
  return made
}

function sentence(count: number, from: number): string {
  const text = words(count, from, false).join(' ')
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`
}

const PARAGRAPH =
  'Lorem ipsum dolor sit amet, consectetur adipisicing elit, sed do eiusmod tempor incididunt ut labore et dolore magna ' +
  'aliqua. Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo consequat. ' +
  'Duis aute irure dolor in reprehenderit in voluptate velit esse cillum dolore eu fugiat nulla pariatur. Excepteur sint ' +
  'occaecat cupidatat non proident, sunt in culpa qui officia deserunt mollit anim id est laborum.'

const paragraph = (from: number): string =>
  [0, 1, 2].map((i) => sentence(8 + ((from + i) % 5), from * 7 + i * 11)).join(' ')

/**
 * Some Latin.
 *
 * @param count of words or paragraphs; 1,000 at most
 * @param method `w` for words, `p` for paragraphs of HTML, `b` for paragraphs of text
 * @param common whether it begins as everybody knows it
 */
export function lorem(count: number, method: 'w' | 'p' | 'b', common: boolean): string {
  const number = Math.max(0, Math.min(MAX, Math.trunc(count)))
  if (method === 'w') return words(number, 0, common).join(' ')
  const made = Array.from({ length: number }, (_, i) => (common && i === 0 ? PARAGRAPH : paragraph(i + 1)))
  return made.map((text) => (method === 'p' ? `<p>${text}</p>` : text)).join('\n\n')
}
