package live

import "testing"

const operations = 20

var kept [][]byte

func keepBytes() {
	kept = append(kept, make([]byte, keptBytes))
}

func TestWork(t *testing.T) {
	for i := 0; i < operations; i++ {
		if keptBytes > 0 {
			keepBytes()
		}
	}
}
