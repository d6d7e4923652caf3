#include "engine/models/threads.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>

namespace engine {

TorchThreads::TorchThreads(int count) : m_before(at::get_num_threads())
{
    static const bool isFirst = (at::set_num_interop_threads(1), true); // a second call would throw
    static_cast<void>(isFirst);
    std::fegetenv(&m_environment);
    at::set_num_threads(count);
    at::globalContext().setFlushDenormal(true);
}

TorchThreads::~TorchThreads()
{
    at::set_num_threads(m_before);
    std::fesetenv(&m_environment);
}

}
