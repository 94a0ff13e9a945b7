// A process that writes, or copies what it hears, until it is killed; test/events/kills.test.ts starts it.
import { openDatabase } from '#db/database.ts'
import { Dispatcher, type EventListener } from '#framework/events/dispatcher.ts'
import { LogWatch } from '#framework/events/watch.ts'

const [, , place, task] = process.argv

if (place) {
  const db = await openDatabase(JSON.parse(place))
  const log = { error: console.error, warn: console.error }
  if (task === 'listen') {
    // One project code for each tag.
    const copy: EventListener = {
      name: 'test.copy',
      wants: ({ model }) => model === 'tag',
      take: async (trx, events) => {
        for (const { pk } of events)
          await trx
            .insertInto('project_code')
            .values({ code: `${pk}`, description: '' } as never)
            .execute()
      }
    }
    new Dispatcher({ db, log, watch: new LogWatch({ db, log }) }).know([copy]).start()
    // Timers of a dispatcher keep no process alive.
    setInterval(() => undefined, 1000)
  } else {
    for (let n = 0; ; n++) {
      const slug = `${process.pid}-${n}`
      await db.transaction().execute((trx) => trx.insertInto('tag').values({ name: slug, slug }).execute())
      process.stdout.write(`${slug}\n`)
    }
  }
}
