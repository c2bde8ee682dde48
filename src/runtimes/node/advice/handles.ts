import { type AdviceRule, clearTimer, closeConnection, type Sentence } from '../../advice.ts'

interface Handle {
  /** What it is, with its article. */
  readonly words: string
  readonly end?: Sentence
}

const closeServer: Sentence = ['close the server when its owner ends.']
const closeWatcher: Sentence = ['close the watcher when its owner goes away.']
const closeFile: Sentence = ['close it on every way out, errors included.']
const lookup: Handle = { words: 'a name lookup that has not ended' }
const operation: Handle = { words: 'a file operation that has not ended' }

/**
 * What Node calls its handles and requests (async_hooks.asyncWrapProviders), in words,
 * and how each is ended where one thing fits all of its kind.
 */
const handles: Readonly<Record<string, Handle>> = {
  Timeout: { words: 'a timer', end: clearTimer },
  TCPWRAP: { words: 'a TCP connection', end: closeConnection },
  TCPCONNECTWRAP: { words: 'a TCP connection that is being opened', end: closeConnection },
  TCPSERVERWRAP: { words: 'a server that listens', end: closeServer },
  PIPEWRAP: {
    words: 'a pipe',
    end: ['close the pipe when its work ends, or end the process at its other end.'],
  },
  PIPECONNECTWRAP: { words: 'a pipe that is being opened', end: closeConnection },
  PIPESERVERWRAP: { words: 'a server that listens on a path', end: closeServer },
  UDPWRAP: { words: 'a UDP socket', end: ['close the socket when its work ends, on errors too.'] },
  HTTP2SESSION: { words: 'an HTTP/2 session', end: ['close the session when its work ends, on errors too.'] },
  HTTP2STREAM: { words: 'an HTTP/2 stream', end: ['close the stream when its work ends, on errors too.'] },
  PROCESSWRAP: {
    words: 'a child process',
    end: ['end the child process when its owner ends, and wait until it has exited.'],
  },
  WORKER: {
    words: 'a worker thread',
    end: ['terminate the worker when its work is done, or take workers from a pool of fixed size.'],
  },
  MESSAGEPORT: {
    words: 'a message port',
    end: ['close the port when its work ends; a worker that ends closes its own.'],
  },
  ZLIB: {
    words: 'a compression stream',
    end: [
      'end the stream, or destroy it, on every way out: ',
      { code: 'stream.pipeline' },
      ' does it on errors too.',
    ],
  },
  FSEVENTWRAP: { words: 'a watcher of files', end: closeWatcher },
  STATWATCHER: {
    words: 'a watcher of a file',
    end: ['call ', { code: 'fs.unwatchFile' }, ' when its owner goes away.'],
  },
  FILEHANDLE: { words: 'an open file', end: closeFile },
  DIRHANDLE: { words: 'an open folder', end: closeFile },
  DNSCHANNEL: { words: 'a DNS resolver', end: ['make one resolver, and share it.'] },
  SIGNALWRAP: {
    words: 'a listener for a signal',
    end: ['remove the listener for the signal when its owner goes away.'],
  },
  FSREQCALLBACK: operation,
  FSREQPROMISE: operation,
  GETADDRINFOREQWRAP: lookup,
  GETNAMEINFOREQWRAP: lookup,
  QUERYWRAP: lookup,
  WRITEWRAP: { words: 'a write that has not ended' },
  SHUTDOWNWRAP: { words: 'a connection that is being closed' },
  TTYWRAP: { words: 'a terminal' },
}

/** By the name of its handle alone: what functions and files are called says nothing of it. */
export const handleRules: readonly AdviceRule[] = Object.entries(handles).flatMap(([name, { end }]) =>
  end === undefined ? [] : [{ of: ['tasks'], state: new RegExp(`^${name}$`), say: end }],
)

/** In words; other names are the runtime's own. */
export const handleWords: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(handles).map(([name, { words }]) => [name, words]),
)
