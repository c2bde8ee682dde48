package shop

type session struct {
	customer int
	basket   [512]byte
}

var sessions = map[int]*session{}
var customers int

// Order opens a session for its customer, who leaves when it is done.
func Order() {
	customers++
	s := open(customers)
	leave(s)
}

func open(customer int) *session {
	s := &session{customer: customer}
	sessions[customer] = s
	return s
}

func leave(s *session) {
	s.basket[0] = 0
	delete(sessions, s.customer)
}
