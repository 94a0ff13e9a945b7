/** Chance that can be had again: the same seed gives the same choices. */
export class Random {
  #state: number

  /** @param seed any numbers; together they decide everything that follows */
  constructor(...seed: number[]) {
    this.#state = seed.reduce((sum, one) => Math.imul(sum ^ one, 0x9e3779b1) + 0x6d2b79f5, 0x811c9dc5)
  }

  /** A number from 0 up to 1, without 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  /** A whole number, both ends included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  /** A whole number, small ones as likely as large ones: every doubling has the same chance. */
  size(least: number, most: number): number {
    return Math.round(least * (most / least) ** this.next())
  }

  /** True in so many of all cases. */
  chance(share: number): boolean {
    return this.next() < share
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.next() * from.length)]!
  }

  bytes(length: number): Buffer {
    return Buffer.from(Array.from({ length }, () => this.whole(0, 255)))
  }

  /** A word that was hardly ever used before. */
  word(): string {
    return `${this.whole(0, 0xffffffff).toString(36)}${this.whole(0, 0xffffffff).toString(36)}`
  }
}
