import { EventEmitter } from 'node:events'

/**
 * Tells (`stored`) that this process has just stored something in a database, so that who waits for that looks before
 * their time. What other processes store it does not tell.
 */
export const storage = new EventEmitter<{ stored: [] }>().setMaxListeners(0)

const WRITES = /^\s*(insert|update|delete)\b/i

/** Whether a statement writes, also one that gives rows. */
export const isWriting = (text: string): boolean => WRITES.test(text)
