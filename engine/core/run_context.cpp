#include "engine/core/run_context.h"

#include "engine/core/error.h"

namespace engine {

void RunContext::tick(std::size_t done, std::size_t total) const
{
    if (stop.stop_requested())
        throw Cancelled();
    if (progress && total > 0)
        progress(static_cast<double>(done) / static_cast<double>(total));
}

Waiting::Waiting(const RunContext& run) : m_run(run)
{
    if (m_run.wait)
        m_run.wait(true);
}

Waiting::~Waiting()
{
    if (m_run.wait)
        m_run.wait(false);
}

}
