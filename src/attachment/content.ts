import type { FileStore } from '#contract/files.ts'
import type { Upload } from '#contract/media.ts'
import { safeName, splitName } from '#src/media/names.ts'
import { smallPNG } from '#src/media/pictures.ts'
import { sanitiseSVG } from '#src/media/svg.ts'

/** What is kept of a file that was sent. */
interface Content {
  bytes: Buffer | string
  /** A small form, where it is a picture. */
  thumbnail: Buffer | undefined
}

/** What is kept of the bytes of a file: a drawing (SVG) loses scripts and whatever else could run. */
const harmless = ({ filename, bytes }: Upload): Promise<string> | Buffer => /\.svgz?$/i.test(filename) ? sanitiseSVG(bytes.toString()) : bytes

async function contentOf (upload: Upload): Promise<Content> {
  const bytes = await harmless(upload)
  return { bytes, thumbnail: typeof bytes === 'string' ? undefined : await smallPNG(bytes) }
}

/**
 * Stores a file that was sent, whatever is in it.
 *
 * @param folder below the media folder
 * @returns its path
 */
export const storeFile = async (files: FileStore, folder: string, upload: Upload): Promise<string> => await files.store(folder, safeName(upload.filename), await harmless(upload))

const prepared = new WeakMap<Upload, Promise<Content>>()

function content (upload: Upload): Promise<Content> {
  let made = prepared.get(upload)
  if (!made) prepared.set(upload, made = contentOf(upload))
  return made
}

/** Does what takes long with a file before a transaction begins. Every file may be attached: nothing is ever wrong with one. */
export async function prepareAttachment (upload: Upload): Promise<undefined> {
  await content(upload)
}

/**
 * Stores a file that was sent, and its small form.
 *
 * @returns the columns of the attachment that tell of it
 */
export async function storeAttachment (files: FileStore, upload: Upload, model: string, id: number) {
  const { bytes, thumbnail } = await content(upload)
  const name = safeName(upload.filename)
  return {
    attachment: await files.store(`attachments/${model}/${id}`, name, bytes),
    thumbnail: thumbnail ? await files.store('', `thumb_${splitName(name).stem}.png`, thumbnail) : null,
    is_image: thumbnail ? 1 : 0,
    file_size: Buffer.byteLength(bytes)
  }
}

/** What the columns hold where there is no file. */
export const NO_FILE = { attachment: null, thumbnail: null, is_image: 0, file_size: 0 }
