// WeasyPrint, the program that sets pages for InvenTree itself: for whoever wants them the same to the hair.
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { open, rm } from 'node:fs/promises'
import { firstProgram, onPath } from './find.ts'
import { workFolder } from './folder.ts'
import { layFonts } from './fonts.ts'
import { fetchOutside } from './outside.ts'
import { NoPrinter, PrintFailed, type OpenPress, type PageOptions } from './press.ts'

/** How long one document may take, in ms: it is ten times as slow as a browser. */
const PATIENCE = 180_000

/** How large a PDF may be, in bytes. */
const LARGEST = 200 * 1024 * 1024

/** What a message begins with: a letter that says what it is, and how long it is. */
const HEAD = 5

/**
 * What it is run with, for its own program would load whatever a page names, files of the machine among them. Its Python
 * is started once for a job. It reads documents (D) and gives PDFs (P), or says why not (E). What a page names it asks
 * this process for (U), which gives it (F) or refuses it (N); where this process ends, it does. Newer versions want an
 * object to load things with.
 */
const SCRIPT = `
import os, queue, struct, sys, threading
import weasyprint
from weasyprint import urls
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
except Exception:
    pass
come, go = sys.stdin.buffer, os.fdopen(os.dup(1), 'wb')
os.dup2(2, 1)
inbox = queue.Queue()
def listen():
    while len(head := come.read(${HEAD})) == ${HEAD}:
        kind, size = struct.unpack('>cI', head)
        inbox.put((kind, come.read(size)))
    os._exit(0)
threading.Thread(target=listen, daemon=True).start()
def give(kind, data):
    go.write(struct.pack('>cI', kind, len(data)) + data)
    go.flush()
def asked(url):
    give(b'U', url.encode('utf-8', 'replace'))
    kind, data = inbox.get()
    if kind != b'F':
        raise ValueError('refused')
    form, _, body = data.partition(b'\\n')
    return form.decode('latin-1'), body
if hasattr(urls, 'URLFetcher'):
    class Fetcher(urls.URLFetcher):
        def __init__(self):
            super().__init__(allowed_protocols=['data'], allow_redirects=False)
        def fetch(self, url, headers=None):
            if url[:5].lower() == 'data:':
                return super().fetch(url, headers)
            form, body = asked(url)
            return urls.URLFetcherResponse(url, body, {'Content-Type': form})
    fetcher = Fetcher()
else:
    def fetcher(url, *args, **more):
        if url[:5].lower() == 'data:':
            return weasyprint.default_url_fetcher(url)
        form, body = asked(url)
        return {'string': body, 'mime_type': form.partition(';')[0].strip()}
while True:
    _, html = inbox.get()
    try:
        page = weasyprint.HTML(string=html.decode('utf-8'), url_fetcher=fetcher).write_pdf()
    except BaseException as problem:
        give(b'E', (type(problem).__name__ + ': ' + str(problem)).encode('utf-8', 'replace')[:2000])
    else:
        give(b'P', page)
`

/** The Python that a program is written for, as its first line says. */
async function pythonOf(program: string): Promise<string | undefined> {
  const file = await open(program)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0)
    const [, python] = /^#!\s*(\S+)/.exec(buffer.toString('latin1', 0, bytesRead)) ?? []
    if (python === undefined) return undefined
    return /\/env$/.test(python) ? await firstProgram(onPath(['python3', 'python'])) : python
  } finally {
    await file.close()
  }
}

/** Messages to a program and from it, one after the other. */
class Talk {
  readonly #child: ChildProcessWithoutNullStreams
  readonly #come: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(child: ChildProcessWithoutNullStreams) {
    this.#child = child
    this.#come = child.stdout[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  }

  give(kind: string, data: string | Buffer): void {
    const body = Buffer.from(data as string)
    const head = Buffer.alloc(HEAD)
    head.write(kind, 'latin1')
    head.writeUInt32BE(body.length, 1)
    this.#child.stdin.write(head)
    this.#child.stdin.write(body)
  }

  /** @throws where the program ends, or says too much */
  async take(): Promise<{ kind: string; data: Buffer }> {
    const head = await this.#bytes(HEAD)
    const size = head.readUInt32BE(1)
    if (size > LARGEST) throw new Error(`the PDF would have more than ${LARGEST / 1024 / 1024} MB`)
    return { kind: head.toString('latin1', 0, 1), data: await this.#bytes(size) }
  }

  async #bytes(count: number): Promise<Buffer> {
    const parts = [this.#rest]
    let length = this.#rest.length
    while (length < count) {
      const { value, done } = await this.#come.next()
      if (done) throw new Error('it ended')
      parts.push(value)
      length += value.length
    }
    const all = Buffer.concat(parts)
    this.#rest = all.subarray(count)
    return all.subarray(0, count)
  }
}

/** Sets one document; what it names is loaded for it, as far as that is allowed. */
async function setPage(talk: Talk, html: string, { fetchUrls }: PageOptions): Promise<Buffer> {
  talk.give('D', html)
  for (;;) {
    const { kind, data } = await talk.take()
    if (kind === 'P') return data
    if (kind === 'E') throw new PrintFailed(`WeasyPrint failed: ${data.toString()}`)
    const url = data.toString()
    const found = fetchUrls && URL.canParse(url) ? await fetchOutside(url) : undefined
    if (found) talk.give('F', Buffer.concat([Buffer.from(`${found.type}\n`, 'latin1'), found.body]))
    else talk.give('N', '')
  }
}

/** Starts it for one job. */
async function openedBy(python: string, options: PageOptions): Promise<OpenPress> {
  const folder = await workFolder()
  const fonts = await layFonts(`${folder}/fonts`)
  const env = { PATH: process.env.PATH, HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8', ...fonts }
  const child = spawn(python, ['-c', SCRIPT], { env })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2000)
  })
  child.stdin.on('error', () => undefined)
  const gone = new Promise<void>((resolve) => child.on('close', () => resolve()).on('error', () => resolve()))
  const talk = new Talk(child)
  const pdf = async (html: string): Promise<Buffer> => {
    let late = false
    const limit = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, PATIENCE)
    try {
      return await setPage(talk, html, options)
    } catch (error) {
      if (error instanceof PrintFailed) throw error
      // What it said last may come after its end; and with whom the thread is lost there is no more talk.
      child.kill('SIGKILL')
      await gone
      const why = late ? 'it took too long' : said.trim().split('\n').at(-1)! || (error as Error).message
      throw new PrintFailed(`WeasyPrint failed: ${why}`, { cause: error })
    } finally {
      clearTimeout(limit)
    }
  }
  return {
    pdf,
    png: () => Promise.reject(new NoPrinter('Pictures of labels are made with Chromium alone.')),
    close: async () => {
      child.kill('SIGKILL')
      await gone
      await rm(folder, { recursive: true, force: true })
    }
  }
}

/** What starts it, where it is on the path. */
export type WeasyPrint = (options: PageOptions) => Promise<OpenPress>

/** Looks for it on the path; undefined where it is not there. */
export async function weasyprintOf(): Promise<WeasyPrint | undefined> {
  const program = await firstProgram(onPath(['weasyprint']))
  const python = program && (await pythonOf(program))
  return python ? (options) => openedBy(python, options) : undefined
}
