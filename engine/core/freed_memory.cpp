#include "engine/core/freed_memory.h"

#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace engine {

void keepFreedMemory(std::size_t largest)
{
#ifdef __GLIBC__
    shareFreedMemory();
    if (largest == 0)
        mallopt(M_MMAP_MAX, 0);
    else
        mallopt(M_MMAP_THRESHOLD, static_cast<int>(largest));
    mallopt(M_TRIM_THRESHOLD, 512 << 20);
    mallopt(M_TOP_PAD, 16 << 20);
#else
    static_cast<void>(largest);
#endif
}

void shareFreedMemory()
{
#ifdef __GLIBC__
    mallopt(M_ARENA_MAX, 1);
#endif
}

}
