/** What is known of a user when they sign in. */
export interface UserRow {
  id: number
  username: string
  password: string
  first_name: string
  last_name: string
  email: string
  is_staff: number
  is_superuser: number
  is_active: number
  last_seen: string | null
}

export const USER_COLUMNS = [
  'user.id',
  'user.username',
  'user.password',
  'user.first_name',
  'user.last_name',
  'user.email',
  'user.is_staff',
  'user.is_superuser',
  'user.is_active',
  'user.last_seen'
] as const
