package main
import ("os";"runtime";"runtime/pprof";"sync";"time";"fmt")
var kept [][]byte
var m = map[string][]byte{}
func cache(n int){ for i:=0;i<n;i++ { kept=append(kept, make([]byte, 4096)); m[fmt.Sprint(len(m))]=make([]byte,100) } }
func write(dir string){ os.MkdirAll(dir,0o755); runtime.GC(); runtime.GC()
 for _,p:=range []string{"heap","allocs","goroutine","threadcreate","block","mutex","goroutineleak"} { if pprof.Lookup(p)==nil { continue }; for d:=0; d<3; d++ { f,_:=os.Create(fmt.Sprintf("%s/%s.%d",dir,p,d)); pprof.Lookup(p).WriteTo(f,d); f.Close() } } }
func main(){ runtime.MemProfileRate=4096; runtime.SetBlockProfileRate(1); runtime.SetMutexProfileFraction(1)
 var mu sync.Mutex; hold:=func(n int){ var wg sync.WaitGroup; for i:=0;i<n;i++ { wg.Add(1); go func(){ defer wg.Done(); mu.Lock(); time.Sleep(time.Millisecond); mu.Unlock() }() }; wg.Wait() }
 cache(500); hold(20); write("go-before")
 cache(1500); hold(50); for i:=0;i<7;i++ { go func(){ select{} }() }; time.Sleep(10*time.Millisecond); write("go-after") }
