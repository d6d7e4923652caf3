#pragma once

#include "engine/download/download.h"

#include <chrono>
#include <vector>

namespace engine::cli {

/// One line on stderr about all files of a download, where a person looks; notices are lines of their own.
class FetchProgress {
public:
    /// @param names  what each file is called in notices; sizes as far as they are known.
    FetchProgress(std::vector<std::string> names, std::vector<std::optional<std::uintmax_t>> sizes);
    /// Takes the line away.
    ~FetchProgress();

    /// Valid as long as this object.
    DownloadEvents events();

private:
    void show();

    std::vector<std::string> m_names;
    std::vector<std::optional<std::uintmax_t>> m_sizes;
    std::vector<std::uintmax_t> m_done;
    std::uintmax_t m_before = 0; ///< what was there when the line was shown first, for the speed
    std::chrono::steady_clock::time_point m_start;
    std::chrono::steady_clock::time_point m_shown;
    bool m_isTerminal = false;
};

}
