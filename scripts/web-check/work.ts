// What an administrator does with what others left: errors, news, mails that could not be sent.
import assert from 'node:assert/strict'
import { smtpRefusal, until } from '../../test/support/smtp.ts'
import type { Report } from '../support.ts'
import type { WebClient } from './client.ts'
import type { WebServer } from './server.ts'

interface Page {
  results: { pk: number }[]
}

/** Reads a row, deletes it, and deletes the others at once. */
async function empty(client: WebClient, list: string): Promise<number> {
  const { results } = await client.call<Page>('get', `${list}?limit=25&offset=0`)
  const [one, ...others] = results.map(({ pk }) => pk)
  if (one !== undefined) await client.call('send', 'DELETE', `${list}${one}/`)
  if (others.length) await client.call('send', 'DELETE', list, { items: others })
  return results.length
}

/** Goes through the lists of the admin centre. */
export async function checkWork(client: WebClient, report: Report, { mail }: WebServer): Promise<void> {
  await report.check('news are read, errors looked at; both are cleared away', async () => {
    for (const [list, change] of [
      ['/api/news/', { read: true }],
      ['/api/error-report/', undefined]
    ] as const) {
      const { results } = await client.call<Page>('get', `${list}?limit=25&offset=0`)
      assert.ok(results.length >= 3)
      await client.call('get', `${list}${results[0]!.pk}/`)
      if (change) await client.call('send', 'PATCH', `${list}${results[0]!.pk}/`, change)
    }
    await empty(client, '/api/error-report/')
    const { results } = await client.call<Page>('get', '/api/news/?limit=25&offset=0')
    await client.call('send', 'DELETE', '/api/news/', { items: results.map(({ pk }) => pk) })
    client.quiet()
  })

  await report.check('mails are tried, listed and deleted', async () => {
    await client.call('send', 'POST', '/api/admin/email/test/', { email: 'mara@workshop.example' })
    assert.ok((await empty(client, '/api/admin/email/')) > 1)
    client.quiet()
  })

  await report.check('work that waits, or has failed, is listed and dropped', async () => {
    for (const [list, status] of [
      ['pending', 451],
      ['failed', 550]
    ] as const) {
      let tried = 0
      mail.before = () => {
        tried++
        return Promise.reject(smtpRefusal(status, 'Not now'))
      }
      await client.call('send', 'POST', '/api/email/generate/', { email: 'wanda@workshop.example' })
      await client.call('get', '/api/background-task/')
      let items: number[] = []
      await until(async () => {
        const { results } = await client.call<Page>('get', `/api/background-task/${list}/?limit=25&offset=0`)
        items = results.map(({ pk }) => pk)
        return tried > 0 && items.length > 0
      })
      await client.call('send', 'DELETE', `/api/background-task/${list}/`, { items })
    }
    // What is gone is asked for once more by a page that still waits for it.
    await client.call('ask', 'GET', '/api/background-task/0123456789abcdef0123456789abcdef/')
    client.quiet(/^404 GET \/api\/background-task\//)
  })
}
