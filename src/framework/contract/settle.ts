import type { Binding } from './binding.ts'
import { invalid, type Problems } from './errors.ts'
import { UPLOAD_CHECKS } from './files.ts'
import { addFieldErrors, type ParsedInput } from './read.ts'
import type { AddError } from './types.ts'

/**
 * What was refused, before the handler ran; 400 where anything was.
 *
 * @param validate what only a look at other records can tell of a body's fields, reported together with what is wrong
 *   with their values
 * @param limits where values out of range are told to, for a handler that has more to look at before; without it they
 *   are refused
 */
export async function checkReferences(
  binding: Pick<Binding, 'existing'>,
  inputs: ParsedInput[],
  missing: (pk: number) => string,
  validate?: (values: ParsedInput['values'], addError: AddError) => Promise<void>,
  limits?: Problems
): Promise<void> {
  for (const { first, problems, late, references, uploads, values } of inputs) {
    if (Object.keys(first).length) throw invalid(first)
    for (const [model, wanted] of Map.groupBy(references, (r) => r.model)) {
      const found = await binding.existing(model, [...new Set(wanted.map((r) => r.pk))])
      // Of a list of keys the first one that does not exist is named.
      for (const { path, pk } of wanted.toReversed()) if (!found.has(pk)) addFieldErrors(problems, path, [missing(pk)])
    }
    for (const { path, input, upload } of uploads) {
      const problem = await UPLOAD_CHECKS[input]?.(upload)
      if (problem !== undefined) addFieldErrors(problems, path, [problem])
    }
    await validate?.(values, (path, ...messages) => addFieldErrors(problems, path, messages, true))
    if (Object.keys(problems).length) throw invalid(problems)
    if (limits) Object.assign(limits, late)
    else if (Object.keys(late).length) throw invalid(late)
  }
}

export const missingChoice = () => 'Select a valid choice. That choice is not one of the available choices.'
