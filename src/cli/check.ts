import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { checkAll, damaged } from '#framework/check/index.ts'
import '#modules/registry.ts'
import { keyFileOf } from '#auth/secret.ts'
import { BESIDE } from '#db/file.ts'
import { mediaOf } from '#framework/files/media.ts'
import type { Config } from '#server/config.ts'
import { command, JSON_OPTION } from './command.ts'
import { withDatabase } from './data.ts'
import { Failure, say } from './terminal.ts'

/** What only the server's user may read. */
function ownPaths(config: Config): string[] {
  const { database, mediaRoot, backupFolder } = config
  const files = typeof database === 'string' ? [database, ...BESIDE.map((ending) => database + ending)] : []
  return [...files, keyFileOf(config), mediaRoot, backupFolder]
}

/** Where backups and restores work: what they make takes the place of its neighbour in one step. */
const workFolders = ({ database, mediaRoot }: Config): string[] =>
  (typeof database === 'string' ? [database, mediaRoot] : [mediaRoot]).map((path) => dirname(path))

export const check = command({
  words: '',
  summary: 'Look whether the database and the uploaded files are sound',
  options: { mend: { help: 'put right what can be put right, and say what was done' }, json: JSON_OPTION },
  more: `Looks at the database file, at what records name, at trees, accounts, roles and files, and at who may read these. Nothing is lost by mending: files that belong to nothing are
moved beside the folder of uploaded files; what backups and restores left that were killed a day ago or longer is deleted. What only a person can decide is left alone. Make a backup first all the same.

Exit code 1 where something is wrong and was not mended.`,
  examples: ['check', 'check --mend', 'check --json'],
  run: async (_words, { mend, json }, config) => {
    const { database } = config
    if (typeof database === 'string' && database !== ':memory:' && !existsSync(database))
      throw new Failure(`There is no database ${database}.`)
    const outcomes = await withDatabase(config, (db) =>
      checkAll(
        { db, media: mediaOf(config), own: ownPaths(config), workFolders: workFolders(config) },
        { mend: mend === true }
      )
    ).catch((error) => [damaged('the database can be opened', error)])
    if (json) say(JSON.stringify(outcomes))
    else {
      for (const { name, problems } of outcomes) {
        say(
          `${problems.length ? (problems.some((one) => one.mended === null) ? 'WRONG ' : 'mended') : 'ok    '}  ${name}`
        )
        for (const { text, mended } of problems) say(`          ${text}${mended === null ? '' : `: ${mended}`}`)
      }
    }
    const wrong = outcomes.flatMap(({ problems }) => problems).filter((one) => one.mended === null)
    const advice = outcomes.some((one) => one.damaged)
      ? ' What cannot be looked at is damaged: "inventree restore" puts the last sound backup in the place of the database, and keeps what is there.'
      : mend
        ? ''
        : ' "inventree check --mend" puts right what can be put right.'
    if (wrong.length)
      throw new Failure(`${wrong.length} ${wrong.length === 1 ? 'thing is' : 'things are'} wrong.${advice}`)
  }
})
