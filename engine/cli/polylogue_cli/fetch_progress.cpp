#include "engine/cli/polylogue_cli/fetch_progress.h"

#include "engine/core/terminal_text.h"

#include <fmt/format.h>
#include <numeric>
#include <unistd.h>
#include <utility>

namespace engine::cli {

namespace {

using Clock = std::chrono::steady_clock;

std::string megabytes(std::uintmax_t bytes)
{
    return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

constexpr const char* clearLine = "\r\033[K";

}

FetchProgress::FetchProgress(std::vector<std::string> names, std::vector<std::optional<std::uintmax_t>> sizes)
    : m_names(std::move(names))
    , m_sizes(std::move(sizes))
    , m_done(m_sizes.size())
    , m_isTerminal(isatty(STDERR_FILENO) != 0)
{
}

FetchProgress::~FetchProgress()
{
    if (m_isTerminal)
        fmt::print(stderr, "{}", clearLine);
}

DownloadEvents FetchProgress::events()
{
    DownloadEvents events;
    events.notice = [this](std::size_t index, const std::string& text) {
        fmt::print(stderr, "{}{}: {}\n", m_isTerminal ? clearLine : "", terminalText(m_names[index]),
                   terminalText(text));
    };
    if (m_isTerminal) {
        events.progress
            = [this](std::size_t index, std::uintmax_t done, std::optional<std::uintmax_t> total) {
                  m_done[index] = done;
                  if (total)
                      m_sizes[index] = total;
                  show();
              };
    }
    return events;
}

void FetchProgress::show()
{
    const Clock::time_point now = Clock::now();
    if (now - m_shown < std::chrono::milliseconds(100))
        return;
    m_shown = now;
    const std::uintmax_t done = std::accumulate(m_done.begin(), m_done.end(), std::uintmax_t{0});
    if (m_start == Clock::time_point{}) {
        m_start = now;
        m_before = done;
    }
    std::uintmax_t total = 0;
    std::size_t complete = 0;
    bool isKnown = true;
    for (std::size_t i = 0; i < m_sizes.size(); ++i) {
        total += m_sizes[i].value_or(0);
        isKnown = isKnown && m_sizes[i];
        complete += m_sizes[i] && m_done[i] == *m_sizes[i] ? 1 : 0;
    }
    const double seconds = std::chrono::duration<double>(now - m_start).count();
    const double speed
        = seconds > 0.5 ? static_cast<double>(done - std::min(done, m_before)) / 1e6 / seconds : 0.0;
    fmt::print(stderr, "{}{} of {} files, {}{}{}", clearLine, complete, m_sizes.size(), megabytes(done),
               isKnown ? " of " + megabytes(total) : "",
               speed > 0.0 ? fmt::format(", {:.1f} MB/s", speed) : "");
}

}
