// Several servers are measured by turns, so that what else the machine does slows them all alike.
import type { Asked, Job } from './jobs.ts'
import { load, together, type Load, type Target } from './load.ts'

/** A server, and who asks it for what. */
export interface Contender {
  server: Target
  asked: Asked
}

/** How long a job is measured for each server, in seconds, and by how many turns. */
export interface Effort {
  seconds: number
  rounds: number
}

/**
 * Measures a job.
 *
 * @param strict whether an answer of 400 or more ends it
 * @returns what came of each server, in their order
 */
export async function byTurns(
  job: Job,
  contenders: Contender[],
  { seconds, rounds }: Effort,
  strict = true
): Promise<Load[]> {
  const taken = contenders.map(({ server, asked }) => ({ server, request: job.requests(asked), loads: [] as Load[] }))
  let from = 100
  const turn = async ({ server, request }: (typeof taken)[number], long: number) => {
    const one = await load(server, request, { clients: job.clients, seconds: long, from, strict })
    from += one.requests + job.clients
    return one
  }
  // What is compiled at first use shall not count.
  for (const one of taken) await turn(one, seconds / 3)
  for (let round = 0; round < rounds; round++)
    for (const one of taken) one.loads.push(await turn(one, seconds / rounds))
  return taken.map(({ loads }) => together(loads))
}
