import type { Places } from '#framework/places.ts'
import { MediaFolder } from './folder.ts'
import type { MediaStorage } from './storage.ts'

/** Of the configuration, what says where uploaded files lie. */
export type MediaPlace = Pick<Places, 'mediaRoot'>

/** Where uploaded files lie by the configuration. */
export const mediaOf = ({ mediaRoot }: MediaPlace): MediaStorage => new MediaFolder(mediaRoot)
