import ctypes

malloc = ctypes.CDLL(None).malloc
malloc.restype = ctypes.c_void_p
free = ctypes.CDLL(None).free
free.argtypes = [ctypes.c_void_p]


async def order(number):
    image = malloc(2000)
