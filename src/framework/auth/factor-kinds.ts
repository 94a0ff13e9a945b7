/** The kinds of second factors, in the order in which the configuration of pages names them. */
export const FACTOR_KINDS = ['totp', 'recovery_codes', 'webauthn'] as const
export type FactorKind = (typeof FACTOR_KINDS)[number]
