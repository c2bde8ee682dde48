import os
import sys

kept = []
read, write = os.pipe()
back_read, back_write = os.pipe()
if os.fork() == 0:
    while os.read(read, 1):
        kept.extend([number] * 3 for number in range(100))
        os.write(back_write, b"x")
print("ready", flush=True)
for _ in sys.stdin:
    os.write(write, b"x")
    os.read(back_read, 1)
    print("done", flush=True)
