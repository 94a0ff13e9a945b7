/** Reads XML as a stream, as far as workbooks need it: names lose their prefixes, and a DTD means nothing. */
import type { Readable } from 'node:stream'
import { Parser } from 'htmlparser2'

/** What is told of an XML file, in its order. */
export interface XmlHandlers {
  open?(name: string, attributes: Record<string, string>): void
  text?(text: string): void
  close?(name: string): void
}

/** How deep elements may lie within each other. */
const DEEPEST = 100

const withoutPrefix = (name: string) => name.slice(name.lastIndexOf(':') + 1)

/** @throws what a handler throws, and where the stream ends before it should */
export async function readXml(stream: Readable, handlers: XmlHandlers): Promise<void> {
  let depth = 0
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (++depth > DEEPEST) throw new Error('its XML is nested too deeply')
        handlers.open?.(withoutPrefix(name), attributes)
      },
      ontext: (text) => handlers.text?.(text),
      onclosetag: (name) => {
        depth--
        handlers.close?.(withoutPrefix(name))
      }
    },
    { xmlMode: true, decodeEntities: true, recognizeSelfClosing: true }
  )
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of stream) parser.write(decoder.decode(chunk as Buffer, { stream: true }))
  parser.write(decoder.decode())
  // The parser would close by itself what was cut off.
  if (depth > 0) throw new Error('its XML ends too early')
  parser.end()
}
