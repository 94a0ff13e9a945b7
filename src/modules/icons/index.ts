export { iconProblem } from './icons.ts'
