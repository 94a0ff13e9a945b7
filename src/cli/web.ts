import { createHash } from 'node:crypto'
import { COMPATIBLE_WITH } from '#framework/version.ts'
import { ArchiveError } from '#server/web/archive.ts'
import type { WebClient } from '#server/web/client.ts'
import { fetchArchive, installClient, installedClient, removeClient } from '#server/web/install.ts'
import { command, JSON_OPTION } from './command.ts'
import { Failure, note, say } from './terminal.ts'

const RELEASE = `https://github.com/inventree/InvenTree/releases/download/${COMPATIBLE_WITH}/frontend-build.zip`

/** Whose it is, in lines for people. */
function shown({ version, commit, licences }: WebClient): string {
  const parts = Object.entries(licences ?? {}).map(([licence, count]) => `${licence} (${count})`)
  return [
    `version ${version}${commit ? `, commit ${commit.slice(0, 12)}` : ''}`,
    'licence MIT, the InvenTree developers',
    ...(parts.length ? [`made of packages under ${parts.join(', ')}`] : [])
  ].join('\n')
}

/** Tells what is wrong with an archive or a folder as a failure of the command. */
async function told<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ArchiveError) throw new Failure(`${what} ${error.message}`)
    throw error
  }
}

export const webInstall = command({
  words: 'FILE|URL',
  summary: "Install a build of InvenTree's web client, which the server then serves at /web",
  options: {
    sha256: { value: 'HASH', help: 'refuse an archive that has another one' },
    'any-version': { help: `take another release than ${COMPATIBLE_WITH} and those that only mend it` }
  },
  more: `FILE is frontend-build.zip, which every release of InvenTree has among its assets. It is looked over before anything is written: what is cut
short, damaged, far too large or something else is refused whole. It takes the place of a build that is there already, also while the server runs.`,
  examples: [
    `web install ${RELEASE}`,
    'web install --sha256 0f3c…9a frontend-build.zip',
    'web install --any-version frontend-build.zip'
  ],
  run: ([source], { sha256, 'any-version': anyVersion = false }, config) =>
    told(`${source} was not installed, and nothing was changed.`, async () => {
      const archive = await fetchArchive(source!)
      const hash = createHash('sha256').update(archive).digest('hex')
      if (sha256 !== undefined && sha256.toLowerCase() !== hash)
        throw new ArchiveError(`Its SHA-256 is ${hash}, not that which was given.`)
      const client = await installClient(archive, config.webFolder, { anyVersion })
      say(shown(client))
      note(`installed into ${config.webFolder}, from an archive with the SHA-256 ${hash}`)
    })
})

export const webStatus = command({
  words: '',
  summary: 'Tell which web client is installed',
  options: { json: JSON_OPTION },
  examples: ['web status', 'web status --json'],
  run: (_words, { json }, config) =>
    told(`In ${config.webFolder} there is no sound build.`, async () => {
      const client = installedClient(config.webFolder) ?? null
      if (json) return say(JSON.stringify(client && { ...client, folder: config.webFolder }))
      if (!client) return say(`none is installed; get one with: inventree web install ${RELEASE}`)
      say(`${shown(client)}\nin ${config.webFolder}`)
    })
})

export const webRemove = command({
  words: '',
  summary: 'Take the web client away again',
  examples: ['web remove'],
  run: (_words, _options, config) =>
    told('Nothing was removed.', async () => {
      say((await removeClient(config.webFolder)) ? `${config.webFolder} was removed` : 'none is installed')
    })
})
