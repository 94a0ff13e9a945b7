/** What the names of accounts begin with in whose name plugins act; they have no password. */
export const PLUGIN_ACCOUNT = 'plugin-'
