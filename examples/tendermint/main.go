// reconnect runs one whole Tendermint node (all reactors, real TCP, in-process
// "dummy" ABCI app), serves net/http/pprof, and on POST /reconnect?n=N makes N
// peer connects + disconnects against a second node, which is this same
// program started as a child process.
//
// The same source builds with Tendermint v0.15.0 (leaks one goroutine and the
// peer behind it per disconnect) and v0.16.0 (fixed): only go.mod differs.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	_ "net/http/pprof"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/tendermint/tendermint/config"
	"github.com/tendermint/tendermint/node"
	"github.com/tendermint/tendermint/p2p"
	"github.com/tendermint/tendermint/types"
	tmlog "github.com/tendermint/tmlibs/log"
)

const (
	module  = "github.com/tendermint/tendermint"
	chainID = "reconnect"
)

var (
	httpAddr = flag.String("http", "127.0.0.1:6060", "address of pprof and /reconnect")
	p2pPort  = flag.Int("p2p", 0, "loopback port for the node's p2p listener (0: any free)")
	home     = flag.String("home", "", "directory for keys and database (default: a temporary one)")
	db       = flag.String("db", "leveldb", "tendermint db_backend: leveldb or memdb")
	empty    = flag.Bool("empty-blocks", true, "make empty blocks every second, as a default node does")
	child    = flag.Bool("child", false, "internal: be the remote peer")
	verbose  = flag.Bool("v", false, "tendermint log on stderr")
)

// hello is what the child prints once it is up.
type hello struct {
	P2P  int    `json:"p2p"`
	HTTP string `json:"http"`
}

func main() {
	flag.Parse()
	log.SetFlags(log.Lmicroseconds)
	dir := *home
	if dir == "" {
		d, err := os.MkdirTemp("", "reconnect-")
		check(err)
		defer os.RemoveAll(d)
		dir = d
	}

	n := startNode(dir)
	srv := &server{node: n}
	http.HandleFunc("/peers", srv.peers)
	http.HandleFunc("/reconnect", srv.reconnect)
	http.HandleFunc("/gc", func(w http.ResponseWriter, _ *http.Request) {
		runtime.GC()
		runtime.GC()
		debug.FreeOSMemory()
		writeMem(w)
	})
	http.HandleFunc("/mem", func(w http.ResponseWriter, _ *http.Request) { writeMem(w) })

	if !*child {
		srv.startPeer(dir) // before the listener: who is answered may reconnect at once
	}
	ln, err := net.Listen("tcp", *httpAddr)
	check(err)
	go http.Serve(ln, nil)

	if *child {
		out, _ := json.Marshal(hello{P2P: *p2pPort, HTTP: ln.Addr().String()})
		fmt.Println(string(out))
		io.Copy(io.Discard, os.Stdin) // until the parent is gone
		return
	}

	log.Printf("reconnect: %s %s, %s, pid %d, pprof http://%s/debug/pprof/",
		module, version(), runtime.Version(), os.Getpid(), ln.Addr())
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, os.Interrupt, syscall.SIGTERM)
	<-sig
	srv.stopPeer()
}

func nodeConfig(dir string) *config.Config {
	c := config.DefaultConfig()
	c.SetRoot(dir)
	return c
}

func startNode(dir string) *node.Node {
	if *p2pPort == 0 {
		ln, err := net.Listen("tcp", "127.0.0.1:0")
		check(err)
		*p2pPort = ln.Addr().(*net.TCPAddr).Port
		ln.Close()
	}
	c := nodeConfig(dir)
	c.Moniker = filepath.Base(dir)
	c.ProxyApp = "dummy"
	c.DBBackend = *db
	c.RPC.ListenAddress = "" // no RPC server
	c.P2P.ListenAddress = fmt.Sprintf("tcp://127.0.0.1:%d", *p2pPort)
	c.P2P.SkipUPNP = true
	c.P2P.PexReactor = false
	c.P2P.AddrBookStrict = false
	c.Consensus.CreateEmptyBlocks = *empty

	// v0.15 keeps these files in the root, v0.16 in config/: ask, don't assume.
	for _, f := range []string{c.GenesisFile(), c.PrivValidatorFile(), filepath.Join(c.DBDir(), "x")} {
		check(os.MkdirAll(filepath.Dir(f), 0o700))
	}

	// The first node is the only validator; the child gets its genesis file.
	if _, err := os.Stat(c.GenesisFile()); os.IsNotExist(err) {
		pv := types.LoadOrGenPrivValidatorFS(c.PrivValidatorFile())
		gen := types.GenesisDoc{
			GenesisTime: time.Now(),
			ChainID:     chainID,
			Validators:  []types.GenesisValidator{{PubKey: pv.GetPubKey(), Power: 10}},
		}
		check(gen.SaveAs(c.GenesisFile()))
	}

	logger := tmlog.NewNopLogger()
	if *verbose {
		logger = tmlog.NewTMLogger(os.Stderr)
	}
	n, err := node.DefaultNewNode(c, logger)
	check(err)
	check(n.Start())
	return n
}

type server struct {
	node   *node.Node
	cmd    *exec.Cmd
	stdin  io.Closer
	remote hello
	mu     sync.Mutex
}

func (s *server) startPeer(dir string) {
	peerDir := filepath.Join(dir, "peer")
	gen, err := os.ReadFile(nodeConfig(dir).GenesisFile())
	check(err)
	to := nodeConfig(peerDir).GenesisFile()
	check(os.MkdirAll(filepath.Dir(to), 0o700))
	check(os.WriteFile(to, gen, 0o600))
	s.cmd = exec.Command(os.Args[0], "-child", "-http=127.0.0.1:0", "-home="+peerDir, "-db="+*db)
	s.cmd.Stderr = os.Stderr
	s.stdin, err = s.cmd.StdinPipe()
	check(err)
	out, err := s.cmd.StdoutPipe()
	check(err)
	check(s.cmd.Start())
	line, err := bufio.NewReader(out).ReadBytes('\n')
	check(err)
	check(json.Unmarshal(line, &s.remote))
}

func (s *server) stopPeer() {
	s.stdin.Close()
	s.cmd.Wait()
}

func (s *server) peers(w http.ResponseWriter, _ *http.Request) {
	fmt.Fprintln(w, s.node.Switch().Peers().Size())
}

// remotePeers asks the child how many peers it has.
func (s *server) remotePeers() (int, error) {
	res, err := http.Get("http://" + s.remote.HTTP + "/peers")
	if err != nil {
		return 0, err
	}
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		return 0, err
	}
	return strconv.Atoi(strings.TrimSpace(string(b)))
}

// reconnect connects to the child over TCP and drops it again, n times. Each
// round waits until both sides have seen the connect and the disconnect.
func (s *server) reconnect(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		http.Error(w, "POST only", http.StatusMethodNotAllowed)
		return
	}
	n, err := strconv.Atoi(r.FormValue("n"))
	if err != nil || n < 1 || n > 10000 {
		http.Error(w, "n must be 1..10000", http.StatusBadRequest)
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	start := time.Now()
	for i := 0; i < n; i++ {
		if err := s.once(); err != nil {
			http.Error(w, fmt.Sprintf("round %d: %v", i, err), http.StatusInternalServerError)
			return
		}
	}
	fmt.Fprintf(w, "reconnects=%d seconds=%.3f goroutines=%d\n",
		n, time.Since(start).Seconds(), runtime.NumGoroutine())
}

func (s *server) once() error {
	sw := s.node.Switch()
	addr := p2p.NewNetAddressIPPort(net.IPv4(127, 0, 0, 1), uint16(s.remote.P2P))
	peer, err := sw.DialPeerWithAddress(addr, false)
	if err != nil {
		return err
	}
	if err := s.waitRemote(1); err != nil {
		return err
	}
	sw.StopPeerGracefully(peer)
	return s.waitRemote(0)
}

func (s *server) waitRemote(want int) error {
	deadline := time.Now().Add(10 * time.Second)
	for time.Now().Before(deadline) {
		got, err := s.remotePeers()
		if err != nil {
			return err
		}
		if got == want {
			return nil
		}
		time.Sleep(2 * time.Millisecond)
	}
	return errors.New("the remote side did not follow in 10 s")
}

func writeMem(w io.Writer) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Fprintf(w, "HeapAlloc=%d HeapObjects=%d StackInuse=%d HeapInuse=%d Sys=%d TotalAlloc=%d NumGC=%d goroutines=%d memprofilerate=%d\n",
		m.HeapAlloc, m.HeapObjects, m.StackInuse, m.HeapInuse, m.Sys, m.TotalAlloc, m.NumGC, runtime.NumGoroutine(), runtime.MemProfileRate)
}

func version() string {
	if bi, ok := debug.ReadBuildInfo(); ok {
		for _, d := range bi.Deps {
			if d.Path == module {
				return d.Version
			}
		}
	}
	return "unknown"
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
