// Uploaded files as templates see them.
import { mediaURL } from '#framework/files/names.ts'
import { TemplateObject } from '#template/values.ts'

/** A file below the media folder: its path, with `url` and `name`. */
export class StoredFile extends TemplateObject {
  override readonly className = 'File'
  readonly path: string

  constructor(path: string) {
    super()
    this.path = path
  }

  /** The file that a column names; an empty text where it names none. */
  static of(path: unknown): StoredFile | '' {
    return typeof path === 'string' && path ? new StoredFile(path) : ''
  }

  override get(name: string): unknown {
    if (name === 'url') return mediaURL(this.path)
    return name === 'name' ? this.path : undefined
  }

  override text(): string {
    return this.path
  }
}
