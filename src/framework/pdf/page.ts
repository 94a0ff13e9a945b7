// One page of a browser: a document is shown in it, and taken as PDF or as a picture. It has no script and reaches nothing
// but what it brings along, and what this process loads for it.
import { fetchOutside } from './outside.ts'
import { PrintFailed, type PageOptions, type PictureSize } from './press.ts'
import type { Wire } from './wire.ts'

/** Where the document seems to be; there is no such place. */
const PLACE = 'http://print.invalid/'

/** How large a PDF may be, in bytes. */
const LARGEST = 200 * 1024 * 1024

/** How many bytes of a PDF come at once. */
const CHUNK = 1024 * 1024

/** How many pixels a picture may have: a label as large as a door is drawn for a minute, and others wait. */
const MOST_PIXELS = 50_000_000

/** What CSS knows of an inch. */
const [MM_PER_INCH, PIXELS_PER_INCH] = [25.4, 96]

/** A page that is there until it is closed. */
export interface OpenPage {
  send<Result>(method: string, params?: object): Promise<Result>
  /** Shows a document, and waits until all of it is there. */
  show(html: string): Promise<void>
  close(): Promise<void>
}

interface Paused {
  requestId: string
  request: { url: string; method: string }
}

type Send = OpenPage['send']

/** Answers what a page asks for: the empty page that it begins with, what may be loaded for it, and nothing else. */
async function answer(send: Send, { requestId, request }: Paused, fetchUrls: boolean): Promise<void> {
  const fulfil = (type: string, body: Buffer) =>
    send('Fetch.fulfillRequest', {
      requestId,
      responseCode: 200,
      responseHeaders: [{ name: 'Content-Type', value: type }],
      body: body.toString('base64')
    })
  if (request.url === PLACE) await fulfil('text/html', Buffer.from('<!doctype html>'))
  else if (request.url.startsWith('data:')) await send('Fetch.continueRequest', { requestId })
  else {
    const wanted = fetchUrls && request.method === 'GET' && !request.url.startsWith(PLACE)
    const found = wanted ? await fetchOutside(request.url) : undefined
    if (found) await fulfil(found.type, found.body)
    else await send('Fetch.failRequest', { requestId, errorReason: 'AccessDenied' })
  }
}

/** Opens a page, without script, and with nothing of any other page. */
export async function openPage(wire: Wire, { fetchUrls }: PageOptions): Promise<OpenPage> {
  const { browserContextId } = await wire.send('Target.createBrowserContext', { disposeOnDetach: true })
  const ends: (() => void)[] = []
  const close = async () => {
    for (const end of ends) end()
    await wire.send('Target.disposeBrowserContext', { browserContextId }).catch(() => undefined)
  }
  try {
    const { targetId } = await wire.send('Target.createTarget', { url: 'about:blank', browserContextId })
    const { sessionId } = await wire.send('Target.attachToTarget', { targetId, flatten: true })
    const send = <Given>(method: string, params: object = {}) => wire.send<Given>(method, params, sessionId)
    const on = (event: string, work: (params: any) => void) =>
      wire.on(event, (params, session) => session === sessionId && work(params))
    ends.push(
      on('Fetch.requestPaused', (paused: Paused) => void answer(send, paused, fetchUrls).catch(() => undefined))
    )
    await Promise.all([
      send('Page.enable'),
      send('Inspector.enable'),
      send('Emulation.setScriptExecutionDisabled', { value: true }),
      send('Network.setCacheDisabled', { cacheDisabled: true }),
      send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
    ])
    const loading = async (order: () => Promise<unknown>) => {
      const until: (() => void)[] = []
      try {
        const loaded = new Promise<void>((resolve, reject) => {
          until.push(
            on('Page.loadEventFired', () => resolve()),
            on('Inspector.targetCrashed', () => reject(new PrintFailed('The page is too large for the browser.')))
          )
        })
        await Promise.all([order(), loaded])
      } finally {
        for (const end of until) end()
      }
    }
    await loading(() => send('Page.navigate', { url: PLACE }))
    const { frameTree } = await send<{ frameTree: { frame: { id: string } } }>('Page.getFrameTree')
    const show = (html: string) => loading(() => send('Page.setDocumentContent', { frameId: frameTree.frame.id, html }))
    return { send, show, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Reads what the browser made, piece by piece. */
async function contentOf({ send }: OpenPage, handle: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for (;;) {
    const { data, base64Encoded, eof } = await send<{ data: string; base64Encoded: boolean; eof: boolean }>('IO.read', {
      handle,
      size: CHUNK
    })
    const chunk = Buffer.from(data, base64Encoded ? 'base64' : 'utf8')
    size += chunk.length
    if (size > LARGEST) throw new PrintFailed(`The PDF would have more than ${LARGEST / 1024 / 1024} MB.`)
    chunks.push(chunk)
    if (eof) return Buffer.concat(chunks)
  }
}

/** A document as PDF; by CSS it says how large its pages are. */
export async function pageAsPDF(page: OpenPage, html: string): Promise<Buffer> {
  await page.show(html)
  const { stream } = await page.send<{ stream: string }>('Page.printToPDF', {
    preferCSSPageSize: true,
    printBackground: true,
    // A4, in inches, for a document that says nothing.
    paperWidth: 210 / MM_PER_INCH,
    paperHeight: 297 / MM_PER_INCH,
    generateTaggedPDF: false,
    transferMode: 'ReturnAsStream'
  })
  return await contentOf(page, stream)
}

/**
 * A document as a picture of some size.
 *
 * @throws PrintFailed where it would be too large
 */
export async function pageAsPNG(page: OpenPage, html: string, { width, height, dpi }: PictureSize): Promise<Buffer> {
  if ((width / MM_PER_INCH) * (height / MM_PER_INCH) * dpi ** 2 > MOST_PIXELS)
    throw new PrintFailed(`The picture would have more than ${MOST_PIXELS / 1_000_000} million pixels.`)
  const pixels = (mm: number) => Math.max(1, Math.round((mm / MM_PER_INCH) * PIXELS_PER_INCH))
  await page.send('Emulation.setDeviceMetricsOverride', {
    width: pixels(width),
    height: pixels(height),
    deviceScaleFactor: dpi / PIXELS_PER_INCH,
    mobile: false
  })
  await page.send('Emulation.setEmulatedMedia', { media: 'print' })
  await page.show(html)
  const { data } = await page.send<{ data: string }>('Page.captureScreenshot', { format: 'png' })
  return Buffer.from(data, 'base64')
}
