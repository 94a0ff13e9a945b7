// The second engine: how its Python is spoken to, with a stand-in for the package; `make print-check` prints with the real one.
import t, { type Test } from 'tap'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { firstProgram, onPath } from '#framework/pdf/find.ts'
import { weasyprintOf } from '#framework/pdf/weasyprint.ts'

const python = await firstProgram(onPath(['python3']))
const options = python ? {} : { skip: 'python3 is missing' }

/** How versions load what a page names: those of today by an object that they look into, those before by a function. */
const LOADING = {
  object: `
class URLFetcherResponse:
    def __init__(self, url, body, headers): self.body = body
class URLFetcher:
    def __init__(self, allowed_protocols, allow_redirects): self._fail_on_errors = False
    def fetch(self, url, headers=None): return URLFetcherResponse(url, b'given', {})
    def __call__(self, url): return self.fetch(url)
def load(fetcher, url):
    fetcher._fail_on_errors
    return fetcher(url).body
`,
  function: `
def load(fetcher, url): return fetcher(url)['string']
`
}

/** A package that "sets" a page by saying what became of each address in it. */
const PACKAGE = `
import os, sys, time
from . import urls
def default_url_fetcher(url): return {'string': b'given', 'mime_type': 'text/plain'}
class HTML:
    def __init__(self, string, url_fetcher): self.string, self.fetcher = string, url_fetcher
    def write_pdf(self):
        print('talk of its own')
        if 'crash' in self.string:
            print('it fell', file=sys.stderr)
            sys.stderr.flush()
            os._exit(3)
        if 'wrong' in self.string: raise KeyError('wrong')
        if 'pid' in self.string: return str(os.getpid()).encode()
        said = []
        for url in self.string.split():
            try: said.append(urls.load(self.fetcher, url).decode())
            except ValueError: said.append('refused')
        return ' '.join(said).encode()
`

/** Puts the stand-in on the path. */
async function press(t: Test, loading: keyof typeof LOADING) {
  const folder = t.testdir()
  mkdirSync(join(folder, 'lib/weasyprint'), { recursive: true })
  writeFileSync(join(folder, 'lib/weasyprint/__init__.py'), PACKAGE)
  writeFileSync(join(folder, 'lib/weasyprint/urls.py'), LOADING[loading])
  writeFileSync(join(folder, 'python'), `#!/bin/sh\nPYTHONPATH=${folder}/lib exec ${python} "$@"\n`)
  writeFileSync(join(folder, 'weasyprint'), `#!${folder}/python\n`)
  for (const name of ['python', 'weasyprint']) chmodSync(join(folder, name), 0o755)
  const { PATH } = process.env
  process.env.PATH = `${folder}:${PATH}`
  const weasyprint = await weasyprintOf()
  process.env.PATH = PATH
  const opened = await weasyprint!({ fetchUrls: true })
  t.teardown(() => opened.close())
  return opened
}

for (const loading of ['object', 'function'] as const)
  t.test(`what a page names is refused but for data, where versions load by an ${loading}`, options, async (t) => {
    const { pdf } = await press(t, loading)
    const page = 'data:,x DATA:,x file:///etc/hostname http://127.0.0.1:9/x ftp://1.1.1.1/x nonsense'
    t.equal((await pdf(page)).toString(), 'given given refused refused refused refused')
    t.equal((await pdf('data:,x')).toString(), 'given', 'one document after the other')
  })

t.test('a document that fails says why, and the next is set', options, async (t) => {
  const { pdf } = await press(t, 'object')
  await t.rejects(pdf('wrong'), { name: 'PrintFailed', message: /^WeasyPrint failed: KeyError: 'wrong'$/ })
  t.equal((await pdf('data:,x')).toString(), 'given')
  await t.rejects(pdf('crash'), { name: 'PrintFailed', message: /^WeasyPrint failed: it fell$/ })
  await t.rejects(pdf('data:,x'), { name: 'PrintFailed' }, 'it is not waited for when it is gone')
})

t.test('nothing of it is left when the job is over', options, async (t) => {
  const { pdf, close } = await press(t, 'object')
  const pid = Number((await pdf('pid')).toString())
  t.doesNotThrow(() => process.kill(pid, 0))
  await close()
  await sleep(50)
  t.throws(() => process.kill(pid, 0))
})
