// Figures in the text format of Prometheus, version 0.0.4.
import { VERSION } from '#framework/version.ts'
import type { Figures } from './figures.ts'
import { BOUNDS } from './requests.ts'

export const CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

type Labels = Record<string, string | number>
type Sample = [labels: Labels, value: number, suffix?: string]

/** One metric: its name, its kind, what it says, and how a process has it. */
type Metric = [
  name: string,
  kind: 'counter' | 'gauge' | 'histogram',
  help: string,
  samples: (figures: Figures) => Sample[]
]

const one = (value: number): Sample[] => [[{}, value]]

const answers = ({ requests }: Figures) =>
  Object.entries(requests).flatMap(([operation, counts]) =>
    Object.entries(counts.answers).map(([answer, count]) => {
      const [method, status] = answer.split(' ') as [string, string]
      return { operation, method, status, count }
    })
  )

function durations({ requests }: Figures): Sample[] {
  return Object.entries(requests).flatMap(([operation, { durations: counts, seconds }]) => {
    let sum = 0
    const buckets = counts.map(
      (count, at): Sample => [{ operation, le: BOUNDS[at] ?? '+Inf' }, (sum += count), '_bucket']
    )
    return [...buckets, [{ operation }, seconds, '_sum'], [{ operation }, sum, '_count']] as Sample[]
  })
}

const METRICS: Metric[] = [
  ['inventree_build_info', 'gauge', 'The version that runs; always 1.', () => [[{ version: VERSION }, 1]]],
  [
    'inventree_http_requests_total',
    'counter',
    'Requests that were answered.',
    (figures) => answers(figures).map(({ count, ...labels }) => [labels, count])
  ],
  [
    'inventree_http_errors_total',
    'counter',
    'Requests that were answered by a status of 500 or more.',
    (figures) =>
      one(answers(figures).reduce((sum, { status, count }) => (Number(status) >= 500 ? sum + count : sum), 0))
  ],
  [
    'inventree_http_request_duration_seconds',
    'histogram',
    'How long requests took, until the answer was sent.',
    durations
  ],
  [
    'inventree_database_statements_total',
    'counter',
    'Statements that the database ran.',
    ({ database }) => one(database.statements)
  ],
  [
    'inventree_database_seconds_total',
    'counter',
    'How long statements took, added up.',
    ({ database }) => one(database.seconds)
  ],
  [
    'inventree_database_writers_waiting',
    'gauge',
    'Transactions that wait for their turn to write.',
    ({ database }) => one(database.waiting)
  ],
  ['inventree_event_listeners', 'gauge', 'Connections that follow events.', ({ events }) => one(events.listeners)],
  [
    'inventree_event_listeners_cut_off_total',
    'counter',
    'Connections that were broken off since they did not read the events that were sent.',
    ({ events }) => one(events.cutOff)
  ],
  [
    'inventree_event_loop_lag_seconds',
    'gauge',
    'How late the event loop was since the figures were last read, by quantile.',
    ({ lag }) => Object.entries(lag).map(([quantile, value]) => [{ quantile }, value])
  ],
  [
    'inventree_log_lines_dropped_total',
    'counter',
    'Lines of the log that were dropped: the disk was full, or nobody read them.',
    (figures) => one(figures.droppedLines)
  ],
  ['process_cpu_seconds_total', 'counter', 'Processor time.', ({ cpu }) => one(cpu)],
  ['process_resident_memory_bytes', 'gauge', 'Memory that the process holds.', ({ memory }) => one(memory)],
  ['process_start_time_seconds', 'gauge', 'When the process began, since 1970.', ({ started }) => one(started)],
  ['nodejs_heap_size_used_bytes', 'gauge', 'Memory that objects take.', ({ heap }) => one(heap)]
]

// No label's value holds anything that would have to be escaped: all are words and numbers of the program's own.
const written = (labels: Labels) =>
  Object.entries(labels)
    .map(([name, value]) => `${name}="${value}"`)
    .join(',')

/** Writes the figures of some processes, told apart by the label `worker`. */
export function metricsText(processes: Figures[]): string {
  return METRICS.map(
    ([name, kind, help, samples]) =>
      `# HELP ${name} ${help}\n# TYPE ${name} ${kind}\n` +
      processes
        .flatMap((figures) =>
          samples(figures).map(
            ([labels, value, suffix = '']) =>
              `${name}${suffix}{${written({ ...labels, worker: figures.worker })}} ${value}\n`
          )
        )
        .join('')
  ).join('')
}
