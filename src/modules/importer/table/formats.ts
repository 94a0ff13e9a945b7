/** Which number formats of a workbook are dates. */
import type { XmlHandlers } from './xml.ts'

export interface Formats {
  /** Whether numbers of a style are dates or times. */
  isDate(style: number): boolean
}

/** The formats that need no description, by their numbers. */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** Whether a description of a format has letters for days, hours …, outside of texts, colours and conditions. */
const isDateCode = (code: string) =>
  /[dhmsy]/i.test(code.replaceAll(/"[^"]*"|\\.|\[(?![hms]+\])[^[\]]*\]|_./gi, '').replaceAll(/general/gi, ''))

/** @param read reads the styles of a workbook */
export async function readFormats(read: (handlers: XmlHandlers) => Promise<void>): Promise<Formats> {
  const codes = new Map<number, string>()
  const styles: number[] = []
  let inStyles = false
  await read({
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') inStyles = true
      if (name === 'xf' && inStyles) styles.push(Number(attributes.numFmtId ?? 0))
    },
    close: (name) => {
      if (name === 'cellXfs') inStyles = false
    }
  })
  const dates = styles.map((id) => (codes.has(id) ? isDateCode(codes.get(id)!) : isBuiltInDate(id)))
  return { isDate: (style) => dates[style] ?? false }
}
