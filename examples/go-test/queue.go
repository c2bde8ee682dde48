// Package queue hands jobs to one worker.
package queue

// Queue has one worker until it is closed.
type Queue struct {
	jobs chan func()
}

// New starts the worker.
func New() *Queue {
	q := &Queue{jobs: make(chan func())}
	go q.work()
	return q
}

// Do waits until the worker takes the job.
func (q *Queue) Do(job func()) { q.jobs <- job }

// Close ends the worker.
func (q *Queue) Close() { close(q.jobs) }

func (q *Queue) work() {
	for job := range q.jobs {
		job()
	}
}
