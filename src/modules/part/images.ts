import { invalid } from '#contract/errors.ts'
import { uploadIn } from '#contract/files.ts'
import { sitePrefix } from '#contract/site.ts'
import type { Change } from '#crud/definition.ts'
import { formOf, mediaURL } from '#framework/files/names.ts'
import { storePicture } from '#framework/files/pictures.ts'

const BLANK = '/static/img/blank_image.thumbnail.png'
const FOLDER = 'part_images'

/** The address of the image of a part or a company; null where it has none. */
export const imageURL = (stored: string | null): string | null => mediaURL(stored)

/**
 * The address of the small form of an image; a blank one where there is none (docs/behaviour/part.md#json,
 * docs/behaviour/part.md#images).
 */
export const thumbnailURL = (stored: string | null): string =>
  stored ? mediaURL(formOf(stored, 'thumbnail'))! : sitePrefix() + BLANK

/**
 * Puts the picture of a part among the values to write: one that was sent, that of the original, or one that is there
 * already; the last of these counts (docs/behaviour/part.md#creating).
 *
 * @throws 400 where a picture is named that is not there
 */
export async function choosePicture({
  context: { files },
  db,
  before,
  body,
  values
}: Change<'part', 'part'>): Promise<void> {
  const upload = uploadIn(body.image)
  if (upload !== undefined) values.image = upload && (await storePicture(files, FOLDER, upload))
  if (!before && body.duplicate?.copy_image) {
    Object.assign(
      values,
      await db.selectFrom('part').select('image').where('id', '=', body.duplicate.original).executeTakeFirst()
    )
  }
  if (body.existing_image === undefined) return
  const name = body.existing_image.split(/[/\\]/).at(-1)!
  const path = `${FOLDER}/${name}`
  if (['', '.', '..'].includes(name) || !(await files.has(path)))
    throw invalid({ existing_image: ['Image file does not exist'] })
  values.image = path
}
