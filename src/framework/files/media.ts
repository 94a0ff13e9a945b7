import type { Places } from '#framework/places.ts'
import { MediaBucket } from './bucket/bucket.ts'
import { MediaFolder } from './folder.ts'
import type { MediaStorage } from './storage.ts'

/** Of the configuration, what says where uploaded files lie. */
export type MediaPlace = Pick<Places, 'mediaRoot' | 'mediaTarget' | 'bucket'>

/** Buckets that were asked for already, by what says where they are: each has its connections. */
const buckets = new Map<string, MediaBucket>()

/** Where uploaded files lie by the configuration. */
export function mediaOf({ mediaRoot, mediaTarget, bucket }: MediaPlace): MediaStorage {
  if (mediaTarget !== 's3' || !bucket) return new MediaFolder(mediaRoot)
  const key = JSON.stringify(bucket)
  const known = buckets.get(key) ?? new MediaBucket(bucket)
  buckets.set(key, known)
  return known
}
