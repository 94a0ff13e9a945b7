import t from 'tap'
import { iconProblem, icons } from '#modules/icons/icons.ts'

const accepted = ['', 'ti:home:outline', 'ti:home:filled', 'ti:box:outline', 'ti:folder:outline', 'ti:package:outline']
for (const text of accepted) {
  t.equal(iconProblem(text), undefined, `accepts ${JSON.stringify(text)}`)
}

const refused: ReadonlyArray<readonly [string, string]> = [
  ['not-an-icon', 'Invalid icon format: not-an-icon, expected: pack:name:variant'],
  ['ti:home', 'Invalid icon format: ti:home, expected: pack:name:variant'],
  ['ti:home:outline:x', 'Invalid icon format: ti:home:outline:x, expected: pack:name:variant'],
  ['fa:home:outline', 'Invalid icon pack: fa'],
  [':home:outline', 'Invalid icon pack: '],
  ['TI:home:outline', 'Invalid icon pack: TI'],
  ['ti:no-such-icon:outline', 'Invalid icon name: no-such-icon'],
  ['ti:__proto__:outline', 'Invalid icon name: __proto__'],
  ['ti:Home:outline', 'Invalid icon name: Home'],
  ['ti:home:dotted', 'Invalid icon variant: dotted'],
  ['ti:home:', 'Invalid icon variant: '],
  ['ti:package:filled', 'Invalid icon variant: filled']
]
for (const [text, message] of refused) {
  t.equal(iconProblem(text), message, `refuses ${JSON.stringify(text)}`)
}

t.test('the pack lists categories and code points', async (t) => {
  t.ok(icons().size > 4900, 'thousands of icons')
  t.equal(icons().get('home')?.category, 'Buildings')
  t.strictSame(
    [...(icons().get('home')?.variants ?? [])],
    [
      ['outline', 'eac1'],
      ['filled', 'fe2b']
    ]
  )
  t.equal(icons(), icons(), 'is read once')
})
