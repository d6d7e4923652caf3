#pragma once

#include <QString>

#include <optional>

namespace widgets {

/// A word of the running text.
struct TranscriptWord {
    QString text;
    double start = 0.0; ///< seconds
    double end = 0.0;
    bool isTimed = true; ///< otherwise it only lies between its neighbours
    bool beginsParagraph = false;
    bool isDraft = false; ///< the word itself was guessed, and nobody has looked at it
    bool isDoubtful = false; ///< somebody should listen to it
    std::optional<double> confidence = std::nullopt; ///< 0…1
    QString doubt = {}; ///< why it is doubtful or a draft, in a sentence

    friend bool operator==(const TranscriptWord&, const TranscriptWord&) = default;
};

}
