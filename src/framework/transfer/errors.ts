/** A file that cannot be taken; the message is a sentence for whoever wanted it imported. Nothing has been changed. */
export class TransferError extends Error {
  override name = 'TransferError'
}
