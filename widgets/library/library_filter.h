#pragma once

#include <QString>

#include <optional>

namespace widgets {

/// The part of a query that a form can show: terms of the text, one field each.
struct LibraryFilter {
    QString fold; ///< empty: any
    QString missing; ///< `text`, `sound`, `vision`, `labels`, `media`; empty: whatever is there
    std::optional<double> least; ///< of the label that is named beside
    std::optional<double> greatest;
    std::optional<double> longer; ///< seconds
    std::optional<double> shorter;
    QString seen; ///< before an answer: `prediction`, `explanation`, …; empty: whatever was
    QString with; ///< a participant, or how the name begins; empty: any. Of several terms, the first
    std::optional<double> people; ///< how many participants

    bool isEmpty() const { return *this == LibraryFilter(); }
    friend bool operator==(const LibraryFilter&, const LibraryFilter&) = default;

    /// The fields that a text has; of values only those of the label `label`.
    static LibraryFilter of(const QString& text, const QString& label);
    /// The text with these fields in the place of its own; its other terms stay.
    QString appliedTo(const QString& text, const QString& label) const;
};

}
