/**
 * How many letters have to be added, left out, changed or swapped with their neighbours to make one word of another.
 */
function distance(one: string, other: string): number {
  // The rows of the table of all beginnings: the one before the last, the last, and the one that is being made.
  let [before, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const changed = last[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1)
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      row.push(Math.min(row[j - 1]! + 1, last[j]! + 1, changed, isSwapped ? before[j - 2]! + 1 : Infinity))
    }
    ;[before, last] = [last, row]
  }
  return last[other.length]!
}

/** Longer words are no slips of the finger. */
const LONGEST = 40

/** The word that somebody may have meant; undefined where none is near. */
function nearest(typed: string, words: readonly string[]): string | undefined {
  if (typed.length > LONGEST) return undefined
  const [best] = words
    .map((word) => ({ word, far: distance(typed.toLowerCase(), word) }))
    .sort((one, other) => one.far - other.far)
  return best && best.far <= Math.max(1, Math.floor(best.word.length / 3)) ? best.word : undefined
}

/** Asks whether that word was meant, to be put behind a sentence; empty where none is near. */
export function didYouMean(typed: string, words: readonly string[], show = (word: string) => word): string {
  const word = nearest(typed, words)
  return word === undefined ? '' : ` Did you mean "${show(word)}"?`
}
