#pragma once

#include "engine/core/segment_input.h"
#include "widgets/base/theme.h"

#include <QString>

#include <optional>
#include <vector>

namespace widgets {

/// Values from 0 to 1 that a model gives each word, in one or several parts, such as its attention.
struct WordStrip {
    QString name; ///< what the strip shows; empty: there is no strip
    /// The modality whose colour each part has; absent: the words' colour.
    std::vector<std::optional<engine::Modality>> parts;
    std::vector<float> values; ///< words × parts; NaN where nothing is known

    std::size_t words() const { return parts.empty() ? 0 : values.size() / parts.size(); }
    float at(std::size_t word, std::size_t part) const { return values[word * parts.size() + part]; }
    bool isKnown(std::size_t word) const;
    QColor colour(std::size_t part, const Theme& theme) const;

    friend bool operator==(const WordStrip&, const WordStrip&) = default;
};

/// A strip that can be chosen.
struct StripChoice {
    QString key; ///< the text that stands for it in WordsTrack::display()
    QString name;

    friend bool operator==(const StripChoice&, const StripChoice&) = default;
};

}
