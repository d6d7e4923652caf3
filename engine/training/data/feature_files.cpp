#include "engine/training/data/feature_files.h"

#include "engine/core/error.h"
#include "engine/training/data/fold_file.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>
#include <numeric>

namespace engine {

namespace {

constexpr std::size_t kMostElements = std::size_t{1} << 30; ///< of an array: 4 GiB of float32
constexpr std::size_t kSegmentsAtOnce = 256; ///< that are read together where all are wanted

/// As a message names them, in the order of `allModalities`.
constexpr std::array kLengthNames{"text_lengths", "audio_lengths", "vision_lengths"};

/// `lengths` are those of a modality that has as many steps as the first one. Where it has as many in one
/// fold and others in another, it would lose its lengths there.
void requireSameLengths(const FeatureData& data, const std::map<std::string, PackedGroup>& groups)
{
    const auto sharesSteps
        = [](const FoldData& fold, Modality modality) { return fold.of(modality).steps == fold.steps(); };
    const auto takesCommon = [&](const FoldData& fold, Modality modality) {
        const PackedArrayMap& own = groups.at(fold.name).arrays;
        return own.contains("lengths") && std::ranges::none_of(own, [&](const auto& array) {
                   return packedRole(array.first, *array.second) == PackedRole::Lengths
                       && isOfModality(lengthsName(array.first), modality);
               });
    };
    for (const Modality modality : allModalities) {
        const FoldData* sharing = nullptr;
        const FoldData* apart = nullptr;
        for (const FoldData& fold : data.folds) {
            if (fold.size() == 0 || fold.of(modality).width == 0)
                continue;
            if (sharesSteps(fold, modality))
                sharing = &fold;
            else if (takesCommon(fold, modality))
                apart = &fold;
        }
        if (!sharing || !apart)
            continue;
        const TensorEntry* entry = featuresOf(groups.at(apart->name).arrays, modality);
        refuseFeatures(
            data.source, entry->name,
            fmt::format(
                "has {} steps where the text has {}, but in {} it has as many as the text: {}/lengths "
                "cannot be its own. Give it the same number of steps, or lengths of its own ({}/{})",
                apart->of(modality).steps, apart->steps(), sharing->name, apart->name, apart->name,
                kLengthNames[static_cast<std::size_t>(modality)]));
    }
}

/// Gives every fold the width that the others have, and notes who lacks what.
void completeModalities(FeatureData& data)
{
    for (const Modality modality : allModalities) {
        const std::size_t width = data.widthOf(modality);
        std::vector<std::string_view> lacking;
        for (FoldData& fold : data.folds) {
            FeatureBlock& block = fold.of(modality);
            if (fold.size() > 0 && block.width == 0)
                lacking.push_back(fold.name);
            else if (fold.size() > 0 && block.width != width)
                refuseFeatures(data.source, fmt::format("{}/{}", fold.name, name(modality)),
                               fmt::format("has {} features, but {} in another fold", block.width, width));
            if (block.width == 0)
                block.width = width;
        }
        if (!lacking.empty())
            data.notes.push_back(
                width == 0 ? fmt::format("{}: is in no fold, missing everywhere", name(modality))
                           : fmt::format("{}: is missing in {}", name(modality), fmt::join(lacking, ", ")));
    }
}

}

struct FeatureReader::Folds {
    std::vector<TensorEntry> entries;
    std::array<std::unique_ptr<FoldFile>, foldNames.size()> files; ///< null: the file lacks this fold
};

FeatureReader::FeatureReader(const std::filesystem::path& path) : m_folds(std::make_unique<Folds>())
{
    m_heads.source = path.string();
    m_folds->entries = tensorEntries(path, kMostElements);
    const FoldsOfArrays arrays = foldsOfArrays(m_heads.source, m_folds->entries);
    m_heads.notes = arrays.notes;
    for (const TensorEntry& entry : m_folds->entries) {
        if (entry.name == "label_names" && entry.isText)
            m_heads.labelNames = textsOf(m_heads.source, entry);
    }
    const FoldFile* before = nullptr;
    for (std::size_t i = 0; i < foldNames.size(); ++i) {
        m_heads.folds[i].name = foldNames[i];
        const auto found = arrays.folds.find(m_heads.folds[i].name);
        if (found == arrays.folds.end())
            continue;
        m_folds->files[i] = std::make_unique<FoldFile>(m_heads.source, found->first, found->second);
        const FoldFile& file = *m_folds->files[i];
        if (before && before->hasSteps() != file.hasSteps())
            refuseFeatures(m_heads.source, file.shape(),
                           "but " + before->shape() + ": all folds must have steps, or none of them");
        m_heads.folds[i] = file.heads();
        m_heads.isUtteranceLevel = !file.hasSteps();
        if (m_heads.labelColumns.empty())
            m_heads.labelColumns = file.labelColumnNames(m_heads.labelNames);
        before = &file;
    }
    if (!m_heads.isUtteranceLevel)
        requireSameLengths(m_heads, arrays.folds);
    completeModalities(m_heads);
    noteUnaligned(m_heads);
}

FeatureReader::FeatureReader(FeatureReader&&) noexcept = default;
FeatureReader& FeatureReader::operator=(FeatureReader&&) noexcept = default;
FeatureReader::~FeatureReader() = default;

FoldData FeatureReader::read(std::size_t fold, std::size_t first, std::size_t last) const
{
    FoldData part = slice(m_heads.folds[fold], first, last);
    for (const Modality modality : allModalities) {
        std::vector<float>& values = part.of(modality).values;
        values = m_folds->files[fold]->valuesOf(modality, first, last - first);
        values.resize((last - first) * part.of(modality).segmentLength()); // zeros where the fold lacks it
    }
    return part;
}

FeatureData FeatureReader::readAll() const
{
    FeatureData data = m_heads;
    for (std::size_t i = 0; i < data.folds.size(); ++i) {
        FoldData& fold = data.folds[i];
        for (const Modality modality : allModalities)
            fold.of(modality).values.resize(fold.size() * fold.of(modality).segmentLength());
        for (std::size_t first = 0; first < fold.size(); first += kSegmentsAtOnce) {
            const std::size_t count = std::min(kSegmentsAtOnce, fold.size() - first);
            for (const Modality modality : allModalities)
                std::ranges::copy(m_folds->files[i]->valuesOf(modality, first, count),
                                  fold.of(modality).segment(first).begin());
        }
    }
    return data;
}

FeatureData readFeatureFile(const std::filesystem::path& path)
{
    return FeatureReader(path).readAll();
}

void requireLabels(const FeatureData& data)
{
    for (const FoldData& fold : data.folds) {
        if (fold.size() > 0 && fold.labels.columns == 0)
            throw FormatError("no_labels", data.source, "the fold " + fold.name + " has no labels");
        if (fold.size() > 0 && fold.labels.columns != data.training().labels.columns)
            throw FormatError("no_labels", data.source,
                              fmt::format("the fold {} has {} labels per segment, train has {}", fold.name,
                                          fold.labels.columns, data.training().labels.columns));
    }
}

}
