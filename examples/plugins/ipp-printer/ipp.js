// As much of IPP as it takes to print (RFC 8010 and 8011).
/** What begins a group of attributes, and what ends them all. */
const [OPERATION, JOB, END] = [0x01, 0x02, 0x03]
const [INTEGER, ENUM, NAME, KEYWORD, URI, CHARSET, LANGUAGE, MIME] = [0x21, 0x23, 0x42, 0x44, 0x45, 0x47, 0x48, 0x49]

export { INTEGER, JOB, KEYWORD, MIME, NAME }

/** Bytes behind their length. */
const counted = (bytes) => Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes])

/** An attribute of a request; without a name it is one more value of the one before. */
export function attribute(tag, name, value) {
  const bytes = Buffer.from(typeof value === 'number' ? [24, 16, 8, 0].map((by) => (value >> by) & 255) : value)
  return Buffer.concat([Buffer.from([tag]), counted(Buffer.from(name)), counted(bytes)])
}

/** The attributes of an answer, by name, each with all its values as texts and numbers. */
function attributesOf(bytes) {
  const found = {}
  let [at, name] = [8, '']
  const take = () => bytes.subarray(at + 2, (at += 2 + bytes.readUInt16BE(at)))
  while (at < bytes.length && bytes[at] !== END) {
    const tag = bytes[at++]
    if (tag < 0x10) continue
    // Without a name it is one more value of the attribute before.
    name = take().toString() || name
    const value = take()
    const isNumber = tag === INTEGER || tag === ENUM
    ;(found[name] ??= []).push(isNumber ? value.readInt32BE() : value.toString())
  }
  return found
}

/**
 * Asks a printer.
 *
 * @param attributes beside those that every request has
 * @param document what stands behind them; null for nothing
 * @returns the attributes that it answers
 */
export async function ask(uri, operation, attributes, signal, document) {
  const address = new URL(uri.replace(/^ipp/, 'http'))
  if (uri.startsWith('ipp') && new URL(uri).port === '') address.port = '631'
  const body = Buffer.concat([
    Buffer.from([2, 0, operation >> 8, operation & 255, 0, 0, 0, 1, OPERATION]),
    attribute(CHARSET, 'attributes-charset', 'utf-8'),
    attribute(LANGUAGE, 'attributes-natural-language', 'en'),
    attribute(URI, 'printer-uri', uri),
    ...attributes,
    Buffer.from([END]),
    ...(document ? [document] : [])
  ])
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/ipp' },
    body,
    signal
  })
  if (!response.ok) throw new Error(`${uri} answers ${response.status}`)
  const answer = Buffer.from(await response.arrayBuffer())
  const status = answer.readUInt16BE(2)
  if (status >= 0x0100) throw new Error(`the printer refuses it: 0x${status.toString(16).padStart(4, '0')}`)
  return attributesOf(answer)
}
