/** What has secrets of people in its answers is none of a plugin's business. */
const CLOSED = ['/api/user/token', '/api/user/tokens', '/api/auth/', '/api/webhooks', '/api/plugins/']

/** Whether an address of the API is closed to plugins. */
export const isClosed = (address: string): boolean => CLOSED.some((closed) => address.startsWith(closed))
