// The fonts that come with the server, so that prints look alike wherever they are made.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'

const inflated = promisify(inflate)

/** The packages, each with the word before its files, and what is taken of them. */
const PACKAGES = [
  ['@fontsource/dejavu-sans', 'dejavu-sans-latin'],
  ['@fontsource/dejavu-mono', 'dejavu-mono-latin']
] as const
const STYLES = ['400-normal', '400-italic', '700-normal', '700-italic']

/** What a table of a packed font is, by the place of its line in the list. */
const LINE = { from: 44, length: 20 }
const HEAD = 12
const ENTRY = 16

/**
 * Unpacks a font: programs that set pages read no packed one from a folder.
 *
 * @param woff a font in the first form of WOFF
 * @returns the font as it was before
 */
async function unpacked(woff: Buffer): Promise<Buffer> {
  const count = woff.readUInt16BE(12)
  const head = Buffer.alloc(HEAD + ENTRY * count)
  woff.copy(head, 0, 4, 8)
  const power = Math.floor(Math.log2(count))
  for (const [at, value] of [count, ENTRY << power, power, ENTRY * count - (ENTRY << power)].entries())
    head.writeUInt16BE(value, 4 + 2 * at)
  const parts = [head]
  let place = head.length
  for (let n = 0; n < count; n++) {
    const line = woff.subarray(LINE.from + LINE.length * n, LINE.from + LINE.length * (n + 1))
    const [from, packed, length, sum] = [4, 8, 12, 16].map((at) => line.readUInt32BE(at)) as [
      number,
      number,
      number,
      number
    ]
    const raw = woff.subarray(from, from + packed)
    const table = packed < length ? await inflated(raw) : raw
    line.copy(head, HEAD + ENTRY * n, 0, 4)
    for (const [at, value] of [sum, place, length].entries()) head.writeUInt32BE(value, HEAD + ENTRY * n + 4 + 4 * at)
    const padded = Buffer.alloc(Math.ceil(length / 4) * 4)
    table.copy(padded)
    parts.push(padded)
    place += padded.length
  }
  return Buffer.concat(parts)
}

/** Which of our fonts stands for what pages commonly ask for. Others of the machine are taken where they are named. */
const STANDING: [ours: string, names: string[]][] = [
  [
    'DejaVu Sans',
    ['sans-serif', 'serif', 'system-ui', 'cursive', 'fantasy', 'Arial', 'Helvetica', 'Times New Roman', 'Verdana']
  ],
  ['DejaVu Sans Mono', ['monospace', 'Courier New', 'Courier', 'Consolas', 'Monaco']]
]

const configuration = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}</dir>
  <cachedir>${folder}/cache</cachedir>
${STANDING.flatMap(([ours, names]) =>
  names.map(
    (name) => `  <match target="pattern">
    <test name="family" qual="first"><string>${name}</string></test>
    <edit name="family" mode="prepend" binding="strong"><string>${ours}</string></edit>
  </match>`
  )
).join('\n')}
</fontconfig>
`

/**
 * Lays the fonts into a folder, with a configuration that prefers them to those of the machine.
 *
 * @param folder which is made
 * @returns what the environment of a program must say that is to use them
 */
export async function layFonts(folder: string): Promise<{ FONTCONFIG_FILE: string }> {
  await mkdir(folder, { recursive: true })
  const { resolve } = createRequire(import.meta.url)
  for (const [name, word] of PACKAGES)
    for (const style of STYLES) {
      const file = join(dirname(resolve(`${name}/package.json`)), `files/${word}-${style}.woff`)
      await writeFile(join(folder, `${word}-${style}.ttf`), await unpacked(await readFile(file)))
    }
  const file = join(folder, 'fonts.conf')
  await writeFile(file, configuration(folder))
  return { FONTCONFIG_FILE: file }
}
