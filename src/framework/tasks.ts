/** The answer of an operation that others may leave to a worker: here the work is done when the answer is sent. */
export const DONE = {
  task_id: '',
  exists: false,
  pending: false,
  complete: true,
  success: true,
  http_status: 200
} as const
