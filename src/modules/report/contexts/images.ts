// Pictures and other files as addresses with the data in them, since a page on paper loads nothing.
import { readFile } from 'node:fs/promises'
import { sitePrefix } from '#contract/site.ts'
import { dictionary } from '#db/dictionary.ts'
import { formOf, mediaURL, splitName } from '#framework/files/names.ts'
import { isNote, staysInside } from '#framework/files/paths.ts'
import { pagePNG } from '#framework/files/pictures.ts'
import type { MediaStorage } from '#framework/files/storage.ts'
import type { PictureOptions } from '#template/services.ts'

/** Larger files are not put into pages. */
const MAX_BYTES = 20_000_000
const STATIC = new URL('../../../../static/', import.meta.url)
/** Where files for templates lie below the media folder. */
const FOR_TEMPLATES = 'report/'
const ASSETS = `${FOR_TEMPLATES}assets`
/** What a drawing has near its beginning. */
const SVG = /<svg[\s>]/i

const TYPES: Readonly<Record<string, string>> = dictionary({
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  css: 'text/css',
  ttf: 'font/ttf',
  otf: 'font/otf',
  woff: 'font/woff',
  woff2: 'font/woff2'
})

const address = (type: string, bytes: Buffer): string => `data:${type};charset=utf-8;base64,${bytes.toString('base64')}`

/** The files that one print shows; each is read once. */
export class PageFiles {
  readonly #media: MediaStorage
  readonly #debug: boolean
  readonly #known = new Map<string, Promise<string | undefined>>()

  /** @param debug whether addresses are shown in place of data */
  constructor(media: MediaStorage, debug: boolean) {
    this.#media = media
    this.#debug = debug
  }

  #once(key: string, load: () => Promise<string | undefined>): Promise<string | undefined> {
    const found = this.#known.get(key) ?? load()
    this.#known.set(key, found)
    return found
  }

  /** The bytes of an uploaded file; undefined where there is none, or its path leads elsewhere. */
  async #read(path: string): Promise<Buffer | undefined> {
    if (!path || !staysInside(path) || path.split('/').some(isNote)) return undefined
    return await this.#media.read(path, MAX_BYTES)
  }

  /**
   * An uploaded picture; an empty path stands for the one that says that there is none.
   *
   * @returns undefined where it is none
   */
  picture(path: string, options: PictureOptions): Promise<string | undefined> {
    return this.#once(JSON.stringify([path, options]), async () => {
      const bytes = await this.#pictureBytes(path, options)
      if (!bytes) return undefined
      if (this.#debug) return path ? mediaURL(path)! : `${sitePrefix()}/static/img/blank_image.png`
      const png = await pagePNG(bytes, options)
      return png && address('image/png', png)
    })
  }

  async #pictureBytes(path: string, { form }: PictureOptions): Promise<Buffer | undefined> {
    if (!path) return readFile(new URL('img/blank_image.png', STATIC))
    return (form && (await this.#read(formOf(path, form)))) || this.#read(path)
  }

  /** The picture of a record, another one, or that which says that there is none. */
  async pictureOr(path: string | null, options: PictureOptions): Promise<string> {
    for (const candidate of [path, options.replacement]) {
      const found = candidate ? await this.picture(candidate, options) : undefined
      if (found !== undefined) return found
    }
    return (await this.picture('', options)) ?? ''
  }

  /**
   * A drawing among the uploaded files, or any file that was uploaded for templates; undefined where there is none.
   * Other files, such as attachments of records, do not become part of a page.
   */
  drawing(path: string): Promise<string | undefined> {
    return this.#once(`svg ${path}`, async () => {
      const bytes = await this.#read(path)
      const fits = path.startsWith(FOR_TEMPLATES) || SVG.test(bytes?.toString('latin1', 0, 2000) ?? '')
      return bytes && fits ? address('image/svg+xml', bytes) : undefined
    })
  }

  /** A file that was uploaded for templates; undefined where there is none. */
  asset(name: string): Promise<string | undefined> {
    return this.#once(`asset ${name}`, async () => {
      const path = `${ASSETS}/${name}`
      const bytes = await this.#read(path)
      if (!bytes) return undefined
      if (this.#debug) return mediaURL(path)!
      const type = TYPES[splitName(name).ending.slice(1).toLowerCase()] ?? 'application/octet-stream'
      return `data:${type};base64,${bytes.toString('base64')}`
    })
  }

  /** The logo of the server. */
  async logo(): Promise<string> {
    if (this.#debug) return '/static/img/inventree.png'
    const read = async (): Promise<string> => address('image/png', await readFile(new URL('img/inventree.png', STATIC)))
    return (await this.#once('logo', read))!
  }

  /** A style sheet with the font that draws icons. */
  async iconFonts(family: string): Promise<string> {
    const read = async (): Promise<string> => {
      const font = await readFile(new URL('tabler-icons/tabler-icons.woff2', STATIC))
      return `<style>@font-face { font-family: '${family}'; src: url('data:font/woff2;base64,${font.toString('base64')}'); }
.icon { font-family: '${family}'; font-style: normal; font-weight: normal; line-height: 1; }</style>`
    }
    return (await this.#once('fonts', read))!
  }
}
