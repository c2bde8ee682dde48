/** The least that measures a server, for whoever has no configuration yet; to be edited. */
export const minimalConfig = `workloads:
  server:
    start: ./server --port $PORT  # your long-lived program
    ready: 127.0.0.1:$PORT
    round: ./drive.sh 100  # gives it work, and ends with 0
    operations: 100`
