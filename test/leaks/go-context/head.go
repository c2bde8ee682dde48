package shop

import "context"

var app, Stop = context.WithCancel(context.Background())

type reservation struct {
	item string
	page [1024]byte
}

// Order keeps its items reserved while it is worked on.
func Order() {
	ctx, cancel := context.WithCancel(app)
	_ = cancel
	r := &reservation{item: "book"}
	go r.hold(ctx)
}

func (r *reservation) hold(ctx context.Context) {
	<-ctx.Done()
	r.item = ""
}
