#pragma once

#include "app/document/document.h"

#include <QMimeData>

#include <memory>
#include <optional>
#include <vector>

namespace app {

/// Words or labelled segments on their way to another place, in the order of time. Only what was said of them
/// counts: times, text, values, remarks.
struct CopiedSegments {
    TierName tier = kWordsTier;
    std::vector<engine::Segment> segments;
};

/// What goes to the clipboard: the segments for this program, and for other programs lines of text,
/// tab-separated: start and end in seconds, text, then one column per label of `tier`.
std::unique_ptr<QMimeData> toMimeData(const CopiedSegments& copied, const engine::Tier& tier);

/// The segments that toMimeData() wrote; absent where there are none, or they are damaged.
std::optional<CopiedSegments> fromMimeData(const QMimeData* data);

}
