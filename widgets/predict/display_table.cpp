#include "widgets/predict/display_table.h"

#include "widgets/base/scale_number.h"
#include "widgets/base/theme.h"
#include "widgets/predict/display_words.h"

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr std::int64_t kMostNames = 24; // bars below each other; more stand side by side

/// The least of 1, 1.5, 2, 3, 5, 7 times a power of ten that is not below `value`, so that a scale stands
/// still while numbers change a little.
double roundedUp(double value)
{
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double step : {1.0, 1.5, 2.0, 3.0, 5.0, 7.0}) {
        if (step * power >= value * (1 - 1e-9))
            return step * power;
    }
    return 10.0 * power;
}

void setRange(DisplayTable& table)
{
    double least = 0.0;
    double greatest = 0.0;
    for (const float value : table.values) {
        if (!std::isfinite(value))
            continue;
        least = std::min(least, static_cast<double>(value));
        greatest = std::max(greatest, static_cast<double>(value));
    }
    const double size = std::max(-least, greatest);
    table.high = size > 0 ? roundedUp(size) : 1.0;
    if (table.scale == engine::DisplayScale::Gate)
        table.high = std::max(1.0, table.high);
    table.low = table.scale == engine::DisplayScale::Signed || least < 0 ? -table.high : 0.0;
}

/// Steps from one entry of each axis to the next, in values.
std::vector<std::size_t> stridesOf(const std::vector<std::int64_t>& shape)
{
    std::vector<std::size_t> strides(shape.size(), 1);
    for (std::size_t axis = shape.size(); axis-- > 1;)
        strides[axis - 1] = strides[axis] * static_cast<std::size_t>(shape[axis]);
    return strides;
}

/// Where the entries lie that one cell is the mean of, from the cell's own place.
std::vector<std::size_t> offsetsOf(const engine::Tensor& output, const DisplayLayout& layout,
                                   const std::vector<int>& choices)
{
    const std::vector<std::size_t> strides = stridesOf(output.shape);
    std::vector<std::size_t> offsets{0};
    for (std::size_t i = 0; i < layout.chosen.size(); ++i) {
        const std::size_t axis = layout.chosen[i];
        const auto extent = static_cast<std::size_t>(output.shape[axis]);
        const int choice = i < choices.size() ? choices[i] : 0;
        std::vector<std::size_t> next;
        for (const std::size_t offset : offsets) {
            if (choice != kMean) {
                next.push_back(offset
                               + std::min(static_cast<std::size_t>(choice), extent - 1) * strides[axis]);
                continue;
            }
            for (std::size_t entry = 0; entry < extent; ++entry)
                next.push_back(offset + entry * strides[axis]);
        }
        offsets = std::move(next);
    }
    return offsets;
}

bool areWords(const engine::DisplayCard& card, std::size_t axis, qsizetype count, const QStringList& words)
{
    return (card.axes[axis] == "step" || card.axes[axis] == "target_step") && count == words.size();
}

}

std::optional<engine::Modality> modalityNamed(const std::string& label)
{
    const auto found = std::ranges::find(engine::allModalities, label,
                                         [](engine::Modality modality) { return engine::name(modality); });
    return found == engine::allModalities.end() ? std::nullopt : std::optional(*found);
}

DisplayLayout layoutOf(const engine::DisplayCard& card, const std::vector<std::int64_t>& shape)
{
    std::vector<std::size_t> steps;
    std::vector<std::size_t> others; // outputs are chosen from as long as there is something else to draw
    std::vector<std::size_t> outputs;
    for (std::size_t axis = 0; axis < card.axes.size(); ++axis)
        (card.axes[axis] == "step" ? steps : card.axes[axis] == "output" ? outputs : others).push_back(axis);
    const auto edge
        = std::ranges::find_if(others, [&](std::size_t axis) { return card.axes[axis] == "edge"; });

    DisplayLayout layout;
    if (steps.size() >= 2) {
        layout.form = DisplayForm::HeatMap;
        layout.down = steps[0];
        layout.across = steps[1];
    } else if (edge != others.end()) {
        layout.form = DisplayForm::Graph;
        layout.down = *edge;
        if (!steps.empty())
            layout.across = steps.front();
        layout.canBeHeatMap = !steps.empty();
    } else if (!steps.empty()) {
        layout.across = steps.front();
        layout.form = others.empty() ? DisplayForm::Columns : DisplayForm::HeatMap;
        if (!others.empty())
            layout.down = others.back();
    } else if (others.size() >= 2) {
        layout.form = DisplayForm::HeatMap;
        layout.down = others[others.size() - 2];
        layout.across = others.back();
    } else if (!others.empty() || !outputs.empty()) {
        const std::size_t axis = others.empty() ? outputs.back() : others.back();
        const bool few = shape[axis] <= kMostNames;
        layout.form = few ? DisplayForm::Names : DisplayForm::Columns;
        (few ? layout.down : layout.across) = axis;
    }
    for (std::size_t axis = 0; axis < card.axes.size(); ++axis) {
        if (layout.down != axis && layout.across != axis)
            layout.chosen.push_back(axis);
    }
    return layout;
}

bool canStandUnderWords(const engine::DisplayCard& card)
{
    const bool perWord = card.axes == std::vector<std::string>{"step"};
    const bool perModality = card.axes == std::vector<std::string>{"step", "modality"};
    return (perWord
            && (card.scale == engine::DisplayScale::Share || card.scale == engine::DisplayScale::Gate))
        || (perModality && card.scale == engine::DisplayScale::Share);
}

bool fits(const engine::DisplayCard& card, const engine::Tensor& output)
{
    if (output.shape.size() != card.axes.size() || card.labels.size() != card.axes.size())
        return false;
    std::size_t count = 1;
    for (std::size_t axis = 0; axis < output.shape.size(); ++axis) {
        const std::int64_t extent = output.shape[axis];
        const std::size_t names = card.labels[axis].size();
        if (extent <= 0 || (names > 0 && names != static_cast<std::size_t>(extent)))
            return false;
        count *= static_cast<std::size_t>(extent);
    }
    return count == output.values.size();
}

QStringList entryTexts(const engine::DisplayCard& card, const engine::Tensor& ids)
{
    QStringList texts;
    const std::size_t length = ids.shape.size() == 2 ? static_cast<std::size_t>(ids.shape[1]) : 0;
    for (std::size_t first = 0; length > 0 && first + length <= ids.values.size(); first += length) {
        QStringList words;
        for (std::size_t i = first; i < first + length; ++i) {
            const auto id = static_cast<std::size_t>(std::max(0.0F, ids.values[i]));
            if (id >= card.marks && id < card.vocabulary.size())
                words << QString::fromStdString(card.vocabulary[id]);
        }
        texts << (words.isEmpty() ? QStringLiteral("–") : words.join(u' '));
    }
    return texts;
}

QStringList entryNames(const engine::DisplayCard& card, std::size_t axis, std::size_t count,
                       const QStringList& words, const QStringList& outputs)
{
    if (areWords(card, axis, static_cast<qsizetype>(count), words))
        return words;
    if (card.axes[axis] == "output" && static_cast<qsizetype>(count) == outputs.size())
        return outputs;
    QStringList names;
    for (std::size_t entry = 0; entry < count; ++entry) {
        const bool isNumber
            = card.labels[axis].empty() || card.labels[axis][entry] == std::to_string(entry + 1);
        names << (isNumber ? numberedEntry(card.axes[axis], entry) : displayEntry(card.labels[axis][entry]));
    }
    return names;
}

DisplayTable tableOf(const engine::DisplayCard& card, const engine::Tensor& output,
                     const DisplayLayout& layout, const std::vector<int>& choices, const QStringList& words,
                     const QStringList& outputs)
{
    DisplayTable table;
    table.form = layout.form;
    table.scale = card.scale;
    const auto extent = [&](std::optional<std::size_t> axis) {
        return axis ? static_cast<std::size_t>(output.shape[*axis]) : std::size_t{1};
    };
    const auto names = [&](std::optional<std::size_t> axis) {
        return axis ? entryNames(card, *axis, extent(axis), words, outputs) : QStringList{QString()};
    };
    table.rowNames = names(layout.down);
    table.columnNames = names(layout.across);
    table.rowsAreWords = layout.down && areWords(card, *layout.down, table.rowNames.size(), words);
    table.columnsAreWords = layout.across && areWords(card, *layout.across, table.columnNames.size(), words);
    table.rowModalities.resize(table.rows());
    for (std::size_t row = 0; layout.down && row < card.labels[*layout.down].size(); ++row)
        table.rowModalities[row] = modalityNamed(card.labels[*layout.down][row]);

    const std::vector<std::size_t> strides = stridesOf(output.shape);
    const std::size_t downStride = layout.down ? strides[*layout.down] : 0;
    const std::size_t acrossStride = layout.across ? strides[*layout.across] : 0;
    const std::vector<std::size_t> offsets = offsetsOf(output, layout, choices);
    table.values.reserve(table.rows() * table.columns());
    for (std::size_t row = 0; row < table.rows(); ++row) {
        for (std::size_t column = 0; column < table.columns(); ++column) {
            double sum = 0.0;
            std::size_t count = 0;
            for (const std::size_t offset : offsets) {
                const float value = output.values[row * downStride + column * acrossStride + offset];
                sum += std::isfinite(value) ? static_cast<double>(value) : 0.0;
                count += std::isfinite(value) ? 1 : 0;
            }
            table.values.push_back(count > 0 ? static_cast<float>(sum / static_cast<double>(count))
                                             : std::nanf(""));
        }
    }
    setRange(table);
    return table;
}

float DisplayTable::rowMean(std::size_t row) const
{
    float sum = 0.0F;
    std::size_t count = 0;
    for (std::size_t column = 0; column < columns(); ++column) {
        if (!std::isfinite(at(row, column)))
            continue;
        sum += at(row, column);
        ++count;
    }
    return count > 0 ? sum / static_cast<float>(count) : std::nanf("");
}

QString DisplayTable::number(double value) const
{
    if (!std::isfinite(value))
        return QStringLiteral("–");
    const int decimals = high >= 100 ? 0 : high >= 10 ? 1 : high >= 0.2 ? 2 : high >= 0.02 ? 3 : 4;
    return isSigned() ? signedNumber(value, decimals) : shownNumber(value, decimals, 'f');
}

}
