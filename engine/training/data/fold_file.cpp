#include "engine/training/data/fold_file.h"

#include "engine/core/error.h"
#include "engine/packed/packed_labels.h"
#include "engine/training/data/turn_arrays.h"

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

/// The steps and values of features that lie in a file, a part of the rows at a time.
class PartReader {
public:
    PartReader(const std::vector<const TensorEntry*>& entries, std::size_t rows)
        : m_entries(entries)
        , m_rows(rows)
        , m_parts(entries.size())
    {
    }

    std::vector<float> values(std::size_t array, std::size_t row)
    {
        const TensorEntry& entry = *m_entries[array];
        std::size_t length = 1;
        for (std::size_t axis = 1; axis < entry.shape.size(); ++axis)
            length *= entry.shape[axis];
        const std::size_t atOnce = std::max<std::size_t>(1, kPartBytes / (length * sizeof(float)));
        Part& part = m_parts[array];
        const std::size_t first = row - row % atOnce;
        if (part.values.empty() || part.first != first)
            part = {first, floatsOf(entry.readRows(first, std::min(atOnce, m_rows - first)))};
        const auto begin = part.values.begin() + static_cast<std::ptrdiff_t>((row - first) * length);
        return {begin, begin + static_cast<std::ptrdiff_t>(length)};
    }

private:
    struct Part {
        std::size_t first = 0;
        std::vector<float> values = {};
    };

    const std::vector<const TensorEntry*>& m_entries;
    std::size_t m_rows;
    std::vector<Part> m_parts;
};

/// Moves the kept steps of a segment to its beginning and sets the others to zero.
void keepSteps(FeatureBlock& block, std::size_t segment, const ValidSteps& kept)
{
    const std::span<float> values = block.segment(segment);
    const std::size_t length = kept.count() * block.width;
    std::ranges::copy(values.subspan(kept.first * block.width, length), values.begin());
    std::ranges::fill(values.subspan(length), 0.0f);
}

}

FoldFile::FoldFile(std::string file, std::string fold, const PackedGroup& group)
    : m_file(std::move(file))
    , m_arrays(group.arrays)
    , m_isNumbered(group.isNumbered)
{
    m_heads.name = std::move(fold);
    for (const Modality modality : allModalities) {
        const auto index = static_cast<std::size_t>(modality);
        m_features[index] = featuresOf(m_arrays, modality);
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
    readTurns();
    readPadding();
    readLabels();
    readParticipants(m_file, m_arrays, m_heads);
    for (const Modality modality : allModalities)
        m_heads.presenceOf(modality).assign(m_rows, m_heads.of(modality).width > 0);
    if (const TensorEntry* const entry = firstWith(PackedRole::Said, m_arrays))
        m_heads.transcripts = texts(*entry);
}

std::vector<std::string> FoldFile::labelColumnNames(const std::vector<std::string>& given) const
{
    const TensorEntry* const entry = learntLabels(m_arrays);
    const auto named = std::ranges::find(m_arrays, entry, [](const auto& array) { return array.second; });
    return entry ? packedColumnNames({named->first, entry}, given) : std::vector<std::string>();
}

std::vector<float> FoldFile::valuesOf(Modality modality, std::size_t first, std::size_t count) const
{
    const TensorEntry* const entry = m_features[static_cast<std::size_t>(modality)];
    if (!entry)
        return {};
    const FeatureBlock& head = m_heads.of(modality);
    FeatureBlock block{head.steps, head.width, floatsOf(entry->readRows(first, count))};
    const std::vector<ValidSteps>& kept = m_kept[static_cast<std::size_t>(modality)];
    for (std::size_t i = 0; i < count; ++i)
        keepSteps(block, i, kept[first + i]);
    return std::move(block.values);
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
                                   extentsText(entry.shape), m_heads.name));
    if (rank < 2 || rank > 3 || std::ranges::find(entry.shape, 0) != entry.shape.end())
        refuseFeatures(m_file, entry.name,
                       fmt::format("is {}, expected segments × steps × features, or segments × features",
                                   extentsText(entry.shape)));
    const bool first = m_deciding.empty();
    checkRows(entry);
    const std::size_t steps = rank == 3 ? entry.shape[1] : 1;
    if (first) {
        m_steps = steps;
        m_hasSteps = rank == 3;
        m_shape = entry.name + " is " + extentsText(entry.shape);
    } else if (m_hasSteps != (rank == 3)) {
        refuseFeatures(m_file, entry.name,
                       fmt::format("is {}, but {}: all modalities must have steps, or none of them",
                                   extentsText(entry.shape), m_shape));
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
                       fmt::format("is {}, expected a text per segment", extentsText(entry.shape)));
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
    if (const TensorEntry* const entry = firstWith(PackedRole::Ids, m_arrays)) {
        m_heads.ids = texts(*entry);
        for (std::string& id : m_heads.ids) // numbers may count anew in each fold
            id = entry->isText ? id : m_heads.name + "_" + id;
        return;
    }
    for (std::size_t i = 0; i < m_rows; ++i)
        m_heads.ids.push_back(fmt::format("{}_{}", m_heads.name, i));
}

void FoldFile::readTurns()
{
    const auto conversations = m_arrays.find(kConversationArray), people = m_arrays.find(kParticipantArray);
    if (conversations == m_arrays.end())
        return;
    if (people == m_arrays.end())
        refuseFeatures(m_file, conversations->second->name,
                       "says which conversation a segment is of, but no array " + m_heads.name
                           + "/participant says who speaks");
    for (const auto& [name, entry] : {*conversations, *people})
        checkRows(*entry);
    m_heads.turns = turnsIn(m_file, m_arrays, texts(*conversations->second), texts(*people->second));
}

/// All arrays of features tell where padding lies, not only those that are learnt from.
void FoldFile::readPadding()
{
    std::vector<PackedPadding::Array> arrays;
    std::vector<const TensorEntry*> entries;
    PackedPadding::Sources sources{m_rows, {}, firstWith(PackedRole::Tokens, m_arrays)};
    if (sources.tokens)
        checkRows(*sources.tokens);
    for (const auto& [name, entry] : m_arrays) {
        const PackedRole role = packedRole(name, *entry);
        if (role == PackedRole::Lengths) {
            checkRows(*entry);
            sources.lengths[lengthsName(name)] = entry;
        }
        const bool isUsed = std::ranges::find(m_features, entry) != m_features.end();
        const bool fits = !entry->shape.empty() && entry->shape.front() == m_rows
            && std::ranges::find(entry->shape, std::size_t(0)) == entry->shape.end();
        if (role != PackedRole::Features || (!isUsed && !fits) || isOfParticipants(name))
            continue;
        arrays.push_back({name, entry->shape.size() == 3 ? entry->shape[1] : 1, entry->shape.back()});
        entries.push_back(entry);
    }
    const PackedPadding padding(
        std::move(arrays), sources,
        [&](const TensorEntry& lengths, std::size_t row, double length, std::size_t steps) {
            refuseFeatures(m_file, lengths.name,
                           fmt::format("has {} for {}, row {}; expected whole numbers of 1 to {} steps",
                                       length, m_heads.ids[row], row + 1, steps));
        },
        [&](const std::string& why) { throw FormatError("bad_features", m_file, why); });
    PartReader reader(entries, m_rows);
    for (std::size_t row = 0; row < m_rows; ++row) {
        for (std::size_t modality = 0; modality < m_features.size(); ++modality) {
            const auto found = std::ranges::find(entries, m_features[modality]);
            if (m_features[modality])
                m_kept[modality].push_back(padding.steps(
                    static_cast<std::size_t>(found - entries.begin()), row,
                    [&](std::size_t array, std::size_t of) { return reader.values(array, of); }));
        }
    }
    settleLengths();
}

/// The fold is aligned when all modalities have the same steps and the same lengths; a modality that no
/// segment has takes the lengths of the first that some segment has.
void FoldFile::settleLengths()
{
    const auto isThere = [](const TensorEntry* entry) { return entry != nullptr; };
    const auto first
        = static_cast<std::size_t>(std::ranges::find_if(m_features, isThere) - m_features.begin());
    bool isAligned = true;
    for (const std::size_t modality : {first, std::size_t(0), std::size_t(1), std::size_t(2)}) {
        std::vector<std::int64_t>& lengths = m_heads.features[modality].lengths;
        lengths.clear();
        for (const ValidSteps& kept : m_kept[m_features[modality] ? modality : first])
            lengths.push_back(static_cast<std::int64_t>(kept.count()));
        if (modality == first)
            m_heads.lengths = lengths;
        isAligned
            = isAligned && lengths == m_heads.lengths && m_heads.features[modality].steps == m_heads.steps();
    }
    m_heads.features.front().lengths.clear(); // the fold's are the text's
    for (FeatureBlock& block : m_heads.features) {
        if (isAligned)
            block.lengths.clear();
    }
}

void FoldFile::readLabels()
{
    const TensorEntry* const entry = learntLabels(m_arrays);
    m_heads.labels = FeatureMatrix(m_rows, 0);
    if (!entry)
        return;
    checkRows(*entry);
    const bool hasSteps = entry->shape.size() == 3 && entry->shape[1] != 1;
    if (m_isNumbered && hasSteps)
        refuseFeatures(
            m_file, entry->name,
            fmt::format("is {}, expected one row of labels per segment: name them among the recipe's "
                        "tensors.non_sequences",
                        extentsText(entry->shape)));
    if (entry->isText || entry->shape.size() > 3 || (hasSteps && entry->shape[2] > 2))
        refuseFeatures(
            m_file, entry->name,
            fmt::format("is {}, expected a number per segment, or a row of them", extentsText(entry->shape)));
    m_heads.labels = FeatureMatrix(m_rows, labelColumns(*entry));
    const std::vector<double> labels = labelsIn(entry->read(), *entry);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        m_heads.labels.values[i] = static_cast<float>(labels[i]);
        const bool mayLack = std::isnan(m_heads.labels.values[i]) && !m_heads.turns.empty();
        if (!std::isfinite(m_heads.labels.values[i]) && !mayLack)
            refuseFeatures(m_file, entry->name,
                           fmt::format("is {} for {}, expected a finite number", m_heads.labels.values[i],
                                       m_heads.ids[i / m_heads.labels.columns]));
    }
}

}
