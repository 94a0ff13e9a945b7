import type { Generated } from 'kysely'

/** What all rooms share: settings and tags. */
export interface CommonTables {
  setting: SettingTable
  user_setting: UserSettingTable
  tag: TagTable
  tagged_item: TaggedItemTable
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
