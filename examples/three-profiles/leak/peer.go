package main

type peer struct {
	quit    chan struct{}
	receive []byte
}

func connect() *peer {
	p := &peer{quit: make(chan struct{}), receive: make([]byte, 16<<10)}
	go p.broadcast()
	return p
}

func (p *peer) broadcast() {
	<-p.quit
	p.receive[0] = 0
}

func (p *peer) stop() {} // nobody tells broadcast
