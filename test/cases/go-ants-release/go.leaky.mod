module cases/go-ants-release

go 1.23

require github.com/panjf2000/ants/v2 v2.8.0
