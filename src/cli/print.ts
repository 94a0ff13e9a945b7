import { writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { mediaOf } from '#framework/files/media.ts'
import { withApi, type Api } from './api.ts'
import { command } from './command.ts'
import { Failure, say, UsageError } from './terminal.ts'

/** How often it is looked whether a print is done, in ms. */
const LOOK = 250

interface Template {
  pk: number
  name: string
  model_type: string
}

/** A template by its key or its name; by its name alone where only one has it. */
async function templateNamed(api: Api, kind: string, word: string): Promise<Template> {
  const all: Template[] = await api.ask('GET', `/api/${kind}/template/`)
  const named = all.filter(({ name }) => name === word)
  if (named.length > 1)
    throw new Failure(
      `${named.length} ${kind} templates are called "${word}". Name one by its number: ${named.map(({ pk, model_type }) => `${pk} for ${model_type}`).join(', ')}.`
    )
  const found = named[0] ?? all.find(({ pk }) => String(pk) === word)
  if (!found)
    throw new Failure(
      `There is no ${kind} template "${word}".${all.length ? ` There are: ${all.map(({ name }) => name).join(', ')}.` : ''}`
    )
  return found
}

/** The keys of `--items`. */
function keysIn(text: string | undefined): number[] {
  const keys = (text ?? '').split(',').map((key) => key.trim())
  if (text === undefined || !keys.every((key) => /^\d{1,15}$/.test(key)))
    throw new UsageError('--items names the records by their numbers, such as --items 7,9.')
  return keys.map(Number)
}

interface Output {
  pk: number
  complete: boolean
  output: string | null
  errors: { error?: string } | null
}

/** Waits for a print; gives the path of its file below the media folder. */
async function printed(api: Api, begun: Output): Promise<string> {
  let output = begun
  while (!output.complete && output.errors === null) {
    await sleep(LOOK)
    output = await api.ask('GET', `/api/data-output/${begun.pk}/`)
  }
  if (output.output === null) throw new Failure(output.errors?.error ?? 'Nothing was printed.')
  return decodeURIComponent(output.output.replace(/^.*?\/media\//, ''))
}

/** A command that prints with templates of a kind. */
const printCommand = (kind: 'label' | 'report', records: string, examples: string[]) =>
  command({
    words: 'TEMPLATE',
    summary: `Print ${records} into a file`,
    options: {
      items: { value: 'PK,PK...', help: 'the records, by their numbers' },
      output: { value: 'FILE', short: 'o', help: 'where to write; what is there is replaced' },
      ...(kind === 'label' ? { plugin: { value: 'KEY', help: 'what prints: inventreelabelsheet for sheets' } } : {})
    },
    more: `TEMPLATE is the name of a ${kind} template or its number. Its records are those that it is for: numbers of parts where it is for parts.`,
    examples,
    run: async ([word], options, config) => {
      const { items, output, plugin } = options as { items?: string; output?: string; plugin?: string }
      const keys = keysIn(items)
      if (!output) throw new UsageError('-o FILE says where to write.')
      await withApi(config, async (api) => {
        const template = await templateNamed(api, kind, word!)
        const body = { template: template.pk, items: keys, ...(plugin ? { plugin } : {}) }
        const path = await printed(api, await api.ask('POST', `/api/${kind}/print/`, body))
        await writeFile(output, (await mediaOf(config).open(path))!.content)
        say(`${keys.length} ${template.model_type} printed to ${output}`)
      })
    }
  })

export const printLabelCommand = printCommand('label', 'labels', [
  'print label 4 --items 7,9 --output labels.pdf',
  'print label 4 --items 7,9 --plugin inventreelabelsheet -o sheet.pdf'
])
export const printReportCommand = printCommand('report', 'a report of some records', [
  'print report 2 --items 7 --output bom.pdf'
])
