import { dictionary } from '#db/dictionary.ts'

const ENTITIES: Record<string, string> = dictionary({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
})

/** A text as it stands in a page, also between quotes. */
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character]!)
