import { Vault } from '#auth/tokens.ts'

/** Seals what tests keep sealed. */
export const TEST_VAULT = new Vault('a secret for tests, long enough to be one')
