import { readFileSync } from 'node:fs'

/** The release of the reference server whose API this one answers; clients read it as the version of the server. */
export const COMPATIBLE_WITH = '1.5.0'

/** The version of the API that the contract describes. */
export const API_VERSION = 534

/** The version of this software. */
export const VERSION: string = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version
