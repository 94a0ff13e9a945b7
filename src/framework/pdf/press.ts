// What sets documents, and how it fails.

/** What a page may do. */
export interface PageOptions {
  /** Whether it may load what lies on public addresses. */
  fetchUrls: boolean
}

/** How large a picture of a page is, in mm, and how fine, in dots an inch. */
export interface PictureSize {
  width: number
  height: number
  dpi: number
}

/** What sets the documents of one job. */
export interface Press {
  /**
   * Sets a document.
   *
   * @param html a whole document, which says by CSS how large its pages are
   * @returns a PDF
   * @throws NoPrinter, PrintFailed
   */
  pdf(html: string): Promise<Buffer>
  /**
   * Makes a picture of a document, for printers that take no PDF.
   *
   * @returns a PNG
   * @throws NoPrinter where there is no browser, PrintFailed
   */
  png(html: string, size: PictureSize): Promise<Buffer>
}

/** The same, until it is closed. */
export type OpenPress = Press & { close(): Promise<void> }

/** No program can set pages; the message says what to do about it. */
export class NoPrinter extends Error {
  override name = 'NoPrinter'
}

/** A page could not be set; the message says why. */
export class PrintFailed extends Error {
  override name = 'PrintFailed'
}
