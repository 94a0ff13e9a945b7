// The page of the stand-in: a form to sign in with, or who is signed in.
import { ask } from './asking.js'
import { endTrace, isSignedIn, load, open, signIn, signOut } from './start.js'

const root = document.getElementById('root')

/** What the official client puts into its page beside text: styles, pictures of its own making, workers. */
function decorate() {
  const style = document.createElement('style')
  style.textContent = '#root { color: teal }'
  document.head.append(style)
  for (const url of [
    'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=',
    URL.createObjectURL(new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>'], { type: 'image/svg+xml' }))
  ])
    document.body.append(Object.assign(new Image(), { src: url }))
  new Worker(URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' })))
}

function show(state, ...content) {
  root.replaceChildren(...content)
  root.dataset.state = state
}

const button = (text, click) =>
  Object.assign(document.createElement('button'), { textContent: text, onclick: () => void click().catch(fail) })

const input = (name, type) => Object.assign(document.createElement('input'), { name, type })

function fail(error) {
  show('broken', String(error))
  console.error(error)
}

async function form(complaint = '') {
  await endTrace()
  const [name, password] = [input('username', 'text'), input('password', 'password')]
  const enter = async () => {
    const refused = await signIn(name.value, password.value)
    await (refused === undefined ? home() : form(refused))
  }
  show(complaint ? 'refused' : 'signed out', name, password, button('Sign in', enter), complaint)
}

async function home() {
  const name = await load()
  show(
    'signed in',
    `${name} `,
    button('Sign out', async () => signOut().then(() => form()))
  )
}

/** Asks for many addresses and gives the status of each. */
async function readAll(paths) {
  const answers = []
  const left = [...paths]
  const read = async () => {
    for (let path = left.shift(); path !== undefined; path = left.shift())
      answers.push([path, (await ask('GET', path)).status])
  }
  await Promise.all([read(), read(), read()])
  return answers
}

/** Begins: signed in or not. */
export async function begin() {
  Object.assign(globalThis, { readAll })
  decorate()
  try {
    await open()
    await ((await isSignedIn()) ? home() : form())
  } catch (error) {
    fail(error)
  }
}
