#pragma once

#include "engine/core/display_card.h"
#include "engine/core/segment_input.h"
#include "engine/core/tensor.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace widgets {

/// How a display is drawn.
enum class DisplayForm {
    Names, ///< a bar for each name, one below the other
    Columns, ///< a bar for each word, side by side
    HeatMap,
    Graph ///< edges between vertices
};

/// The modality that a display's label names; none for other names.
std::optional<engine::Modality> modalityNamed(const std::string& label);

/// Which axes of a display are drawn, and which a person chooses from.
struct DisplayLayout {
    DisplayForm form = DisplayForm::Names;
    std::optional<std::size_t> down; ///< the axis whose entries are the rows
    std::optional<std::size_t> across; ///< the axis whose entries are the columns
    std::vector<std::size_t> chosen; ///< the other axes, of which a person chooses an entry; slowest first
    bool canBeHeatMap = false; ///< a graph with numbers for each word, which a heat map can show too
};

/// @param shape  of the output; as many extents as the card has axes
DisplayLayout layoutOf(const engine::DisplayCard& card, const std::vector<std::int64_t>& shape);

/// Whether an output has the shape that its card says.
bool fits(const engine::DisplayCard& card, const engine::Tensor& output);

/// Whether a display can stand under words: one share or gate per word, or shares of the modalities.
bool canStandUnderWords(const engine::DisplayCard& card);

/// The mean over an axis, in place of one of its entries.
inline constexpr int kMean = -1;

/// What is drawn of a display: rows × columns of numbers with their names.
struct DisplayTable {
    DisplayForm form = DisplayForm::Names;
    engine::DisplayScale scale = engine::DisplayScale::Share;
    std::vector<float> values; ///< rows × columns
    QStringList rowNames;
    QStringList columnNames; ///< where there is only one column and it has no name: one empty text
    bool rowsAreWords = false;
    bool columnsAreWords = false;
    std::vector<std::optional<engine::Modality>> rowModalities; ///< where a row is a modality
    double low = 0.0; ///< lower end of the scale on which all values lie
    double high = 1.0;

    std::size_t rows() const { return static_cast<std::size_t>(rowNames.size()); }
    std::size_t columns() const { return static_cast<std::size_t>(columnNames.size()); }
    float at(std::size_t row, std::size_t column) const { return values[row * columns() + column]; }
    /// The mean of the row's finite values; NaN where it has none.
    float rowMean(std::size_t row) const;
    bool isSigned() const { return low < 0.0; }
    /// Where a value lies on the scale, 0…1; 0.5 is 0 on a signed one.
    double part(float value) const { return (static_cast<double>(value) - low) / (high - low); }
    /// A value as text, with the digits that the scale needs; `–` for what is no number.
    QString number(double value) const;

    friend bool operator==(const DisplayTable&, const DisplayTable&) = default;
};

/// Reduces an output to what is drawn of it.
///
/// @param choices  for each of `layout.chosen` an entry or `kMean`; where it is missing, the first entry
/// @param words    of the segment; they name the steps of an axis that has as many
/// @param outputs  names of the model's scores, for axes `output`
DisplayTable tableOf(const engine::DisplayCard& card, const engine::Tensor& output,
                     const DisplayLayout& layout, const std::vector<int>& choices, const QStringList& words,
                     const QStringList& outputs);

/// The words of each entry. @param ids  entries × ids, as DisplayCard::namedBy says
QStringList entryTexts(const engine::DisplayCard& card, const engine::Tensor& ids);

/// The names along an axis with `count` entries.
QStringList entryNames(const engine::DisplayCard& card, std::size_t axis, std::size_t count,
                       const QStringList& words, const QStringList& outputs);

}
