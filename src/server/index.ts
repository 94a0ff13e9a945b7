import { health, info, version } from './info.ts'
import { schema } from './schema.ts'

/** The server room: what this server is, and its contract. */
export const serverRoom = { root_retrieve: info, version_retrieve: version, system_health_retrieve: health, schema_retrieve: schema }
