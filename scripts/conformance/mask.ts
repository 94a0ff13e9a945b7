// Values that differ from run to run, such as times and tokens, are replaced by their shape before answers are compared.

const DAY = 24 * 60 * 60 * 1000
/** Dates further off than this are data. */
const NEAR = 400
const UUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g
/** The end that a stored file gets where its name is taken: seven letters and digits, not all of them small. */
const TAKEN = /_(?=[a-z]*[A-Z\d])[A-Za-z\d]{7}(?=\.)/g

/** What decides which values are masked. */
export interface Masking {
  /** Where the server is that answered. */
  url: string
  /** The text of the scenario: what it names itself is compared as it is. */
  source: string
  /** Whether secrets of signing in may occur. */
  sessions: boolean
}

/** `/media/...`, without the end that its name got because another file had it; of several, the last. */
function maskStoredName(text: string): string {
  if (!text.startsWith('/media/') || text.includes('\n')) return text
  const last = [...text.matchAll(TAKEN)].at(-1)
  return last ? text.slice(0, last.index) + text.slice(last.index + last[0].length) : text
}

/** A time or a date near today by its distance or its digits; anything else as it is. */
function maskTime(text: string): string {
  if (!/^\d{4}-\d\d-\d\d/.test(text)) return text
  const midnight = Date.parse(new Date().toISOString().slice(0, 10))
  const days = Math.round((Date.parse(text.slice(0, 10)) - midnight) / DAY)
  if (!(Math.abs(days) <= NEAR)) return text
  return text.length === 10 ? `<today${days}d>` : text.replace(/\.\d+/, '.9').replaceAll(/\d/g, '9')
}

function maskSecrets(text: string, url: string): string {
  const { host } = new URL(url)
  return text
    .replaceAll(url, '<base>')
    .replaceAll(host, '<host>')
    .replaceAll(encodeURIComponent(host), '<host>')
    .replaceAll(/^[A-Z2-7]{32}$|(?<=secret=)[A-Z2-7]{32}/g, '<secret>')
}

function maskText(text: string, { url, source, sessions }: Masking): string {
  const masked = (sessions ? maskSecrets(text, url) : text)
    .replaceAll(url, '<base>')
    .replaceAll(/inv-[\da-f]{40}-\d{8}/g, '<token>')
    .replaceAll(UUID, '<uuid>')
  const named = maskStoredName(masked)
  return source.includes(named) ? named : maskTime(named)
}

/** What stands for the value of a key. */
function maskField(key: string, value: unknown, masking: Masking): unknown {
  if (masking.sessions && key === 'unused_codes' && Array.isArray(value))
    return value.map((code) => String(code).replaceAll(/\d/g, '9'))
  if (masking.sessions && key === 'challenge') return '<challenge>'
  return mask(value, masking)
}

/**
 * Replaces all in a value that differs from run to run.
 *
 * @param value JSON, or a text
 * @returns a copy
 */
export function mask(value: unknown, masking: Masking): any {
  if (typeof value === 'string') return maskText(value, masking)
  if (Array.isArray(value)) return value.map((element) => mask(element, masking))
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, maskField(key, held, masking)]))
  const now = Date.now() / 1000
  if (masking.sessions && typeof value === 'number' && Math.abs(value - now) < DAY / 10) return '<time>'
  return value
}
