// Part of `make lint`: every link between pages, and every page or file that a comment or a text names, is in the
// repository. Nobody outside can follow what is not.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What is read: texts that people write. */
const READ =
  /\.(?:ts|mts|mjs|js|md|ya?ml|json|sql|sh|css|html|toml|service)$|(?:^|\/)(?:Makefile|Containerfile)$|^bin\//
/** What is not: files that are made from others or come from elsewhere, and what has to name what it looks for. */
const LEFT_OUT =
  /^generated\/|^clients\/.*\/node_modules\/|package-lock\.json$|tags\.json$|^openapi\/published\.json$|^scripts\/lint\/links\.ts$|^test\/contract\/links\.test\.ts$/

/**
 * Documents that were written beside the repository, and recordings that lie there: a comment says the reason, or links
 * to docs/behaviour.
 */
const ELSEWHERE = [
  /\bbehaviour-[a-z]+(?:-[a-z]+)?(?: \d[\d.]*)?/g,
  /\brecord(?:ing|ings|ed (?:for the detail )?in) (?:core|part|stock|company|build|order|misc|demo)[-/][a-z-]+/gi,
  /\bprint-study\b/g,
  /\b(?:settings|official|endpoints-v|export-fields-v)-?\d+\.json\b/g
]

/** A page that is named, with a heading or without. */
const PAGE = /(?<![\w./:*}-])((?:\.\.?\/)*[\w-][\w./-]*\.md)(?:#([\w-]+))?/g
/** A file of the repository that is named from its root. */
const FILE =
  /(?<![\w./:*}$#-])((?:src|db|test|scripts|openapi|static|bench|deploy|docs)\/[\w./-]+\.(?:ts|js|ya?ml|json|sql|sh|css|html))(?![\w*{-])/g
/** A program that is named by the end of its path: `crud/resource.ts`, `bounds.ts`. */
const PROGRAM = /(?<![\w./:*}$#@-])(?:\.{1,2}\/)*((?:[\w-]+\/)*[\w-][\w.-]*(?<!\.d)\.ts)(?![\w*{-])/g
/** A folder of the repository that is named from its root. */
const FOLDER =
  /(?<![\w./:*}$#-])((?:src|db|test|scripts|openapi|static|bench|deploy|docs)\/(?:[\w-]+\/)+)(?![\w*{<.$…-])/g
/** A link of a page. */
const LINK = /\]\((?!https?:|mailto:)([^)\s#]*)(?:#([^)\s]*))?\)/g

/** A file that is looked at: its name from the root, and what is in it. */
export interface Text {
  file: string
  text: string
}

/** The name under which a heading is linked to, as GitHub and others make it. */
const anchor = (heading: string) =>
  heading
    .replace(/`|\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\- _]/gu, '')
    .replaceAll(' ', '-')

/** A page without its examples. */
const prose = (text: string) => text.replace(/^```[^]*?^```$/gm, (block) => block.replace(/[^\n]/g, ''))

/** The headings of a page, as they are linked to; a second one of a name has a number. */
export function anchors(text: string): Set<string> {
  const found = new Set<string>()
  const times = new Map<string, number>()
  for (const [, heading] of prose(text).matchAll(/^#{1,6} (.*)$/gm)) {
    const name = anchor(heading!)
    const before = times.get(name) ?? 0
    times.set(name, before + 1)
    found.add(before ? `${name}-${before}` : name)
  }
  return found
}

/**
 * What is wrong with the links of files.
 *
 * @param texts the files to look at
 * @param page gives the text of a page, by its name from the root; undefined where there is no such file
 * @param exists whether there is a file or folder of that name
 * @param ends whether there is a file whose path ends so
 */
export function checkLinks(
  texts: readonly Text[],
  page: (file: string) => string | undefined,
  exists: (file: string) => boolean,
  ends: (file: string) => boolean = exists
): string[] {
  const problems: string[] = []
  const known = new Map<string, Set<string>>()
  const has = (file: string, heading: string) => {
    if (!known.has(file)) known.set(file, anchors(page(file) ?? ''))
    return known.get(file)!.has(heading)
  }
  for (const { file, text } of texts) {
    const say = (index: number, what: string) =>
      problems.push(`${file}:${text.slice(0, index).split('\n').length} ${what}`)
    const beside = (target: string) => normalize(join(dirname(file), target)).replace(/\/$/, '')
    for (const pattern of ELSEWHERE)
      for (const match of text.matchAll(pattern))
        say(match.index, `names "${match[0]}", which is not in the repository`)
    for (const match of text.matchAll(PAGE)) {
      const [, target, heading] = match
      const place = [target!, beside(target!)].find(exists)
      if (place === undefined) say(match.index, `names ${target}, which is not in the repository`)
      else if (heading !== undefined && !has(place, heading))
        say(match.index, `links to ${target}#${heading}: there is no such heading`)
    }
    for (const match of text.matchAll(FILE)) {
      if (![match[1]!, beside(match[1]!)].some(exists))
        say(match.index, `names ${match[1]}, which is not in the repository`)
    }
    for (const match of text.matchAll(PROGRAM))
      if (!ends(match[1]!)) say(match.index, `names ${match[1]}, which is not in the repository`)
    for (const match of text.matchAll(FOLDER))
      if (!exists(match[1]!.slice(0, -1))) say(match.index, `names ${match[1]}, which is not in the repository`)
    if (!file.endsWith('.md')) continue
    for (const match of prose(text)
      .replace(/`[^`\n]*`/g, (code) => ' '.repeat(code.length))
      .matchAll(LINK)) {
      const [, target, heading] = match
      const place = target ? beside(target) : file
      if (place.startsWith('..') || !exists(place))
        say(match.index, `links to ${target}, which is not in the repository`)
      else if (heading && place.endsWith('.md') && !target?.endsWith('.md') && !has(place, heading))
        say(match.index, `links to #${heading}: there is no such heading`)
    }
  }
  return [...new Set(problems)]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const listed = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8'
  })
  if (listed.status !== 0) throw new Error(`git does not say which files there are: ${listed.stderr || listed.error}`)
  const there = listed.stdout.split('\0').filter((file) => file && existsSync(join(root, file)))
  const folders = new Set(
    there.flatMap((file) =>
      file
        .split('/')
        .slice(0, -1)
        .map((_, n, parts) => parts.slice(0, n + 1).join('/'))
    )
  )
  const names = new Set(there)
  const endings = new Set(there.flatMap((file) => file.split('/').map((_, n, parts) => parts.slice(n).join('/'))))
  const exists = (file: string) => names.has(file) || folders.has(file)
  const read = (file: string) => readFileSync(join(root, file), 'utf8')
  const texts = there
    .filter((file) => READ.test(file) && !LEFT_OUT.test(file) && statSync(join(root, file)).isFile())
    .map((file) => ({ file, text: read(file) }))
  const page = (file: string) => (exists(file) ? read(file) : undefined)
  const problems = checkLinks(texts, page, exists, (file) => endings.has(file))
  for (const problem of problems) console.log(problem)
  if (problems.length) {
    console.log(`${problems.length} links lead nowhere`)
    process.exitCode = 1
  }
}
