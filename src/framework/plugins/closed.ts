/** What other plugins do they do with rights of their own, which this one was not granted. */
const OF_OTHERS = ['/api/action/', '/api/locate/']

/** What has secrets of people in its answers is none of a plugin's business. */
const CLOSED = ['/api/user/token', '/api/auth/', '/api/webhooks', '/api/plugins/', ...OF_OTHERS]

/** Whether an address of the API, with nothing in it encoded, is closed to plugins. */
export const isClosed = (address: string): boolean => CLOSED.some((closed) => address.startsWith(closed))
