import { Template } from '@huggingface/jinja'
import type { SettingReader } from '#contract/scopes.ts'
import { nameFormatProblem } from '#modules/settings/index.ts'

/** What a name is made of. */
export interface Named {
  name: string
  IPN: string | null
  revision: string | null
}

const joined = ({ IPN, name, revision }: Named) => [IPN, name, revision].filter(Boolean).join(' | ')

const compiled = new Map<string, (part: Named) => string>()

/** The format that the setting has unless somebody changed it; it means IPN, name and revision joined by bars. */
const USUAL =
  /^\{\{ part\.IPN if part\.IPN \}\}\{\{ ' \| ' if part\.IPN \}\}\{\{ part\.name \}\}\{\{ ' \| ' if part\.revision \}\}\{\{ part\.revision if part\.revision \}\}$/

function compile(format: string): (part: Named) => string {
  if (USUAL.test(format) || nameFormatProblem(format) !== undefined) return joined
  try {
    const template = new Template(format)
    return (part) => {
      try {
        return template.render({ part })
      } catch {
        return joined(part)
      }
    }
  } catch {
    return joined
  }
}

/**
 * Makes the full names of parts by the setting PART_NAME_FORMAT; a format that fails falls back to IPN, name and
 * revision joined by bars.
 *
 * @returns a function from a part to its full name
 */
export function namer(settings: SettingReader): (part: Named) => string {
  const format = settings.text('PART_NAME_FORMAT')
  let make = compiled.get(format)
  if (!make) {
    if (compiled.size > 10) compiled.clear()
    compiled.set(format, (make = compile(format)))
  }
  return make
}
