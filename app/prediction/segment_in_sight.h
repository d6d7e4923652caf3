#pragma once

#include "app/document/document.h"
#include "app/prediction/live_prediction.h"

#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace app {

/// The segment that the tabs at the side show, and whether its labels and words may be seen: during a blind
/// pass they are hidden.
class SegmentInSight {
public:
    SegmentInSight(const Document& document, const LivePrediction& prediction);

    /// Its place among the video's segments; absent: there is no segment here.
    const std::optional<std::size_t>& place() const { return m_place; }
    void set(std::optional<std::size_t> place) { m_place = place; }
    void forgetDeleted(); ///< forgets the segment when it no longer exists
    /// Place of the word under the playhead among the video's words; absent: there is none.
    const std::optional<std::size_t>& word() const { return m_word; }
    /// @return whether it is another word
    bool setWord(std::optional<std::size_t> word) { return std::exchange(m_word, word) != word; }
    bool hidesLabels() const { return !m_document.sight().now().labels; }
    bool hidesWords() const { return !m_document.sight().now().words; }

    QString nothingHere() const; ///< what to do where there is no segment, in a sentence
    QString title() const; ///< `segment 3 of 12`
    engine::Interval span() const; ///< there must be a segment
    QStringList labelNames() const; ///< of the labels in sight
    std::vector<double> labels() const; ///< NaN: nobody labelled this. Empty: hidden, or there is no segment
    /// Its words [first, last).
    std::pair<std::size_t, std::size_t> words() const;
    QStringList texts() const; ///< of its words; empty when they must not be seen

private:
    const Document& m_document;
    const LivePrediction& m_prediction;
    std::optional<std::size_t> m_place;
    std::optional<std::size_t> m_word;
};

}
