/** Who may read attachments and pictures: those whom a role permits it, or everybody who is signed in. */
export const MEDIA_ACCESS = ['roles', 'signed-in'] as const
export type MediaAccess = (typeof MEDIA_ACCESS)[number]
