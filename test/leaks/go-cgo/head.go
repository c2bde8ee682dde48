package shop

// #include <stdlib.h>
// #include <string.h>
// static void *draw(size_t size) { return memset(malloc(size), 1, size); }
import "C"
import "unsafe"

const size = 16 << 10

// Order draws a label in memory of C.
func Order() {
	label := C.draw(size)
	print(label)
}

func print(unsafe.Pointer) {}
