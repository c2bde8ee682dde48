"""A line of JSON for a line of JSON, on a unix socket."""
import _socket
import json
import os
import select

import _signal
from _thread import allocate_lock, get_ident

from . import tasks

# Captured before the program begins: it may put other things in their place.
_poll = select.poll
_dumps, _loads = json.dumps, json.loads


class Server:
    def __init__(self, folder, answer):
        self._folder = folder
        self._answer = answer
        self._listener = None
        self._connections = {}
        self._ending = False
        self._over = allocate_lock()
        self._over.acquire()

    def listen(self):
        # A program that runs another in its place keeps its pid: the name is never the same.
        name = "py-%d-%s.sock" % (os.getpid(), os.urandom(3).hex())
        path = os.path.join(self._folder, name)
        self._listener = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
        self._listener.bind(path)
        os.chmod(path, 0o777)
        self._listener.listen(16)

    def run(self):
        # A signal that this thread does not take is taken by the program's own, as without us.
        # Before Python 3.8 the set of all is not told, and the process is refused anyway.
        if hasattr(_signal, "valid_signals"):
            _signal.pthread_sigmask(_signal.SIG_BLOCK, _signal.valid_signals())
        tasks.own_threads.add(get_ident())
        poll = _poll()
        poll.register(self._listener.fileno(), select.POLLIN)
        while not (self._ending and not self._connections):
            for descriptor, _ in poll.poll():
                if descriptor == self._listener.fileno():
                    self._accept(poll)
                elif not self._serve(descriptor):
                    poll.unregister(descriptor)
                    self._connections.pop(descriptor)[0].close()
        self._listener.close()
        tasks.own_threads.discard(get_ident())
        self._over.release()

    def end(self):
        """For its own thread to call: it ends when who asks has gone."""
        self._ending = True

    def _accept(self, poll):
        descriptor, _ = self._listener._accept()
        self._connections[descriptor] = [_socket.socket(fileno=descriptor), b""]
        poll.register(descriptor, select.POLLIN)

    def _serve(self, descriptor):
        connection = self._connections[descriptor]
        try:
            read = connection[0].recv(65536)
            if not read:
                return False
            *lines, connection[1] = (connection[1] + read).split(b"\n")
            for line in lines:
                connection[0].sendall(_dumps(self._reply(line)).encode() + b"\n")
            return True
        except OSError:
            return False

    def _reply(self, line):
        try:
            return self._answer(_loads(line))
        except Exception as error:
            return {"problem": "%s: %s" % (type(error).__name__, error)}

    def wait(self):
        """Until it has ended: a process that ends at once would take its last answer with it."""
        self._over.acquire(timeout=5)

    def close_inherited(self):
        for connection, _ in self._connections.values():
            connection.close()
        if self._listener is not None:
            self._listener.close()
