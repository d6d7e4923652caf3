#pragma once

#include "app/document/document.h"

#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace app {

/// The segment that a person attends to, as the tabs at the side show it: its labels and words where they may
/// be seen. A pass of review may hide them.
class SegmentInSight {
public:
    explicit SegmentInSight(const Document& document) : m_document(document) { }

    /// Its place among the video's segments; absent: there is no segment here.
    std::optional<std::size_t> place() const { return m_document.attention().segment(); }
    /// Place of the word under the playhead among the video's words; absent: there is none.
    std::optional<std::size_t> word() const { return m_document.attention().word(); }
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
};

/// Why there is no labelled segment here that could be given a value; where the video has none at all, with
/// the command that makes them.
Notice nothingToLabel(const Document& document);

}
