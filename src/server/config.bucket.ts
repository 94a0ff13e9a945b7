import type { BucketConfig } from '#framework/files/bucket/config.ts'
import { choice, ConfigError, whole, yesOrNo, type Environment } from './config.values.ts'

/** Where uploaded files lie: in a folder, or in a bucket. */
const TARGETS = ['local', 's3'] as const

/** Below which prefix files lie where nothing else is said; that of the reference server. */
const LOCATION = 'inventree-server'

/** What a bucket may be called. */
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/

/** What the keys of files may begin with: steps of letters, digits and a few signs. */
const STEPS = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/

const ACLS = [
  'private',
  'public-read',
  'public-read-write',
  'authenticated-read',
  'aws-exec-read',
  'bucket-owner-read',
  'bucket-owner-full-control'
] as const

function required(env: Environment, name: string, what: string): string {
  const text = env[name]?.trim()
  if (!text) throw new ConfigError(`${name} is not set, but a bucket needs ${what}.`)
  return text
}

/** The address of a store, without a slash at the end. */
function endpoint(env: Environment, name: string, initial: string): string {
  const text = env[name]?.trim() || initial
  if (!/^https?:\/\/[^/\s?#@]+(?:\/[^\s?#]*)?$/.test(text) || !URL.canParse(text))
    throw new ConfigError(`${name} is "${text}", but must be a web address such as https://s3.example.org.`)
  return text.replace(/(?<!\/)\/+$/, '')
}

function readBucket(env: Environment): BucketConfig {
  const name = 'INVENTREE_S3_BUCKET_NAME'
  const bucket = required(env, name, 'a name')
  if (!BUCKET.test(bucket))
    throw new ConfigError(`${name} is "${bucket}", but must be made of small letters, digits, dots and hyphens.`)
  const location = (env.INVENTREE_S3_LOCATION?.trim() || LOCATION).replace(/^\/|\/$/g, '')
  if (!STEPS.test(location))
    throw new ConfigError(
      `INVENTREE_S3_LOCATION is "${location}", but must be made of letters, digits and . _ -, with slashes in between.`
    )
  const region = env.INVENTREE_S3_REGION_NAME?.trim() || 'us-east-1'
  const at = endpoint(env, 'INVENTREE_S3_ENDPOINT_URL', `https://s3.${region}.amazonaws.com`)
  return {
    endpoint: at,
    region,
    bucket,
    location,
    accessKey: required(env, 'INVENTREE_S3_ACCESS_KEY', 'an access key'),
    secretKey: required(env, 'INVENTREE_S3_SECRET_KEY', 'a secret key'),
    acl: env.INVENTREE_S3_DEFAULT_ACL?.trim() ? choice(env, 'INVENTREE_S3_DEFAULT_ACL', ACLS) : null,
    verifySSL: yesOrNo(env, 'INVENTREE_S3_VERIFY_SSL', true),
    virtual: yesOrNo(env, 'INVENTREE_S3_VIRTUAL', false),
    linkSeconds: whole(env, 'INVENTREE_S3_LINK_SECONDS', 0, [0, 3600], 'a number of seconds'),
    linkEndpoint: endpoint(env, 'INVENTREE_S3_LINK_ENDPOINT_URL', at),
    timeout: whole(env, 'INVENTREE_S3_TIMEOUT', 10, [1, 60], 'a number of seconds')
  }
}

/**
 * Reads where uploaded files lie.
 *
 * @throws ConfigError with a sentence that says which value is wrong
 */
export function readMediaTarget(env: Environment): {
  mediaTarget: (typeof TARGETS)[number]
  bucket: BucketConfig | null
} {
  const mediaTarget = choice(env, 'INVENTREE_STORAGE_TARGET', TARGETS)
  return { mediaTarget, bucket: mediaTarget === 's3' ? readBucket(env) : null }
}
