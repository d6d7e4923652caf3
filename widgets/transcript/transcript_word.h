#pragma once

#include <QString>

namespace widgets {

/// A word of the running text.
struct TranscriptWord {
    QString text;
    double start = 0.0; ///< seconds
    double end = 0.0;
    bool isTimed = true; ///< otherwise it only lies between its neighbours
    bool beginsParagraph = false;

    friend bool operator==(const TranscriptWord&, const TranscriptWord&) = default;
};

}
