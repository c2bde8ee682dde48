# One round: five reports, asked for by the shell itself.
for report in 1 2 3 4 5; do
  exec 3<> "/dev/tcp/127.0.0.1/$PORT"
  printf 'POST /round HTTP/1.0\r\n\r\n' >&3
  grep -q characters <&3
done
