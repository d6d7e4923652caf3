#pragma once

#include "engine/core/run_context.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <pybind11/pybind11.h>
#include <thread>

#include "python/engine/failures.h"

namespace python {

/// Work of the engine that goes on beside the interpreter.
class Work {
public:
    /// What happens to work that is stopped: whoever called waits until it has ended (what it writes is
    /// tidied up), or leaves it, which is for work that only reads and looks at nothing of the caller's.
    enum class Ending { Awaited, MayBeLeft };

    /// Runs `work` on a thread of its own, with the interpreter's lock released. Meanwhile progress is told
    /// to `progress` (called with 0…1; may be None), and signals are seen: Ctrl-C stops the work.
    /// @throws what the work throws, with the exception of a callback as its cause; error_already_set for a
    /// signal, or when `progress` raises.
    template <typename Result>
    static Result run(const pybind11::object& progress, std::function<Result(Work&)> work,
                      Ending ending = Ending::Awaited);

    const engine::RunContext& context() const { return m_context; }

    /// Calls Python from a thread of the engine. What Python raises is kept as the cause of the failure that
    /// is thrown instead. @param about  what the call is about @throws ShapeError (`collapse_failed`).
    void callBack(const std::string& about, const std::function<void()>& call);

private:
    template <typename Result>
    struct Outcome {
        std::optional<Result> result;
        std::exception_ptr failure;
    };

    Work();
    void finish();
    void watch(const pybind11::object& progress);

    std::stop_source m_stop;
    engine::RunContext m_context;
    std::atomic<double> m_fraction = 0;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_done = false;
    pybind11::object m_raised; ///< touched with the interpreter's lock only
};

template <typename Result>
Result Work::run(const pybind11::object& progress, std::function<Result(Work&)> work, Ending ending)
{
    const std::shared_ptr<Work> state(new Work);
    const auto outcome = std::make_shared<Outcome<Result>>();
    std::thread thread([state, outcome, work = std::move(work)] {
        try {
            outcome->result.emplace(work(*state));
        } catch (...) {
            outcome->failure = std::current_exception();
        }
        state->finish();
    });
    std::exception_ptr interrupted;
    try {
        state->watch(progress);
    } catch (...) {
        interrupted = std::current_exception();
        state->m_stop.request_stop();
    }
    if (interrupted && ending == Ending::MayBeLeft) {
        thread.detach();
    } else {
        const pybind11::gil_scoped_release released;
        thread.join();
    }
    if (interrupted)
        std::rethrow_exception(interrupted);
    if (outcome->failure && state->m_raised)
        raiseWithCause(outcome->failure, state->m_raised);
    if (outcome->failure)
        std::rethrow_exception(outcome->failure);
    return std::move(*outcome->result);
}

}
