/** A bucket of an object store that speaks as S3 does, and how it is reached. */
export interface BucketConfig {
  /** Where the store answers, without a slash at the end. */
  endpoint: string
  region: string
  bucket: string
  /** What the keys of all files begin with, without slashes around it. */
  location: string
  accessKey: string
  secretKey: string
  /** Who else may read what is written, by the store's own word; null where the store decides. */
  acl: string | null
  /** Whether the store has to show a certificate that somebody known has signed. */
  verifySSL: boolean
  /** Whether the bucket stands before the host rather than in the path. */
  virtual: boolean
  /** For how many seconds a link is good by which browsers fetch a file from the store; 0 where this server passes it on. */
  linkSeconds: number
  /** Where browsers reach the store. */
  linkEndpoint: string
  /** How long the store may be silent, in seconds. */
  timeout: number
}
