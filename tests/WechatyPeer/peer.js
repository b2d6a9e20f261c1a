// Wechaty's own puppet service with its mock puppet, for tests: prints one line of JSON when it is ready, then answers each line of JSON that it
// reads with one of its own. Ends when its input does.
'use strict'

const net = require('net')
const readline = require('readline')
const { PuppetServer } = require('wechaty-puppet-service')
const { TLS_CA_CERT } = require(require('path').join(require.resolve('wechaty-puppet-service'), '../auth/ca.js'))
const { PuppetMock, mock } = require('wechaty-puppet-mock')

const token = process.argv[2]
const received = []

// What the service hands to its puppet is put on record before the mock does with it what it does. Links the mock drops.
class RecordingPuppet extends PuppetMock {
  async messageSendText (room, text) {
    received.push({ room, text })
    return super.messageSendText(room, text)
  }

  async messageSendFile (room, file) {
    received.push({ room, fileName: file.name, fileBytes: await file.toBase64() })
    return super.messageSendFile(room, file)
  }

  async messageSendUrl (room, link) {
    received.push({ room, ...link })
    return super.messageSendUrl(room, link)
  }
}

const mocker = new mock.Mocker()
const puppet = new RecordingPuppet({ mocker })
const contacts = new Map()

function contact (name) {
  if (!contacts.has(name)) contacts.set(name, mocker.createContact({ name }))
  return contacts.get(name)
}

// Resolves once somebody holds the stream of events: the service then hears its puppet.
function listened () {
  if (puppet.listenerCount('message') > 0) return
  return new Promise(resolve => puppet.once('newListener', () => setImmediate(resolve)))
}

// Resolves once nobody holds it any more: until then the service refuses the next who wants to, and listened() would take the one before for it.
async function left () {
  while (puppet.listenerCount('message') > 0) {
    await new Promise(resolve => puppet.once('removeListener', () => setImmediate(resolve)))
  }
}

const room = id => mocker.RoomMock.load(id)

const commands = {
  room: ({ topic }) => mocker.createRoom({ topic, memberIdList: ['bot', 'alice', 'bob'].map(name => contact(name).id) }).id,
  received: ({ room: id }) => received.filter(message => message.room === id),
  calls: () => received.length,
  listened,
  left,
  say: ({ room: id, from, text, mention }) => { contact(from).say(text, mention ? [contact('bot')] : []).to(room(id)) },
  join: ({ room: id, names }) => { room(id).add(...names.map(contact)).by(contact('alice')) },
  leave: ({ room: id, name }) => { room(id).remove(contact(name)).by(contact('alice')) },
  login: () => { mocker.login(contact('bot')) },
  logout: () => puppet.logout(),
  id: ({ name }) => contact(name).id,
}

function freePort () {
  return new Promise((resolve, reject) => {
    const listener = net.createServer().on('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = listener.address()
      listener.close(() => resolve(port))
    })
  })
}

async function serve (tls) {
  const port = await freePort()
  await new PuppetServer({ endpoint: `127.0.0.1:${port}`, puppet, token, tls }).start()
  return port
}

async function main () {
  const [plainPort, tlsPort] = [await serve({ disable: true }), await serve({})]
  mocker.login(contact('bot'))
  console.log(JSON.stringify({ plainPort, tlsPort, authority: TLS_CA_CERT }))
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const command = JSON.parse(line)
    console.log(JSON.stringify({ answer: await commands[command.do](command) ?? null }))
  }
  process.exit(0)
}

main().catch(error => {
  console.error(error)
  process.exit(1)
})
