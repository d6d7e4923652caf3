#include "python/engine/work.h"

#include "engine/core/error.h"

#include <chrono>

namespace python {

namespace py = pybind11;

Work::Work()
{
    m_context.stop = m_stop.get_token();
    m_context.progress = [this](double fraction) { m_fraction = fraction; };
}

void Work::finish()
{
    const std::lock_guard lock(m_mutex);
    m_done = true;
    m_changed.notify_all();
}

void Work::watch(const py::object& progress)
{
    constexpr auto kTurn = std::chrono::milliseconds(50); // Ctrl-C is to be seen within 0.2 s
    double told = 0;
    for (bool done = false; !done;) {
        {
            const py::gil_scoped_release released;
            std::unique_lock lock(m_mutex);
            done = m_changed.wait_for(lock, kTurn, [this] { return m_done; });
        }
        if (PyErr_CheckSignals() != 0)
            throw py::error_already_set();
        if (const double fraction = m_fraction; !progress.is_none() && fraction != told) {
            progress(fraction);
            told = fraction;
        }
    }
}

void Work::callBack(const std::string& about, const std::function<void()>& call)
{
    const py::gil_scoped_acquire acquired;
    try {
        call();
    } catch (py::error_already_set& error) {
        if (!m_raised)
            m_raised = error.value();
        throw engine::ShapeError("collapse_failed", about + ": a collapse function raised an exception");
    }
}

}
