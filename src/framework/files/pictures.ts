import type { FileStore } from '#contract/files.ts'
import type { Upload } from '#contract/media.ts'
import { WorkQueue } from '#framework/queue.ts'
import type { Sharp, SharpOptions } from 'sharp'
import { safeName, splitName } from './names.ts'

/**
 * The small forms of a picture, by the word in their names, with the square that they fit into, in pixels
 * (docs/behaviour/part.md#images).
 */
const SIZES = { preview: 256, thumbnail: 128 }
export const FORMS = Object.keys(SIZES) as (keyof typeof SIZES)[]

type Forms = Record<keyof typeof SIZES, Buffer>

/** The formats that are decoded; whatever else the library could read is not let near it. */
const LOADERS = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Tiff', 'Heif'].map((format) => `VipsForeignLoad${format}Buffer`)
const ENDINGS = ['avif', 'bmp', 'gif', 'j2k', 'jfif', 'jp2', 'jpe', 'jpeg', 'jpg', 'png', 'tif', 'tiff', 'webp']

/** Larger pictures are not decoded: a small file can hold enough of them to fill the memory. */
const MAX_PIXELS = 64_000_000
/** The format whose decoding takes ten times as long and as much memory. */
const MAX_AVIF_PIXELS = 16_000_000

/** How long the decoding of one picture may take, in seconds. */
const PATIENCE = 10

/**
 * One picture is decoded at a time, which takes up to 300 MB and one of the few threads that files are read by; so many
 * may wait.
 */
const decoding = new WorkQueue(
  { running: 1, waiting: 100 },
  { detail: 'The server is at work on as many pictures as it can be. Try again in a minute.', seconds: 30 }
)

async function loadLibrary() {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: LOADERS })
  return sharp
}

let loading: ReturnType<typeof loadLibrary> | undefined

/** The library is loaded with the first picture: it costs as much memory as half of the server. */
const library = () => (loading ??= loadLibrary())

async function open(bytes: Buffer, more: SharpOptions = {}): Promise<Sharp> {
  const sharp = await library()
  return sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PIXELS, ...more })
}

/** Makes a picture fit into a square; a smaller one stays as it is. */
const fit = (picture: Sharp, size: number): Sharp =>
  picture.resize({ width: size, height: size, fit: 'inside', withoutEnlargement: true })

/** A picture as pixels, at most so large; undefined where the bytes are no picture that can be decoded. */
const decoded = (bytes: Buffer, size: number) =>
  decoding.run(async () => {
    try {
      const image = await open(bytes)
      const { format, width, height } = await image.metadata()
      if (format === 'heif' && width * height > MAX_AVIF_PIXELS) return undefined
      const upright = image.timeout({ seconds: PATIENCE }).autoOrient()
      const { data, info } = await fit(upright, size).raw().toBuffer({ resolveWithObject: true })
      return {
        format: format === 'heif' ? ('avif' as const) : format,
        data,
        raw: { width: info.width, height: info.height, channels: info.channels }
      }
    } catch {
      return undefined
    }
  })

/** What a JPEG 2000 begins with: as a file, and as the bare stream of its content. */
const JPEG_2000 = ['0000000c6a5020200d0a870a', 'ff4fff51']
/** How long the second header of a bitmap is, in each version of the format. */
const BITMAP_HEADERS = [12, 40, 52, 56, 64, 108, 124]
/** The two headers of a bitmap, as far as they are looked at, with the width and height of the shortest second one. */
const BITMAP_START = 26

/** Only two letters mark a bitmap, so what it says of itself must make sense too. */
function isBitmap(bytes: Buffer): boolean {
  if (bytes.length < BITMAP_START || bytes.toString('latin1', 0, 2) !== 'BM') return false
  const size = bytes.readUInt32LE(2)
  const pixelsFrom = bytes.readUInt32LE(10)
  const header = bytes.readUInt32LE(14)
  return size <= bytes.length && pixelsFrom < bytes.length && BITMAP_HEADERS.includes(header)
}

/** Bitmaps and JPEG 2000, which nothing here decodes, by what they begin with. */
function isOtherPicture(bytes: Buffer): boolean {
  const hex = bytes.subarray(0, 12).toString('hex')
  return JPEG_2000.some((start) => hex.startsWith(start)) || isBitmap(bytes)
}

/**
 * The small forms of a picture in its own format; undefined where it is none. What cannot be decoded stands in for its
 * own small forms.
 */
async function formsOf(bytes: Buffer): Promise<Forms | undefined> {
  const picture = await decoded(bytes, SIZES.preview)
  if (!picture) {
    if (!isOtherPicture(bytes)) return undefined
    return { preview: bytes, thumbnail: bytes }
  }
  const small = async (size: number) => {
    const pixels = await open(picture.data, { raw: picture.raw })
    return await fit(pixels, size).toFormat(picture.format).toBuffer()
  }
  return { preview: await small(SIZES.preview), thumbnail: await small(SIZES.thumbnail) }
}

const known = new WeakMap<Upload, Promise<Forms | undefined>>()

/** The small forms of a picture that was sent, worked out once; undefined where it is none. */
export function pictureIn(upload: Upload): Promise<Forms | undefined> {
  const earlier = known.get(upload)
  if (earlier) return earlier
  const forms = formsOf(upload.bytes)
  known.set(upload, forms)
  return forms
}

/** What is wrong with a file that shall be a picture. */
export async function pictureProblem(upload: Upload): Promise<string | undefined> {
  if (!(await pictureIn(upload)))
    return 'Upload a valid image. The file you uploaded was either not an image or a corrupted image.'
  const ending = splitName(safeName(upload.filename)).ending.slice(1).toLowerCase()
  if (ENDINGS.includes(ending)) return undefined
  return `File extension “${ending}” is not allowed. Allowed extensions are: ${ENDINGS.join(', ')}.`
}

/**
 * Stores a picture with its small forms.
 *
 * @param upload one that was found to be a picture
 * @param name what to call it; the name it was sent with unless given
 * @returns the path below the media folder
 */
export async function storePicture(
  files: FileStore,
  folder: string,
  upload: Upload,
  name = upload.filename
): Promise<string> {
  return await files.store(folder, safeName(name), upload.bytes, await pictureIn(upload))
}

/**
 * A picture as PNG that fits into a square of 256 pixels; undefined where the bytes are no picture that can be decoded.
 */
export async function smallPNG(bytes: Buffer): Promise<Buffer | undefined> {
  const picture = await decoded(bytes, SIZES.preview)
  if (!picture) return undefined
  const pixels = await open(picture.data, { raw: picture.raw })
  return await pixels.png().toBuffer()
}

/** How a picture is to be changed; pixels, and degrees clockwise. What is missing stays as it is. */
export interface PictureChange {
  width?: number | undefined
  height?: number | undefined
  rotate?: number | undefined
}

/** No page shows a picture with more pixels on a side. */
const MAX_SIDE = 2000

/**
 * A picture as PNG, upright, in another size where one is asked for; undefined where the bytes are no picture that can
 * be decoded.
 */
export async function pagePNG(bytes: Buffer, change: PictureChange): Promise<Buffer | undefined> {
  const picture = await decoded(bytes, MAX_SIDE)
  if (!picture) return undefined
  const side = (length: number | undefined): number | undefined =>
    length === undefined || length < 1 ? undefined : Math.min(MAX_SIDE, length)
  const [width, height] = [side(change.width), side(change.height)]
  let made = await open(picture.data, { raw: picture.raw })
  if (width !== undefined || height !== undefined) made = made.resize({ width, height, fit: 'fill' })
  // The reference counts degrees the other way round.
  if (change.rotate) made = made.rotate(-change.rotate, { background: { r: 0, g: 0, b: 0, alpha: 0 } })
  return await made.png().toBuffer()
}
