/** Where files that users uploaded are served. */
const MEDIA = '/media/'
const BLANK = '/static/img/blank_image.thumbnail.png'

/** The address of a part's image; null where it has none. */
export const imageURL = (stored: string | null): string | null => stored ? MEDIA + stored : null

/** The address of the small form of an image; a blank one where there is none (behaviour-part 5, 12). */
export const thumbnailURL = (stored: string | null): string => stored ? MEDIA + stored.replace(/(\.[^./]*)?$/, '.thumbnail$1') : BLANK
