import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  readFileSync,
  unlinkSync,
  writeFileSync
} from 'node:fs'
import { dirname, join } from 'node:path'
import { unreadReason, writeInto } from '#db/folder.ts'
import type { Places } from '#framework/places.ts'
import { Vault } from './tokens.ts'

/**
 * Makes a key. Of two servers that start together one is first; the other takes what it finds, which is never half a
 * key.
 */
function makeKey(file: string): void {
  const own = `${file}.${process.pid}`
  writeInto(dirname(file), () => writeFileSync(own, randomBytes(48).toString('base64') + '\n', { mode: 0o600 }))
  chmodSync(own, 0o600)
  try {
    linkSync(own, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return
    // Some file systems have no second name for a file.
    copyFileSync(own, file, constants.COPYFILE_EXCL)
  } finally {
    unlinkSync(own)
  }
}

/** The part of the configuration that says where the key is. */
export interface VaultConfig extends Pick<Places, 'database' | 'dataFolder'> {
  /** Where the key that seals tokens is kept; in the data folder unless told otherwise. */
  secretKeyFile: string | null
  secretKey: string | null
}

/** Where the key that seals tokens lies, unless the environment has it. */
export const keyFileOf = ({ secretKeyFile, dataFolder }: Pick<VaultConfig, 'secretKeyFile' | 'dataFolder'>): string =>
  secretKeyFile ?? join(dataFolder, 'secret_key.txt')

function readKey(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new Error(`${file}, the key that seals tokens, cannot be read: ${unreadReason(cause)}.`, { cause })
  }
}

/**
 * The vault that seals tokens, with the key from the environment, from its file, or made now.
 *
 * @param config a database in memory has a key in memory
 * @throws where the key file cannot be read or written, or is too short to be a key
 */
export function openVault(config: VaultConfig): Vault {
  if (config.secretKey) return new Vault(config.secretKey)
  if (config.database === ':memory:' && !config.secretKeyFile) return new Vault(randomBytes(48))
  const file = keyFileOf(config)
  if (!existsSync(file)) makeKey(file)
  const secret = readKey(file).trim()
  if (secret.length < 32)
    throw new Error(
      `${file} holds no key: at least 32 characters are expected. Delete it to have a new one made; tokens must then be fetched anew.`
    )
  return new Vault(secret)
}
