import sys
keep=[]
class Cache:
    def add(self,n): keep.append(bytearray(n))
def serve(k):
    c=Cache()
    for i in range(k): c.add(1024)
serve(int(sys.argv[1]))
