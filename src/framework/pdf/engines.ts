// Which programs set pages.

/** Which programs may set pages: a browser, or WeasyPrint; the first that is there. */
export const PDF_ENGINES = ['auto', 'chromium', 'weasyprint'] as const
type PdfEngine = (typeof PDF_ENGINES)[number]

/** What decides how pages are set. */
export interface PrinterConfig {
  engine: PdfEngine
  /** The path of a browser; null where it is to be looked for. */
  chromium: string | null
}
