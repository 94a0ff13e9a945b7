// Answers that are kept as bytes: those that come to the same for many, until anybody changes the database.
import { hash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { versionOf } from '#db/database-cache.ts'
import type { Database } from '#db/database.ts'
import type { Keeping, Operation } from './document.ts'
import type { RequestContext } from './scopes.ts'

/** What whoever keeps an answer is told; answers to one user are kept nowhere else. */
const CACHE_CONTROL: Record<Exclude<Keeping, 'caller'>, string> = {
  shared: 'private, no-cache',
  forever: 'public, max-age=86400'
}

/** How many answers are kept, how many bytes all of them and each of them may have, and how long an address may be. */
const [MOST, MOST_BYTES, LARGEST, LONGEST] = [500, 16 * 1024 * 1024, 2 * 1024 * 1024, 500]

interface Answer {
  bytes: Buffer
  /** Its `ETag`; without one for what is kept for one user. */
  tag: string | undefined
}

/** Where an answer is kept, and the version of the database that it is made from. */
export interface Place {
  key: string
  version: number
}

/** What holds at one version of the database. */
class Shelf {
  #version = 0
  #bytes = 0
  readonly #answers = new Map<string, Answer>()

  find({ key, version }: Place): Answer | undefined {
    return version === this.#version ? this.#answers.get(key) : undefined
  }

  put({ key, version }: Place, answer: Answer): void {
    const size = answer.bytes.length
    if (size > LARGEST) return
    const isFull = this.#answers.size >= MOST || this.#bytes + size > MOST_BYTES
    if (version !== this.#version || isFull) {
      this.#answers.clear()
      this.#bytes = 0
      this.#version = version
    }
    this.#bytes += size - (this.#answers.get(key)?.bytes.length ?? 0)
    this.#answers.set(key, answer)
  }
}

/** The answers that a server keeps. Whether somebody may have one is asked before, every time. */
export class KeptAnswers {
  readonly #db: Database
  readonly #changing = new Shelf()
  readonly #lasting = new Shelf()

  constructor(db: Database) {
    this.#db = db
  }

  /** Notes from which version on a request reads, before anything is read for it. */
  begin(request: FastifyRequest): void {
    request.began = versionOf(this.#db)
  }

  /**
   * Where the answer to a request would be kept.
   *
   * @returns undefined where it is not: while it is not known whether the database was changed, and for callers who are
   *   no users as they are stored
   */
  placeOf({ keeps, id }: Operation, { request, caller, baseURL }: RequestContext): Place | undefined {
    if (!keeps || request.url.length > LONGEST) return undefined
    const who = keeps === 'caller' ? this.#isStored(caller) && caller!.id : ''
    const version = keeps === 'forever' ? 0 : versionOf(this.#db)
    if (who === false || version === undefined) return undefined
    return { key: `${id} ${who} ${baseURL} ${request.url}`, version }
  }

  find(keeps: Keeping, place: Place): Answer | undefined {
    return this.#shelf(keeps).find(place)
  }

  /** Makes an answer of its bytes, and keeps it where it holds still what the database does. */
  make(keeps: Keeping, request: FastifyRequest, place: Place | undefined, bytes: Buffer): Answer {
    const tag = keeps === 'caller' ? undefined : `"${hash('sha256', bytes, 'base64url').slice(0, 22)}"`
    const answer = { bytes, tag }
    // What is in memory, such as settings, is as the request found it when it began.
    const holds = keeps === 'forever' || (request.began === place?.version && versionOf(this.#db) === place?.version)
    if (place && holds) this.#shelf(keeps).put(place, answer)
    return answer
  }

  /** The pieces of a long answer, which is kept when all of them are there. */
  async *gather(
    keeps: Keeping,
    request: FastifyRequest,
    place: Place,
    pieces: AsyncIterable<string>
  ): AsyncGenerator<string> {
    const all: string[] = []
    let length = 0
    for await (const piece of pieces) {
      length += piece.length
      if (length <= LARGEST) all.push(piece)
      else all.length = 0
      yield piece
    }
    if (length <= LARGEST) this.make(keeps, request, place, Buffer.from(all.join('')))
  }

  #isStored(caller: RequestContext['caller']): boolean {
    return caller !== null && (caller.tokenId !== null || caller.sessionId !== null)
  }

  #shelf(keeps: Keeping): Shelf {
    return keeps === 'forever' ? this.#lasting : this.#changing
  }
}

/** Sends an answer, or says in a few bytes that it is the one that its receiver has. */
export function sendKept(keeps: Keeping, request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply {
  const { bytes, tag } = answer
  if (keeps !== 'caller') reply.header('cache-control', CACHE_CONTROL[keeps]).header('etag', tag)
  if (tag !== undefined && names(request.headers['if-none-match'], tag)) return reply.code(304).send()
  return reply.code(200).header('content-type', 'application/json').send(bytes)
}

/** Whether `If-None-Match` names a tag; whether it calls it weak does not count. */
const names = (header: string | undefined, tag: string): boolean =>
  header !== undefined && header.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag)
