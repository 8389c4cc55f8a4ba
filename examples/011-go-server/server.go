// A server with two old mistakes: it opens any file it is asked for, and fetches from any address.
package main

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"sync/atomic"
	"syscall"
)

func file(w http.ResponseWriter, r *http.Request) {
	text, err := os.ReadFile("public/" + r.URL.Query().Get("name"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusForbidden)
		return
	}
	w.Write(text)
}

func fetch(w http.ResponseWriter, r *http.Request) {
	conn, err := net.Dial("tcp", r.URL.Query().Get("from"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer conn.Close()
	io.Copy(w, conn)
}

// Opens from many goroutines while others compute: the runtime preempts them with SIGURG all the time.
func work(w http.ResponseWriter, r *http.Request) {
	var opens, interrupted, spun atomic.Int64
	var openers, spinners sync.WaitGroup
	var done atomic.Bool
	for i := 0; i < 4; i++ {
		spinners.Add(1)
		go func() {
			defer spinners.Done()
			for !done.Load() {
				for j := int64(0); j < 1e8; j++ {
					spun.Add(j & 1)
				}
			}
		}()
		openers.Add(1)
		go func() {
			defer openers.Done()
			for j := 0; j < 250; j++ {
				fd, err := syscall.Open("public/hello.txt", syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
				if errors.Is(err, syscall.EINTR) {
					interrupted.Add(1)
				} else if err == nil {
					syscall.Close(fd)
					opens.Add(1)
				}
			}
		}()
	}
	openers.Wait()
	done.Store(true)
	spinners.Wait()
	fmt.Fprintf(w, "%d opens, %d interrupted\n", opens.Load(), interrupted.Load())
}

func main() {
	listener, err := net.Listen("tcp", os.Args[1])
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println("listening")
	http.HandleFunc("/file", file)
	http.HandleFunc("/fetch", fetch)
	http.HandleFunc("/work", work)
	go http.Serve(listener, nil)
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM)
	<-stop
	fmt.Println("stopped")
}
