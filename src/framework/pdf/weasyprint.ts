// WeasyPrint, the program that sets pages for InvenTree itself: for whoever wants them the same to the hair.
import { spawn } from 'node:child_process'
import { open, rm } from 'node:fs/promises'
import { firstProgram, onPath } from './find.ts'
import { workFolder } from './folder.ts'
import { layFonts } from './fonts.ts'
import { PrintFailed } from './press.ts'

/** How long one document may take, in ms: it is ten times as slow as a browser. */
const PATIENCE = 180_000

/** How large a PDF may be, in bytes. */
const LARGEST = 200 * 1024 * 1024

/** What it is run with: its own program would load whatever a page names, files of the machine among them. */
const SCRIPT = `
import sys, weasyprint
def fetcher(url, *args, **more):
    if url.lower().startswith('data:'):
        return weasyprint.default_url_fetcher(url)
    raise ValueError('refused')
page = weasyprint.HTML(string=sys.stdin.buffer.read().decode('utf-8'), url_fetcher=fetcher)
sys.stdout.buffer.write(page.write_pdf())
`

export interface WeasyPrint {
  /** Sets a document as PDF; nothing outside of it is loaded. */
  pdf(html: string): Promise<Buffer>
}

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

/** Runs it once. */
function run(python: string, html: string, env: NodeJS.ProcessEnv): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(python, ['-c', SCRIPT], { env, timeout: PATIENCE, killSignal: 'SIGKILL' })
    const made: Buffer[] = []
    let [size, said] = [0, '']
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > LARGEST) child.kill('SIGKILL')
      else made.push(chunk)
    })
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2000)
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(made))
      else reject(new PrintFailed(`WeasyPrint failed: ${said.trim().split('\n').at(-1) || 'it took too long'}`))
    })
    child.stdin.on('error', () => undefined)
    child.stdin.end(html)
  })
}

/** Looks for it on the path; undefined where it is not there. */
export async function weasyprintOf(): Promise<WeasyPrint | undefined> {
  const program = await firstProgram(onPath(['weasyprint']))
  const python = program && (await pythonOf(program))
  if (!python) return undefined
  return {
    pdf: async (html) => {
      const folder = await workFolder()
      try {
        const fonts = await layFonts(`${folder}/fonts`)
        return await run(python, html, { PATH: process.env.PATH, HOME: folder, TMPDIR: folder, ...fonts })
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    }
  }
}
