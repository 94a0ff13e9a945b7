import type { Module } from '#framework/module.ts'
import { deliveries } from './delivery.ts'
import { webhookListener } from './events.ts'
import { forgetDeliveries } from './old.ts'
import { sendJob } from './send.ts'
import { webhooks } from './webhook.ts'

/** Webhooks: who elsewhere is told of changes. */
export const webhookModule = {
  name: 'webhook',
  models: {
    webhook: { table: 'webhook', className: 'Webhook', rulesets: [], api: '/api/webhooks/' }
  },
  daily: [{ what: 'old deliveries of webhooks', turn: 10, work: forgetDeliveries }],
  jobs: (materials) => [sendJob(materials)],
  listeners: () => [webhookListener],
  operations: (materials) => ({
    ...webhooks(materials.vault, materials.config.webhooksAnywhere ?? false).operations,
    ...deliveries(materials)
  })
} satisfies Module
