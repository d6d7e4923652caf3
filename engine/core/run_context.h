#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>
#include <string>

namespace engine {

/// What long work is given: a way to be stopped and a way to tell how far it is.
struct RunContext {
    std::stop_token stop;
    std::function<void(double fraction)> progress; ///< may be empty; called with 0…1
    std::function<void(const std::string& text)> note
        = {}; ///< may be empty; what a person should know meanwhile
    /// May be empty. Called with true before the work waits for something else than this processor, a program
    /// or the network, and with false afterwards: whoever counts threads of work need not count it meanwhile.
    std::function<void(bool waits)> wait = {};

    /// Reports that `done` of `total` steps are finished. @throws Cancelled when `stop` was requested.
    void tick(std::size_t done, std::size_t total) const;
};

/// Says that the work waits, as long as this lives.
class Waiting {
public:
    /// @param run  must outlive this
    explicit Waiting(const RunContext& run);
    ~Waiting();
    Waiting(const Waiting&) = delete;
    Waiting& operator=(const Waiting&) = delete;

private:
    const RunContext& m_run;
};

}
