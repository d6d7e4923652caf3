#include "engine/models/threads.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>

namespace engine {

void setTorchThreads(int count)
{
    static const bool isFirst = (at::set_num_interop_threads(1), true); // a second call would throw
    static_cast<void>(isFirst);
    at::set_num_threads(count);
    at::globalContext().setFlushDenormal(true);
}

}
