// The panel of attachments of a record.
import { address, get, send } from './asking.js'
import { openForm } from './drawing.js'

const LIST = '/api/attachment/'

/** Opens the form for another attachment; the file is chosen in it. */
export async function openUpload(model_type, model_id) {
  await openForm(LIST, { model_type, model_id })
}

/** The attachments of a record, each with what is in its file. */
export async function attachmentsOf(model_type, model_id) {
  const { results } = await get(`${LIST}?model_type=${model_type}&model_id=${model_id}&limit=25&offset=0`)
  return Promise.all(
    results.map(async ({ pk, attachment, comment }) => ({
      pk,
      comment,
      content: await (await fetch(address(attachment))).text()
    }))
  )
}

/** Gives an attachment another comment. */
export const editAttachment = (pk, comment) => send('PATCH', `${LIST}${pk}/`, { comment })

/** Deletes attachments: the one, or those that were marked in the table. */
export const deleteAttachments = (items) =>
  items.length === 1 ? send('DELETE', `${LIST}${items[0]}/`) : send('DELETE', LIST, { items })

/** A small picture, as a file. */
async function picture() {
  const canvas = Object.assign(document.createElement('canvas'), { width: 4, height: 4 })
  const content = await new Promise((resolve) => canvas.toBlob(resolve))
  return new File([content], 'picture.png', { type: 'image/png' })
}

async function upload(method, path, fields) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...fields, image: await picture() })) form.append(name, value)
  const { image } = await send(method, path, form)
  const shown = Object.assign(new Image(), { src: address(image) })
  await shown.decode()
}

/** Puts a picture into notes, and shows it. */
export const uploadNotesImage = (model_type, model_id) =>
  upload('POST', '/api/notes-image-upload/', { model_type, model_id })

/** Gives a part a picture, and shows it. */
export const uploadImage = (part) => upload('PATCH', `/api/part/${part}/`, {})
