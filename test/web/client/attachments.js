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

/** Puts a picture into notes. */
export async function uploadNotesImage(model_type, model_id) {
  const canvas = Object.assign(document.createElement('canvas'), { width: 4, height: 4 })
  const picture = await new Promise((resolve) => canvas.toBlob(resolve))
  const form = new FormData()
  for (const [name, value] of Object.entries({ image: new File([picture], 'notes.png'), model_type, model_id }))
    form.append(name, value)
  const { image } = await send('POST', '/api/notes-image-upload/', form)
  const shown = Object.assign(new Image(), { src: address(image) })
  await shown.decode()
}
