export { briefUsers } from './brief.ts'
export { isMine } from './mine.ts'
export { owner } from './owner.ts'
