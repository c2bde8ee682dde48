// Sessions are kept for ever; what each of them opened, four times as large, closes after five seconds.
package main

import "time"

type session struct {
	pages      []byte
	connection []byte
}

var sessions []*session

func openSession() *session {
	return &session{pages: make([]byte, 1024)}
}

func connect(s *session) {
	s.connection = make([]byte, 4096)
	time.AfterFunc(5*time.Second, func() { s.connection = nil })
}

func main() {
	serve(func(int) {
		for i := 0; i < 100; i++ {
			s := openSession()
			connect(s)
			sessions = append(sessions, s)
		}
	})
}
