// A cache of 2,000 pages, full after ten rounds.
package main

type page struct{ text [64]int64 }

const bound = 2000

var pages [bound]*page
var next int

func keepPage() {
	pages[next%bound] = &page{}
	next++
}

func main() {
	serve(func(int) {
		for i := 0; i < 200; i++ {
			keepPage()
		}
	})
}
