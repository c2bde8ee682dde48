package queue

import "testing"

func TestJobIsDone(t *testing.T) {
	q := New()
	defer q.Close()
	done := make(chan bool)
	q.Do(func() { close(done) })
	<-done
}
