#include "engine/training/feature_files.h"

#include "engine/core/error.h"
#include "engine/core/utf8.h"
#include "engine/npz/tensor_source.h"
#include "engine/training/valid_steps.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>
#include <ranges>
#include <span>

namespace engine {

namespace {

constexpr std::size_t kMostElements = std::size_t{1} << 30; ///< of an array: 4 GiB of float32

/// The arrays of one fold by their names in it.
using FoldArrays = std::map<std::string, const TensorEntry*>;
using Names = std::initializer_list<const char*>;

const std::array<Names, allModalities.size()> kModalityNames{
    Names{"text", "word_vectors"}, Names{"audio", "acoustic"}, Names{"vision", "visual", "video"}};
const std::array<Names, allModalities.size()> kLengthNames{
    Names{"text_lengths"}, Names{"audio_lengths", "acoustic_lengths"},
    Names{"vision_lengths", "visual_lengths", "video_lengths"}};

[[noreturn]] void refuse(const std::string& file, const std::string& place, const std::string& what)
{
    throw FormatError("bad_features", file, place + " " + what);
}

/// The texts of an array; what is no UTF-8 could be written into no card and no table.
std::vector<std::string> textsOf(const std::string& file, const TensorEntry& entry)
{
    auto texts = std::get<std::vector<std::string>>(entry.read().values);
    const auto broken = std::ranges::find_if_not(texts, isUtf8);
    if (broken != texts.end())
        refuse(file, entry.name,
               fmt::format("holds a text that is not UTF-8, in row {}", broken - texts.begin() + 1));
    return texts;
}

/// Where an array belongs: `train` and `text` of `train/text`.
struct Place {
    std::string fold; ///< empty: to none
    std::string array;
};

/// Of `train/text`, `train_text` and `train.text`.
Place placeOf(const std::string& entry)
{
    for (const std::string_view fold : foldNames) {
        if (entry.starts_with(fold) && entry.size() > fold.size() + 1
            && std::string_view("/_.").find(entry[fold.size()]) != std::string_view::npos)
            return {std::string(fold), entry.substr(fold.size() + 1)};
    }
    return {};
}

/// Of `fold0/text` and `ids/fold0`, as a recipe's run names tensors: a dataset's train, valid, test by
/// number.
Place placeInTensors(const std::string& file, const std::string& entry)
{
    const std::size_t slash = entry.find('/');
    if (slash == std::string::npos)
        return {};
    const bool isIds = entry.starts_with("ids/");
    const std::string group = isIds ? entry.substr(slash + 1) : entry.substr(0, slash);
    if (!group.starts_with("fold") || group.find_first_not_of("0123456789", 4) != std::string::npos)
        return {};
    for (std::size_t i = 0; i < foldNames.size(); ++i) {
        if (group == fmt::format("fold{}", i))
            return {std::string(foldNames[i]), isIds ? "ids" : entry.substr(slash + 1)};
    }
    refuse(file, entry, "is of a fold too many, expected fold0, fold1, fold2 for train, valid, test");
}

const TensorEntry* find(const FoldArrays& arrays, Names names)
{
    for (const char* const name : names) {
        if (const auto found = arrays.find(name); found != arrays.end())
            return found->second;
    }
    return nullptr;
}

std::string shapeText(const std::vector<std::size_t>& shape)
{
    return fmt::format("{}", fmt::join(shape, " × "));
}

/// Reads the arrays of one fold and holds them against each other.
class FoldReader {
public:
    /// @param isTensors  of a recipe: padded with zeros, and without lengths
    FoldReader(std::string file, std::string fold, const FoldArrays& arrays, bool isTensors)
        : m_file(std::move(file))
        , m_arrays(arrays)
        , m_isTensors(isTensors)
    {
        m_fold.name = std::move(fold);
    }

    FoldData read()
    {
        for (const Modality modality : allModalities) {
            const TensorEntry* const entry
                = find(m_arrays, kModalityNames[static_cast<std::size_t>(modality)]);
            if (entry)
                readFeatures(*entry, m_fold.of(modality));
        }
        for (FeatureBlock& block : m_fold.features)
            block.steps = block.width > 0 ? block.steps : m_steps;
        if (m_rows == 0)
            refuse(m_file, m_fold.name,
                   fmt::format("has no segments, or none of text, audio, vision (there are {})",
                               fmt::join(m_arrays | std::views::keys, ", ")));
        readIds();
        readLengths();
        readLabels();
        for (const Modality modality : allModalities)
            m_fold.presenceOf(modality).assign(m_rows, m_fold.of(modality).width > 0);
        if (const TensorEntry* const entry = find(m_arrays, {"transcript", "raw_text"});
            entry && entry->isText)
            m_fold.transcripts = texts(*entry);
        return std::move(m_fold);
    }

    bool hasSteps() const { return m_hasSteps; }
    /// `train/text is 48 × 20 × 300`: the features that decided about rows and steps.
    const std::string& shape() const { return m_shape; }

private:
    /// @param like  the array that decided how many segments there are.
    void checkRows(const TensorEntry& entry)
    {
        if (entry.shape.empty())
            refuse(m_file, entry.name, "is a single number, expected a row per segment");
        if (m_deciding.empty()) {
            m_rows = entry.shape.front();
            m_deciding = entry.name;
        } else if (entry.shape.front() != m_rows) {
            refuse(m_file, entry.name,
                   fmt::format("has {} rows, but {} has {}", entry.shape.front(), m_deciding, m_rows));
        }
    }

    void readFeatures(const TensorEntry& entry, FeatureBlock& block)
    {
        const std::size_t rank = entry.shape.size();
        if (entry.isText)
            refuse(m_file, entry.name, "holds texts, expected numbers: segments × steps × features");
        if (rank > 0 && entry.shape.front() == 0)
            refuse(m_file, entry.name,
                   fmt::format("is {}: the fold {} has no segments; leave it out, or give it some",
                               shapeText(entry.shape), m_fold.name));
        if (rank < 2 || rank > 3 || std::ranges::find(entry.shape, 0) != entry.shape.end())
            refuse(m_file, entry.name,
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
            refuse(m_file, entry.name,
                   fmt::format("is {}, but {}: all modalities must have steps, or none of them",
                               shapeText(entry.shape), m_shape));
        }
        block = {steps, entry.shape.back(), entry.read().toMatrix().values};
    }

    /// A text per segment; whole numbers as they are written.
    std::vector<std::string> texts(const TensorEntry& entry)
    {
        checkRows(entry);
        const auto columns = std::span(entry.shape).subspan(1);
        if (std::ranges::any_of(columns, [](std::size_t length) { return length != 1; }))
            refuse(m_file, entry.name,
                   fmt::format("is {}, expected a text per segment", shapeText(entry.shape)));
        if (entry.isText)
            return textsOf(m_file, entry);
        const FeatureArray array = entry.read();
        const auto* const numbers = std::get_if<std::vector<std::int64_t>>(&array.values);
        if (!numbers)
            refuse(m_file, entry.name, "holds fractions, expected texts or whole numbers");
        std::vector<std::string> texts;
        for (const std::int64_t number : *numbers)
            texts.push_back(std::to_string(number));
        return texts;
    }

    void readIds()
    {
        if (const TensorEntry* const entry = find(m_arrays, {"ids", "id"})) {
            m_fold.ids = texts(*entry);
            for (std::string& id : m_fold.ids) // numbers may count anew in each fold
                id = entry->isText ? id : m_fold.name + "_" + id;
            return;
        }
        for (std::size_t i = 0; i < m_rows; ++i)
            m_fold.ids.push_back(fmt::format("{}_{}", m_fold.name, i));
    }

    void readLengths()
    {
        const TensorEntry* const common = find(m_arrays, {"lengths"});
        KnownLengths known;
        for (std::size_t i = 0; i < allModalities.size() && m_hasSteps; ++i) {
            const FeatureBlock& block = m_fold.features[i];
            const TensorEntry* entry = find(m_arrays, kLengthNames[i]);
            if (!entry && block.steps == m_steps)
                entry = common;
            if (entry && block.width > 0)
                known[i] = lengthsFrom(*entry, block.steps);
        }
        if (m_isTensors
            && std::ranges::none_of(known, [](const auto& lengths) { return lengths.has_value(); }))
            known = unpadded();
        settleLengths(m_fold, known);
        putPaddingBehind(m_fold);
    }

    std::vector<std::int64_t> lengthsFrom(const TensorEntry& entry, std::size_t steps)
    {
        checkRows(entry);
        const FeatureArray array = entry.read();
        std::vector<std::int64_t> lengths;
        for (std::size_t i = 0; i < m_rows; ++i) {
            const double length = array.number(i * array.rowLength());
            if (!(length >= 1.0) || length > static_cast<double>(steps) || length != std::floor(length))
                refuse(m_file, entry.name,
                       fmt::format("has {} for {}, row {}; expected whole numbers of 1 to {} steps", length,
                                   m_fold.ids[i], i + 1, steps));
            lengths.push_back(static_cast<std::int64_t>(length));
        }
        return lengths;
    }

    /// A recipe pads in front unless it says otherwise, all modalities alike if they have the same steps.
    KnownLengths unpadded()
    {
        std::array<FeatureBlock, allModalities.size()>& blocks = m_fold.features;
        const bool isAligned
            = std::ranges::all_of(blocks, [&](const FeatureBlock& block) { return block.steps == m_steps; });
        KnownLengths known;
        if (isAligned)
            known.fill(takePaddingAway(blocks, m_rows));
        for (std::size_t i = 0; i < blocks.size() && !isAligned; ++i)
            known[i] = takePaddingAway({&blocks[i], 1}, m_rows);
        return known;
    }

    void readLabels()
    {
        const TensorEntry* const entry
            = find(m_arrays, {"labels", "regression_labels", "classification_labels"});
        m_fold.labels = FeatureMatrix(m_rows, 0);
        if (!entry)
            return;
        checkRows(*entry);
        const bool areSteps = entry->shape.size() == 3;
        if (m_isTensors && areSteps && entry->shape[1] != 1)
            refuse(m_file, entry->name,
                   fmt::format("is {}, expected one row of labels per segment: name them among the recipe's "
                               "tensors.non_sequences",
                               shapeText(entry->shape)));
        if (entry->isText || entry->shape.size() > 3 || (areSteps && entry->shape[2] > 2 && !m_isTensors))
            refuse(m_file, entry->name,
                   fmt::format("is {}, expected a number per segment, or a row of them",
                               shapeText(entry->shape)));
        const FeatureMatrix labels = entry->read().toMatrix();
        const bool isPairs = areSteps && entry->shape[2] == 2 && !m_isTensors;
        m_fold.labels = isPairs ? FeatureMatrix(m_rows, entry->shape[1]) : labels;
        for (std::size_t i = 0; isPairs && i < m_fold.labels.values.size(); ++i)
            m_fold.labels.values[i] = labels.values[2 * i + 1] > labels.values[2 * i] ? 1.0f : 0.0f;
        for (std::size_t i = 0; i < m_fold.labels.values.size(); ++i) {
            if (!std::isfinite(m_fold.labels.values[i]))
                refuse(m_file, entry->name,
                       fmt::format("is {} for {}, expected a finite number", m_fold.labels.values[i],
                                   m_fold.ids[i / m_fold.labels.columns]));
        }
    }

    std::string m_file;
    const FoldArrays& m_arrays;
    bool m_isTensors = false;
    FoldData m_fold;
    std::string m_deciding; ///< the array that decided about rows, and whether there are steps
    std::string m_shape; ///< what it is, for messages
    std::size_t m_rows = 0;
    std::size_t m_steps = 0; ///< of the first modality
    bool m_hasSteps = false;
};

/// Says where alignment may be missing by mistake.
void noteSteps(FeatureData& data)
{
    if (data.isAligned())
        return;
    std::array<std::size_t, allModalities.size()> steps{};
    for (const FoldData& fold : data.folds) {
        for (std::size_t i = 0; i < steps.size(); ++i)
            steps[i] = std::max(steps[i], fold.features[i].steps);
    }
    data.notes.push_back(fmt::format("unaligned: each modality has steps of its own, text up to {}, acoustic "
                                     "{}, visual {}",
                                     steps[0], steps[1], steps[2]));
}

/// `lengths` are those of a modality that has as many steps as the first one. Where it has as many in one fold
/// and others in another, it would lose its lengths there.
void requireSameLengths(const FeatureData& data, const std::map<std::string, FoldArrays>& arrays)
{
    const auto sharesSteps = [](const FoldData& fold, Modality modality) {
        return fold.of(modality).steps == fold.steps();
    };
    const auto takesCommon = [&](const FoldData& fold, Modality modality) {
        const FoldArrays& own = arrays.at(fold.name);
        return find(own, {"lengths"}) && !find(own, kLengthNames[static_cast<std::size_t>(modality)]);
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
        const TensorEntry* entry
            = find(arrays.at(apart->name), kModalityNames[static_cast<std::size_t>(modality)]);
        refuse(data.source, entry->name,
               fmt::format("has {} steps where the text has {}, but in {} it has as many as the text: {}/lengths "
                           "cannot be its own. Give it the same number of steps, or lengths of its own ({}/{})",
                           apart->of(modality).steps, apart->steps(), sharing->name, apart->name, apart->name,
                           *kLengthNames[static_cast<std::size_t>(modality)].begin()));
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
                refuse(data.source, fmt::format("{}/{}", fold.name, name(modality)),
                       fmt::format("has {} features, but {} in another fold", block.width, width));
            if (block.width == 0) {
                block.width = width;
                block.values.assign(fold.size() * block.segmentLength(), 0.0f);
            }
        }
        if (!lacking.empty())
            data.notes.push_back(
                width == 0 ? fmt::format("{}: is in no fold, missing everywhere", name(modality))
                           : fmt::format("{}: is missing in {}", name(modality), fmt::join(lacking, ", ")));
    }
}

}

FeatureData readFeatureFile(const std::filesystem::path& path)
{
    FeatureData data;
    data.source = path.string();
    const std::vector<TensorEntry> entries = tensorEntries(path, kMostElements);
    std::map<std::string, FoldArrays> folds;
    for (const TensorEntry& entry : entries) {
        if (const Place place = placeOf(entry.name); !place.fold.empty())
            folds[place.fold][place.array] = &entry;
        else if (entry.name == "label_names" && entry.isText)
            data.labelNames = textsOf(data.source, entry);
    }
    const bool isTensors = folds.empty();
    for (const TensorEntry& entry : entries) {
        const bool isEmpty = entry.shape.empty() || entry.shape.front() == 0; // a fold without videos
        if (!isTensors || isEmpty)
            continue;
        if (const Place place = placeInTensors(data.source, entry.name); !place.fold.empty())
            folds[place.fold][place.array] = &entry;
    }
    if (folds.empty())
        throw FormatError("bad_features", data.source,
                          "has no arrays of the folds train, valid, test (train/text, train/labels, …; or a "
                          "recipe's fold0/text, fold0/labels, …)");
    std::string deciding; // what the first fold is
    for (std::size_t i = 0; i < foldNames.size(); ++i) {
        data.folds[i].name = foldNames[i];
        if (const auto arrays = folds.find(data.folds[i].name); arrays != folds.end()) {
            FoldReader reader(data.source, arrays->first, arrays->second, isTensors);
            data.folds[i] = reader.read();
            if (!deciding.empty() && data.isUtteranceLevel == reader.hasSteps())
                refuse(data.source, reader.shape(),
                       "but " + deciding + ": all folds must have steps, or none of them");
            data.isUtteranceLevel = !reader.hasSteps();
            deciding = reader.shape();
        }
    }
    if (!data.isUtteranceLevel)
        requireSameLengths(data, folds);
    completeModalities(data);
    noteSteps(data);
    return data;
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
