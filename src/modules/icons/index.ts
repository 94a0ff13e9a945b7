export { ICON_PACK, iconProblem, icons } from './icons.ts'
