import { withApi } from './api.ts'
import { command } from './command.ts'
import { userNamed } from './named.ts'
import { note, say } from './terminal.ts'

export const userResetLink = command({
  words: 'NAME',
  summary: 'Make a link with which a user sets a new password',
  more: `The link is printed, and sent to the address of the user, where there is one and a mail server; a running server sends it. It is good for three
days, and once. It begins with INVENTREE_SITE_URL, or else with the address of the server on this machine.`,
  examples: ['user reset-link mara'],
  run: ([username], _options, config) =>
    withApi(config, async ({ db, local, ask }) => {
      const user = await userNamed(db, username!)
      const { link, sent_to } = await ask('POST', `/api/user/${user.id}/reset-link/`)
      if (config.siteURL === null && link.startsWith(`${local}/`))
        note('INVENTREE_SITE_URL is not set: the link may have to begin with another address.')
      say(link)
      if (sent_to !== null) say(`It is sent to ${sent_to}.`)
    })
})
