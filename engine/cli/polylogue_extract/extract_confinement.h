#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

namespace engine::cli {

/// Starts the program again without threads of its libraries (OpenBLAS makes some while it is loaded): rules
/// for files hold for the thread that makes them, and for those that it starts.
void restartAlone(char** arguments);

enum class MayRun { Nothing, Espeak };

/// Gives up all but to read, and to write what comes out. Recordings of strangers are read from here on.
/// @param outputs  files, which come into being beside themselves, and folders; empty ones are left out
void confineExtraction(const std::vector<std::filesystem::path>& outputs, MayRun programs);

/// As long as work goes on, the process may use so much more processor time; then the system ends it.
class LimitedWork {
public:
    /// @param threads  that work at once
    explicit LimitedWork(std::size_t threads = 1) : m_threads(threads) { goesOn(); }
    /// A step forward: the time begins anew.
    void goesOn() const;

private:
    std::size_t m_threads;
};

}
