#pragma once

#include <QString>

#include <optional>

namespace app {

/// Where "Go to" goes: a time in seconds, or a frame.
struct TimeEntry {
    double seconds = 0.0;
    std::optional<std::size_t> frame;
    friend bool operator==(const TimeEntry&, const TimeEntry&) = default;
};

/// `75.5`, `1:15.5`, `0:01:15.5` or `f120`; absent for anything else.
std::optional<TimeEntry> parseTimeEntry(const QString& text);

}
