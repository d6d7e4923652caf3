#include "engine/models/threads.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>

namespace engine {

void setTorchThreads(int count)
{
    at::set_num_interop_threads(1);
    at::set_num_threads(count);
    at::globalContext().setFlushDenormal(true);
}

}
