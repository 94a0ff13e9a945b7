import { older } from '#framework/daily.ts'
import type { Module } from '#framework/module.ts'
import { mailOperations } from './operations.ts'

/** The mail that the server has sent, for whoever looks after it. */
export const mailModule = {
  name: 'mail',
  daily: [{ what: 'old mail', turn: 10, work: older('email_message', 'timestamp', 'INVENTREE_DELETE_EMAIL_DAYS') }],
  jobs: ({ mailer }) => [mailer.job],
  operations: ({ mailer }) => mailOperations(mailer)
} satisfies Module
