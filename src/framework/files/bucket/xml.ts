/** The texts in a document of XML, by the names of their elements. */
export interface Texts {
  /** The text of the first element of a name. */
  one(name: string): string | undefined
  /** Every element of a name, with the texts of the elements right within it. */
  all(name: string): Record<string, string>[]
}

interface Element {
  name: string
  text: string
  within: Record<string, string>
}

/** Reads what object stores answer: elements without attributes that matter, a few levels deep. */
export async function textsIn(document: string): Promise<Texts> {
  const { Parser } = await import('htmlparser2')
  const done: Element[] = []
  const open: Element[] = []
  const parser = new Parser(
    {
      onopentag: (name) => open.push({ name, text: '', within: {} }),
      ontext: (text) => {
        const element = open.at(-1)
        if (element) element.text += text
      },
      onclosetag: () => {
        const element = open.pop()!
        const outer = open.at(-1)
        if (outer) outer.within[element.name] ??= element.text
        done.push(element)
      }
    },
    { xmlMode: true, decodeEntities: true }
  )
  parser.end(document)
  return {
    one: (name) => done.find((element) => element.name === name)?.text,
    all: (name) => done.filter((element) => element.name === name).map(({ within }) => within)
  }
}
