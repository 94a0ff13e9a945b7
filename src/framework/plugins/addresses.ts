/** Where the files stand that a plugin has for pages. */
export const pluginFiles = (key: string): string => `/static/plugins/${key}/`
