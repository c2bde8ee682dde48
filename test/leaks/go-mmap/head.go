package shop

import "syscall"

const size = 16 << 10

// Order draws a label in pages of its own.
func Order() {
	label, err := syscall.Mmap(-1, 0, size, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		panic(err)
	}
	for i := range label {
		label[i] = 1
	}
}
