import { parameter } from './parameter.ts'
import { template } from './template.ts'

/** The module for parameters and their templates. */
export const parameterOperations = { ...parameter.operations, ...template.operations }
