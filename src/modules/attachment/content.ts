import type { FileStore } from '#contract/files.ts'
import type { Upload } from '#contract/media.ts'
import { FileRefused, harmless } from '#framework/files/drawings.ts'
import { safeName, splitName } from '#framework/files/names.ts'
import { smallPNG } from '#framework/files/pictures.ts'

/** What is kept of a file that was sent. */
interface Content {
  bytes: Buffer | string
  /** A small form, where it is a picture. */
  thumbnail: Buffer | undefined
}

async function contentOf(upload: Upload): Promise<Content> {
  const bytes = await harmless(upload)
  return { bytes, thumbnail: typeof bytes === 'string' ? undefined : await smallPNG(bytes) }
}

/**
 * Stores a file that was sent and prepared, whatever is in it.
 *
 * @param folder below the media folder
 * @returns its path
 */
export const storeFile = async (files: FileStore, folder: string, upload: Upload): Promise<string> =>
  await files.store(folder, safeName(upload.filename), (await content(upload)).bytes)

const prepared = new WeakMap<Upload, Promise<Content>>()

function content(upload: Upload): Promise<Content> {
  let made = prepared.get(upload)
  if (!made) prepared.set(upload, (made = contentOf(upload)))
  return made
}

/**
 * Does what takes long with a file before a transaction begins. Tells what is wrong with it: every file may be attached
 * that can be made harmless.
 */
export async function prepareAttachment(upload: Upload): Promise<string | undefined> {
  try {
    await content(upload)
  } catch (error) {
    if (error instanceof FileRefused) return error.message
    throw error
  }
  return undefined
}

/**
 * Stores a file that was sent, and its small form.
 *
 * @returns the columns of the attachment that tell of it
 */
export async function storeAttachment(files: FileStore, upload: Upload, model: string, id: number) {
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
