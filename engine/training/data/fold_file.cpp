#include "engine/training/data/fold_file.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <ranges>
#include <span>

namespace engine {

namespace {

constexpr std::size_t kPartBytes = std::size_t{16} << 20; ///< of features that are looked at together

std::vector<float> floatsOf(FeatureArray array)
{
    if (auto* const floats = std::get_if<std::vector<float>>(&array.values))
        return std::move(*floats);
    return array.toMatrix().values;
}

std::vector<std::int64_t> lengthsOf(const std::vector<StepRange>& kept)
{
    std::vector<std::int64_t> lengths;
    for (const StepRange& range : kept)
        lengths.push_back(static_cast<std::int64_t>(range.last - range.first));
    return lengths;
}

}

FoldFile::FoldFile(std::string file, std::string fold, const FoldArrays& arrays, bool isTensors)
    : m_file(std::move(file))
    , m_arrays(arrays)
{
    m_heads.name = std::move(fold);
    for (const Modality modality : allModalities) {
        const auto index = static_cast<std::size_t>(modality);
        m_features[index] = find(m_arrays, kModalityNames[index]);
        if (m_features[index])
            takeShape(*m_features[index], m_heads.of(modality));
    }
    for (FeatureBlock& block : m_heads.features)
        block.steps = block.width > 0 ? block.steps : m_steps;
    if (m_rows == 0)
        refuseFeatures(m_file, m_heads.name,
                       fmt::format("has no segments, or none of text, audio, vision (there are {})",
                                   fmt::join(m_arrays | std::views::keys, ", ")));
    readIds();
    readLengths(isTensors);
    readLabels(isTensors);
    for (const Modality modality : allModalities)
        m_heads.presenceOf(modality).assign(m_rows, m_heads.of(modality).width > 0);
    if (const TensorEntry* const entry = find(m_arrays, {"transcript", "raw_text"}); entry && entry->isText)
        m_heads.transcripts = texts(*entry);
}

std::vector<float> FoldFile::valuesOf(Modality modality, std::size_t first, std::size_t count) const
{
    FeatureBlock block = std::move(blocksOf({modality}, first, count).front());
    const std::vector<StepRange>& kept = m_kept[static_cast<std::size_t>(modality)];
    for (std::size_t i = 0; i < count && !kept.empty(); ++i)
        keepSteps(block, i, kept[first + i]);
    return std::move(block.values);
}

/// As they stand in the file.
std::vector<FeatureBlock> FoldFile::blocksOf(const Modalities& modalities, std::size_t first,
                                             std::size_t count) const
{
    std::vector<FeatureBlock> blocks;
    for (const Modality modality : modalities) {
        const TensorEntry* const entry = m_features[static_cast<std::size_t>(modality)];
        const FeatureBlock& head = m_heads.of(modality);
        blocks.push_back(
            {head.steps, head.width, entry ? floatsOf(entry->readRows(first, count)) : std::vector<float>()});
    }
    return blocks;
}

std::size_t FoldFile::rowsPerPart(const Modalities& modalities) const
{
    std::size_t bytes = 1;
    for (const Modality modality : modalities)
        bytes += m_heads.of(modality).segmentLength() * sizeof(float);
    return std::max<std::size_t>(1, kPartBytes / bytes);
}

/// Decides from `entry` how many segments there are, if nothing did so far.
void FoldFile::checkRows(const TensorEntry& entry)
{
    if (entry.shape.empty())
        refuseFeatures(m_file, entry.name, "is a single number, expected a row per segment");
    if (m_deciding.empty()) {
        m_rows = entry.shape.front();
        m_deciding = entry.name;
    } else if (entry.shape.front() != m_rows) {
        refuseFeatures(m_file, entry.name,
                       fmt::format("has {} rows, but {} has {}", entry.shape.front(), m_deciding, m_rows));
    }
}

void FoldFile::takeShape(const TensorEntry& entry, FeatureBlock& block)
{
    const std::size_t rank = entry.shape.size();
    if (entry.isText)
        refuseFeatures(m_file, entry.name, "holds texts, expected numbers: segments × steps × features");
    if (rank > 0 && entry.shape.front() == 0)
        refuseFeatures(m_file, entry.name,
                       fmt::format("is {}: the fold {} has no segments; leave it out, or give it some",
                                   shapeText(entry.shape), m_heads.name));
    if (rank < 2 || rank > 3 || std::ranges::find(entry.shape, 0) != entry.shape.end())
        refuseFeatures(m_file, entry.name,
                       fmt::format("is {}, expected segments × steps × features, or segments × features",
                                   shapeText(entry.shape)));
    const bool first = m_deciding.empty();
    checkRows(entry);
    const std::size_t steps = rank == 3 ? entry.shape[1] : 1;
    if (first) {
        m_steps = steps;
        m_hasSteps = rank == 3;
        m_shape = entry.name + " is " + shapeText(entry.shape);
    } else if (m_hasSteps != (rank == 3)) {
        refuseFeatures(m_file, entry.name,
                       fmt::format("is {}, but {}: all modalities must have steps, or none of them",
                                   shapeText(entry.shape), m_shape));
    }
    block.steps = steps;
    block.width = entry.shape.back();
}

/// A text per segment; whole numbers as they are written.
std::vector<std::string> FoldFile::texts(const TensorEntry& entry)
{
    checkRows(entry);
    const auto columns = std::span(entry.shape).subspan(1);
    if (std::ranges::any_of(columns, [](std::size_t length) { return length != 1; }))
        refuseFeatures(m_file, entry.name,
                       fmt::format("is {}, expected a text per segment", shapeText(entry.shape)));
    if (entry.isText)
        return textsOf(m_file, entry);
    const FeatureArray array = entry.read();
    const auto* const numbers = std::get_if<std::vector<std::int64_t>>(&array.values);
    if (!numbers)
        refuseFeatures(m_file, entry.name, "holds fractions, expected texts or whole numbers");
    std::vector<std::string> texts;
    for (const std::int64_t number : *numbers)
        texts.push_back(std::to_string(number));
    return texts;
}

void FoldFile::readIds()
{
    if (const TensorEntry* const entry = find(m_arrays, {"ids", "id"})) {
        m_heads.ids = texts(*entry);
        for (std::string& id : m_heads.ids) // numbers may count anew in each fold
            id = entry->isText ? id : m_heads.name + "_" + id;
        return;
    }
    for (std::size_t i = 0; i < m_rows; ++i)
        m_heads.ids.push_back(fmt::format("{}_{}", m_heads.name, i));
}

bool FoldFile::haveSteps(std::size_t steps) const
{
    return std::ranges::all_of(m_heads.features,
                               [steps](const FeatureBlock& block) { return block.steps == steps; });
}

void FoldFile::readLengths(bool isTensors)
{
    const TensorEntry* const common = find(m_arrays, {"lengths"});
    KnownLengths known;
    for (std::size_t i = 0; i < allModalities.size() && m_hasSteps; ++i) {
        const FeatureBlock& block = m_heads.features[i];
        const TensorEntry* entry = find(m_arrays, kLengthNames[i]);
        if (!entry && block.steps == m_steps)
            entry = common;
        if (entry && block.width > 0)
            known[i] = lengthsFrom(*entry, block.steps);
    }
    const Modalities all(allModalities.begin(), allModalities.end());
    if (isTensors && std::ranges::none_of(known, [](const auto& lengths) { return lengths.has_value(); })) {
        // A recipe pads in front unless it says otherwise, all modalities alike if they have the same steps.
        if (haveSteps(m_steps))
            known.fill(findPadding(all));
        for (const Modality modality : all) {
            if (!haveSteps(m_steps))
                known[static_cast<std::size_t>(modality)] = findPadding({modality});
        }
        settleLengths(m_heads, known);
        return;
    }
    settleLengths(m_heads, known);
    if (m_heads.isAligned()) {
        findPaddingInFront(all, m_heads.lengths);
        return;
    }
    for (const Modality modality : all)
        findPaddingInFront({modality}, m_heads.lengthsOf(modality));
}

/// Of modalities that are padded alike, by the steps that are zero in all of them.
/// @return N, how many steps are left of each segment.
std::vector<std::int64_t> FoldFile::findPadding(const Modalities& modalities)
{
    std::vector<StepRange> kept;
    const std::size_t part = rowsPerPart(modalities);
    for (std::size_t first = 0; first < m_rows; first += part) {
        const std::size_t count = std::min(part, m_rows - first);
        const std::vector<StepRange> next = withoutPadding(blocksOf(modalities, first, count), count);
        kept.insert(kept.end(), next.begin(), next.end());
    }
    for (const Modality modality : modalities)
        m_kept[static_cast<std::size_t>(modality)] = kept;
    return lengthsOf(kept);
}

/// Of modalities with the same steps and lengths.
void FoldFile::findPaddingInFront(const Modalities& modalities, const std::vector<std::int64_t>& lengths)
{
    const std::size_t steps = m_heads.of(modalities.front()).steps;
    const bool isPadded = std::ranges::any_of(
        lengths, [steps](std::int64_t length) { return static_cast<std::size_t>(length) < steps; });
    PaddingSide side;
    const std::size_t part = rowsPerPart(modalities);
    for (std::size_t first = 0; isPadded && first < m_rows && side.canBeInFront(); first += part) {
        const std::size_t count = std::min(part, m_rows - first);
        side.add(blocksOf(modalities, first, count), std::span(lengths).subspan(first, count));
    }
    if (!side.isInFront())
        return;
    std::vector<StepRange> kept;
    for (const std::int64_t length : lengths)
        kept.push_back({steps - static_cast<std::size_t>(length), steps});
    for (const Modality modality : modalities)
        m_kept[static_cast<std::size_t>(modality)] = kept;
}

std::vector<std::int64_t> FoldFile::lengthsFrom(const TensorEntry& entry, std::size_t steps)
{
    checkRows(entry);
    const FeatureArray array = entry.read();
    std::vector<std::int64_t> lengths;
    for (std::size_t i = 0; i < m_rows; ++i) {
        const double length = array.number(i * array.rowLength());
        if (!(length >= 1.0) || length > static_cast<double>(steps) || length != std::floor(length))
            refuseFeatures(m_file, entry.name,
                           fmt::format("has {} for {}, row {}; expected whole numbers of 1 to {} steps",
                                       length, m_heads.ids[i], i + 1, steps));
        lengths.push_back(static_cast<std::int64_t>(length));
    }
    return lengths;
}

void FoldFile::readLabels(bool isTensors)
{
    const TensorEntry* const entry = find(m_arrays, {"labels", "regression_labels", "classification_labels"});
    m_heads.labels = FeatureMatrix(m_rows, 0);
    if (!entry)
        return;
    checkRows(*entry);
    const bool areSteps = entry->shape.size() == 3;
    if (isTensors && areSteps && entry->shape[1] != 1)
        refuseFeatures(
            m_file, entry->name,
            fmt::format("is {}, expected one row of labels per segment: name them among the recipe's "
                        "tensors.non_sequences",
                        shapeText(entry->shape)));
    if (entry->isText || entry->shape.size() > 3 || (areSteps && entry->shape[2] > 2 && !isTensors))
        refuseFeatures(
            m_file, entry->name,
            fmt::format("is {}, expected a number per segment, or a row of them", shapeText(entry->shape)));
    const FeatureMatrix labels = entry->read().toMatrix();
    const bool isPairs = areSteps && entry->shape[2] == 2 && !isTensors;
    m_heads.labels = isPairs ? FeatureMatrix(m_rows, entry->shape[1]) : labels;
    for (std::size_t i = 0; isPairs && i < m_heads.labels.values.size(); ++i)
        m_heads.labels.values[i] = labels.values[2 * i + 1] > labels.values[2 * i] ? 1.0f : 0.0f;
    for (std::size_t i = 0; i < m_heads.labels.values.size(); ++i) {
        if (!std::isfinite(m_heads.labels.values[i]))
            refuseFeatures(m_file, entry->name,
                           fmt::format("is {} for {}, expected a finite number", m_heads.labels.values[i],
                                       m_heads.ids[i / m_heads.labels.columns]));
    }
}

}
