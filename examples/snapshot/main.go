// A node that peers connect to, and that writes its profiles to files when it is asked to.
package main

import (
	"log"
	"net/http"
	"os"
	"runtime"
	"runtime/pprof"
)

func main() {
	http.HandleFunc("/reconnect", func(w http.ResponseWriter, r *http.Request) {
		for i := 0; i < 20; i++ {
			p := connect()
			p.stop()
		}
	})
	http.HandleFunc("/write_heap_profile", func(w http.ResponseWriter, r *http.Request) {
		runtime.GC()
		write("heap", r.FormValue("filename"))
	})
	http.HandleFunc("/write_goroutines", func(w http.ResponseWriter, r *http.Request) {
		write("goroutine", r.FormValue("filename"))
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), nil))
}

func write(profile, filename string) {
	file, err := os.Create(filename)
	if err != nil {
		log.Print(err)
		return
	}
	defer file.Close()
	pprof.Lookup(profile).WriteTo(file, 0)
}
