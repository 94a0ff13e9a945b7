// What the file of a print is called.
import { randomInt } from 'node:crypto'
import { OUTPUT_FOLDER } from '#framework/files/access.ts'
import { safeName, splitName } from '#framework/files/names.ts'

/** How many folders a name may lead through, and how long the name of each may be. */
const [DEEPEST, LONGEST] = [3, 40]

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Seven letters and digits, with a digit among them, as names get that are taken: here all do, so that none is guessed. */
function tail(): string {
  const letters = Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]!)
  letters.splice(randomInt(7), 0, String(randomInt(10)))
  return letters.join('')
}

/**
 * Where the file of a print is kept. What stands before a slash becomes a folder, and what no name may have is left out
 * (docs/behaviour/print.md#file-names).
 *
 * @param made what the pattern of the template became
 * @param ending of the file, with its dot: the name gets it where it has it not yet
 * @returns the folder below the media folder, and the name
 */
export function placeOfPrint(made: string, ending: '.pdf' | '.html'): { folder: string; name: string } {
  const steps = made.split('/').map((step) => step.replaceAll(/[\p{Cc}\\:*?"<>|]/gu, '').trim())
  const last = steps.pop() ?? ''
  const folders = steps
    .map((step) => [...step.replace(/^\.+/, '')].slice(0, LONGEST).join('').trim())
    .filter((step) => step !== '')
    .slice(0, DEEPEST)
  const named = ending === '.html' ? last.replaceAll('.pdf', '.html') : last
  const whole = safeName(named.endsWith(ending) && named !== ending ? named : `${named || 'output'}${ending}`)
  const { stem } = splitName(whole === 'file' ? `output${ending}` : whole)
  return { folder: [OUTPUT_FOLDER, ...folders].join('/'), name: `${stem}_${tail()}${ending}` }
}
