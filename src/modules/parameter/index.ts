import { parameter } from './parameter.ts'
import { template } from './template.ts'

/** The room for parameters and their templates. */
export const parameterRoom = { ...parameter.operations, ...template.operations }
