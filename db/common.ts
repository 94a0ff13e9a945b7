import type { Generated } from 'kysely'
import type { Flag } from './tables.ts'

/** What all rooms share: settings, tags and project codes. */
export interface CommonTables {
  setting: SettingTable
  user_setting: UserSettingTable
  tag: TagTable
  tagged_item: TaggedItemTable
  project_code: ProjectCodeTable
}

export interface SettingTable {
  id: Generated<number>
  key: string
  value: string
}

export interface UserSettingTable {
  id: Generated<number>
  key: string
  value: string
  user_id: number
}

export interface TagTable {
  id: Generated<number>
  name: string
  slug: string
}

export interface TaggedItemTable {
  id: Generated<number>
  tag_id: number
  /** The model name, for example `part`. */
  model: string
  object_id: number
}

export interface ProjectCodeTable {
  id: Generated<number>
  code: string
  description: Generated<string>
  active: Generated<Flag>
  /** An owner. */
  responsible_id: number | null
  metadata: string | null
}
