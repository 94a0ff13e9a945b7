/** What others need of project codes. */
export { projectCode } from './project-code.ts'
