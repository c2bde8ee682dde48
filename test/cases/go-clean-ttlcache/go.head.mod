module cases/go-clean-ttlcache

go 1.23.0

require github.com/jellydator/ttlcache/v3 v3.4.0

require golang.org/x/sync v0.15.0 // indirect
