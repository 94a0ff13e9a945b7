// The pages of the stand-in: for signing in and what belongs to it, and one for whoever is signed in.
import * as attachments from './attachments.js'
import { ask, get, send } from './asking.js'
import * as drawing from './drawing.js'
import * as importing from './importing.js'
import { openPage, pageNames } from './pages.js'
import * as printing from './printing.js'
import * as security from './security.js'
import {
  changePassword,
  forgot,
  giveCode,
  giveKey,
  goTo,
  reset,
  signIn,
  signInWithPasskey,
  signOut,
  signUp,
  verify
} from './sign-in.js'
import { endTrace, isSignedIn, load, open } from './start.js'
import * as table from './table.js'

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

/** Inputs by name, and what stands in them. */
function inputs(...names) {
  const all = names.map((name) => Object.assign(document.createElement('input'), { name }))
  return { all, values: () => all.map(({ value }) => value) }
}

function fail(error) {
  show('broken', String(error))
  console.error(error)
}

/** What the server told when the page was opened. */
let ways

/** Goes on after a step of signing in. */
async function next({ isIn, pending, refused }) {
  if (isIn) await home()
  else if (pending === 'mfa_authenticate') secondFactor()
  else await form(refused)
}

async function form(complaint = '') {
  await endTrace()
  const { all, values } = inputs('username', 'password', 'email')
  const [username, password, email] = all
  const told = async () => show('mail sent', String(await forgot(email.value)))
  const offered = [
    [true, 'Sign in', async () => next(await signIn(username.value, password.value))],
    [ways.mfa.passkey_login_enabled, 'Sign in with a passkey', async () => next(await signInWithPasskey())],
    [ways.settings.password_forgotten_enabled, 'Forgotten password', told],
    [ways.settings.registration_enabled, 'Sign up', async () => next(await signUp(...values()))],
    ...ways.socialaccount.providers.map(({ id, name }) => [true, `Sign in with ${name}`, async () => goTo(id)])
  ]
  const buttons = offered.filter(([isOffered]) => isOffered).map(([, text, click]) => button(text, click))
  show(complaint ? 'refused' : 'signed out', ...all, ...buttons, complaint)
}

function secondFactor() {
  const { all, values } = inputs('code')
  const withCode = async () => next(await giveCode(...values()))
  const withKey = async () => next(await giveKey())
  show('second factor', ...all, button('Continue', withCode), button('Use a key', withKey))
}

async function home() {
  const me = await load()
  show(
    me ? 'signed in' : 'factor to be set up',
    `${me?.username} `,
    button('Sign out', async () => signOut().then(() => form()))
  )
}

/** A page that changes something by what is typed, and is followed by that for signing in. */
function change(state, names, work) {
  const { all, values } = inputs(...names)
  const done = async () => {
    const complaint = await work(...values())
    await (complaint === undefined ? form() : show('refused', complaint))
  }
  show(state, ...all, button('Send', done))
}

const confirmAddress = async (key) => ((await verify(key)) ? undefined : 'The link is not good any more')

/** The pages that mails and menus lead to, by the first part of their path. */
const PAGES = {
  'set-password': () =>
    change('set password', ['password'], (typed) => reset(new URLSearchParams(location.search).get('key'), typed)),
  'verify-email': ([key]) => change('verify email', [], () => confirmAddress(decodeURIComponent(key))),
  'change-password': () => change('change password', ['current', 'new'], changePassword)
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
  const inside = { ...attachments, ...drawing, ...importing, ...printing, ...security, ...table }
  globalThis.client = {
    ...inside,
    openPage,
    pageNames,
    ask,
    get,
    send,
    readAll,
    signOut,
    connect: (id) => goTo(id, 'connect')
  }
  decorate()
  try {
    ways = await open()
    const [, , page, ...rest] = location.pathname.split('/')
    const isIn = await isSignedIn()
    if (Object.hasOwn(PAGES, page)) PAGES[page](rest)
    else await (isIn ? home() : form())
  } catch (error) {
    fail(error)
  }
}
