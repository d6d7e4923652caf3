#pragma once

#include "widgets/library/library_query.h"

#include <QCoreApplication>

#include <vector>

namespace widgets {

/// The key that the library is sorted by, and its direction.
struct LibraryOrder {
    Q_DECLARE_TR_FUNCTIONS(widgets::LibraryOrder)
public:
    enum class Key { Dataset, Name, Duration, MeanLabel, LabelSpread, Segments, Coverage };
    static constexpr std::array all{Key::Dataset,     Key::Name,     Key::Duration, Key::MeanLabel,
                                    Key::LabelSpread, Key::Segments, Key::Coverage};
    Key key = Key::Dataset;
    bool descending = false;

    static QString title(Key key); ///< for the user
    /// `duration`, `-duration`: the form in the settings. A text that is not known gives the order of the
    /// dataset.
    QString name() const;
    static LibraryOrder fromName(const QString& name);
    /// The value that an entry is sorted by. NaN (not known, or none) comes last in both directions.
    double valueOf(const LibraryEntry& entry, int datasetPlace) const;
    /// Whether reading an entry can change its place.
    bool needsReading() const { return key != Key::Dataset && key != Key::Name; }

    friend bool operator==(const LibraryOrder&, const LibraryOrder&) = default;
};

/// An entry that is shown: its place in the dataset, and where in it something was found.
struct LibraryRow {
    int entry = 0;
    LibraryHit hit;
    friend bool operator==(const LibraryRow&, const LibraryRow&) = default;
};

/// @param values  one per row, as LibraryOrder::valueOf gives them. Equal ones keep their order.
void sortRows(std::vector<LibraryRow>& rows, const std::vector<double>& values, bool descending);

}
