package shop

import (
	"fmt"
	"os"
)

var receipts = map[int]*os.File{}
var number int

// Order writes a receipt.
func Order() {
	number++
	openReceipt(number)
	fmt.Fprintln(receipts[number], "one book")
	closeReceipt(number)
}

func openReceipt(number int) {
	receipt, err := os.CreateTemp("", "receipt")
	if err != nil {
		panic(err)
	}
	os.Remove(receipt.Name())
	receipts[number] = receipt
}

func closeReceipt(number int) {
	receipts[number].Close()
	delete(receipts, number)
}
