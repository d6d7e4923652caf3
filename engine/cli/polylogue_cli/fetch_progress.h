#pragma once

#include "engine/download/download.h"

#include <chrono>
#include <vector>

namespace engine::cli {

/// Shows one line on stderr about all files of a download when stderr is a terminal; notices are lines of
/// their own.
class FetchProgress {
public:
    /// @param names  the files' names in notices. @param sizes  in bytes, as far as they are known.
    FetchProgress(std::vector<std::string> names, std::vector<std::optional<std::uintmax_t>> sizes);
    /// Erases the line.
    ~FetchProgress();

    /// The events to hand to downloadAll(); valid as long as this object lives.
    DownloadEvents events();

private:
    void show();

    std::vector<std::string> m_names;
    std::vector<std::optional<std::uintmax_t>> m_sizes;
    std::vector<std::uintmax_t> m_done;
    std::uintmax_t m_before = 0; ///< bytes that were there when the line was first shown, for the speed
    std::chrono::steady_clock::time_point m_start;
    std::chrono::steady_clock::time_point m_shown;
    bool m_isTerminal = false;
};

}
