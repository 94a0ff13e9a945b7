import sharp from 'sharp'

/** A file to send. */
export interface SentFile {
  name: string
  content: string | Buffer
  type?: string
}

/**
 * A multipart body and its header, to be spread after the address of a request.
 *
 * @param fields texts and files by the name of their field
 */
export function multipart(fields: Record<string, string | number | SentFile>): [Buffer, Record<string, string>] {
  const parts = Object.entries(fields).map(([field, value]) => {
    const file =
      typeof value === 'object'
        ? `; filename="${value.name.replaceAll('"', '%22')}"\r\nContent-Type: ${value.type ?? 'application/octet-stream'}`
        : ''
    return Buffer.concat([
      Buffer.from(`--edge\r\nContent-Disposition: form-data; name="${field}"${file}\r\n\r\n`),
      typeof value === 'object' ? Buffer.from(value.content) : Buffer.from(String(value)),
      Buffer.from('\r\n')
    ])
  })
  return [
    Buffer.concat([...parts, Buffer.from('--edge--\r\n')]),
    { 'content-type': 'multipart/form-data; boundary=edge' }
  ]
}

/** A picture of one colour. */
export const picture = (
  format: 'png' | 'jpeg' | 'gif' | 'webp' | 'tiff' | 'avif' = 'png',
  width = 400,
  height = 200
): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#c03020' } })
    .toFormat(format)
    .toBuffer()
