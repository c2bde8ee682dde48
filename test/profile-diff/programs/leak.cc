#include <cstdlib>
#include <string>
#include <vector>
#include <dlfcn.h>
#include <cstdio>
namespace shop { struct Cart { std::vector<void*> kept; void add(int n){ kept.push_back(malloc(n)); } }; template<int N> void serve(Cart&c){ for(int i=0;i<N;i++) c.add(2048);} }
extern "C" void HeapProfilerDump(const char*) __attribute__((weak));
extern "C" int mallctl(const char*, void*, size_t*, void*, size_t) __attribute__((weak));
static void dump(const char*name){ if(mallctl){ mallctl("prof.dump",0,0,&name,sizeof name);} else if(HeapProfilerDump) HeapProfilerDump(name); }
int main(){ shop::Cart c; shop::serve<200>(c); dump("before.heap"); shop::serve<900>(c); dump("after.heap"); }
