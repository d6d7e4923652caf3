#pragma once

#include "engine/core/interval.h"

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace app {

class Document;
class ModelInput;

/// Which segments of the video in sight are predicted: the labelled ones, or one per utterance where nothing
/// is labelled; where there is none and the model asks parts, which need no words, pieces of four seconds,
/// one after the other.
class PredictedSegments {
public:
    PredictedSegments(const Document& document, const ModelInput& input)
        : m_document(document)
        , m_input(input)
    {
    }

    /// @param seconds  where the recording ends; 0: not known yet
    void setVideoEnd(double seconds) { m_videoEnd = seconds; }
    void setPlayhead(double seconds) { m_playhead = seconds; }
    /// As the document, the model and the recording have them now. @return whether they are others
    bool take();

    const std::vector<engine::Interval>& all() const { return m_all; }
    bool arePieces() const { return m_arePieces; }
    std::optional<std::size_t> at(double seconds) const;
    /// The piece under the playhead; absent where the segments are no pieces.
    std::optional<std::size_t> pieceInSight() const;
    /// The words [first, last) of a segment among these.
    std::pair<std::size_t, std::size_t> wordsOf(std::size_t segment,
                                                const std::vector<engine::Interval>& words) const;
    /// Rows that are not those of words are there whatever is said.
    bool hasEditedWords(std::size_t segment) const;

private:
    static constexpr double kPiece = 4.0; // seconds

    std::vector<engine::Interval> wanted() const;

    const Document& m_document;
    const ModelInput& m_input;
    std::vector<engine::Interval> m_all;
    bool m_arePieces = false;
    double m_videoEnd = 0.0;
    double m_playhead = 0.0;
};

}
