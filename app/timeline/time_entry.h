#pragma once

#include <QString>

#include <optional>

namespace app {

/// A segment by its video and row, as datasets name it.
struct SegmentName {
    QString video;
    std::size_t row = 0;
    friend bool operator==(const SegmentName&, const SegmentName&) = default;
};

/// Where "Go to" goes: a time in seconds, a frame, or a segment.
struct TimeEntry {
    double seconds = 0.0;
    std::optional<std::size_t> frame{};
    std::optional<SegmentName> segment{};
    friend bool operator==(const TimeEntry&, const TimeEntry&) = default;
};

/// `75.5`, `1:15.5`, `0:01:15.5`, `f120` or `ada_1[3]`; absent for anything else.
std::optional<TimeEntry> parseTimeEntry(const QString& text);

}
