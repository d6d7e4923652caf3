#pragma once

#include "app/document/document.h"

#include <QRegularExpression>

namespace app {

/// A place where something was found: words [first, last], or one labelled segment.
struct Hit {
    TierName tier = kWordsTier;
    std::size_t first = 0;
    std::size_t last = 0;
    double start = 0.0; ///< seconds
    friend bool operator==(const Hit&, const Hit&) = default;
};

/// The places where words and labels of the video in sight match, in the order of time. A match may cover
/// several words, with single spaces between them. A segment's labels are searched as the text `sentiment 2,
/// happy 1`: it always has the first label, and others when they are not 0.
std::vector<Hit> findInVideo(const Document& document, const QRegularExpression& pattern);

}
