// Tells systemd how far the server is. A service with Type=notify counts as started when its program says so, to a
// socket of a kind that Node cannot write to; systemd brings a program that can.
import { execFile } from 'node:child_process'

/**
 * Tells how far the server is, where somebody wants to know: systemd, which sets NOTIFY_SOCKET.
 *
 * @param states such as `READY=1`, see sd_notify(3)
 * @param note told in a sentence where that does not work
 * @returns when it was told
 */
export async function notifySystemd(states: readonly string[], note: (text: string) => void): Promise<void> {
  if (!process.env.NOTIFY_SOCKET) return
  await new Promise<void>((resolve) => {
    execFile('systemd-notify', states, (error) => {
      if (error)
        note(
          `NOTIFY_SOCKET is set, but systemd-notify could not tell it ${states[0]}: ${error.message.trim()}. Without it the unit has to say Type=exec.`
        )
      resolve()
    })
  })
}
