import { flag, flags, license, versionText } from './about.ts'
import { health, info, version } from './info.ts'
import { schema } from './schema.ts'

/** The server room: what this server is, and its contract. */
export const serverRoom = {
  root_retrieve: info,
  version_retrieve: version,
  version_text_list: versionText,
  license_retrieve: license,
  flags_list: flags,
  flags_retrieve: flag,
  system_health_retrieve: health,
  schema_retrieve: schema
}
