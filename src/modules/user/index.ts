export { briefUsers } from './brief.ts'
export { isMine } from './mine.ts'
export { owner } from './owner.ts'

// Who is responsible, in exports of earlier releases.
export { ownerOf } from './transfer.earlier.ts'
