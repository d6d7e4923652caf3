#pragma once

#include "widgets/training/split_layout.h"

#include <QColor>
#include <QString>

#include <array>
#include <string>
#include <vector>

class QFontMetrics;

namespace widgets {

struct Theme;

/// A video, and the part of the split it is in.
struct SplitVideo {
    QString id;
    QString detail; ///< who is seen: `Ana`
    int segments = 0;
    int labelled = 0;
    std::string part; ///< `train`, `valid`, `test`; empty: not used

    friend bool operator==(const SplitVideo&, const SplitVideo&) = default;
};

/// The parts by their place: as SplitVideo calls them, for people, and in their colour.
inline constexpr std::array<const char*, kSplitParts> kSplitKeys{"train", "valid", "test", ""};
std::size_t splitPartOf(const SplitVideo& video);
QString splitPartName(std::size_t part);
QColor splitColour(const Theme& theme, std::size_t part);

/// What stands inside a block: how many segments are labelled. @param room  pixels
QString splitBlockText(const std::vector<SplitVideo>& videos, const QFontMetrics& metrics, int room);

}
