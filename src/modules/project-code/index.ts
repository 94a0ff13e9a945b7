export { projectCode } from './project-code.ts'
