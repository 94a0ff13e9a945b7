import { projectCode } from './project-code.ts'

/** The room for project codes. */
export const projectCodeRoom = projectCode.operations
