package shop

import (
	"context"
	"time"
)

var app, Stop = context.WithCancel(context.Background())

// Order must be paid within the hour.
func Order() {
	ctx, cancel := context.WithTimeout(app, time.Hour)
	_ = cancel
	pay(ctx)
}

func pay(ctx context.Context) bool {
	return ctx.Err() == nil
}
