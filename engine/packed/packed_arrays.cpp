#include "engine/packed/packed_arrays.h"

#include "engine/core/error.h"
#include "engine/core/installation.h"
#include "engine/npz/tensor_folds.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>
#include <string_view>

namespace engine {

namespace {

constexpr std::size_t kMostSegmentBytes = std::size_t{64} << 20; ///< one segment of an array
constexpr std::size_t kMostUnpackedBytes = std::size_t{256}
    << 20; ///< of all arrays that must be read as a whole
constexpr std::size_t kMostSegments = 2'000'000; ///< of a fold; ids and labels lie in memory
constexpr std::size_t kMostNamed = 8; ///< arrays in a message
constexpr std::string_view kLengths = "lengths";

bool isOneOf(std::string_view name, std::initializer_list<std::string_view> names)
{
    return std::ranges::find(names, name) != names.end();
}

bool isIds(std::string_view name)
{
    return isOneOf(name, {"id", "ids", "segment_id", "segment_ids", "video_id"});
}

bool isSaid(std::string_view name)
{
    return isOneOf(name, {"raw_text", "transcript", "transcripts", "raw_texts", "sentence", "sentences"});
}

bool areLabels(std::string_view name)
{
    return name.find("label") != std::string_view::npos
        || isOneOf(name, {"y", "Y", "target", "targets", "sentiment", "emotion", "emotions"});
}

/// What only a file of segments has: other groups of arrays (weights of a model) are no fold.
bool speaksOfSegments(std::string_view name)
{
    return isIds(name) || isSaid(name) || areLabels(name)
        || isOneOf(name,
                   {"text", "audio", "vision", "visual", "acoustic", "video", "X", "x", "word_vectors",
                    "text_bert", "covarep", "facet", "glove", "language"});
}

/// Saturates.
std::size_t product(std::span<const std::size_t> extents)
{
    std::size_t result = 1;
    for (const std::size_t extent : extents)
        result = extent > 0 && result > SIZE_MAX / extent ? SIZE_MAX : result * extent;
    return result;
}

class ArraySorter {
public:
    ArraySorter(const std::filesystem::path& path, std::vector<std::string>& notes)
        : m_path(path)
        , m_notes(notes)
    {
    }

    PackedFold sorted(const std::string& name, const std::map<std::string, const TensorEntry*>& arrays)
    {
        PackedFold fold;
        fold.name = name;
        if (!decideRows(fold, arrays))
            return fold;
        for (const auto& [array, entry] : arrays) {
            if (entry->shape.empty() || entry->shape.front() != fold.rows)
                note(*entry,
                     fmt::format("is {}, but the fold has {} segments, by {}: not used",
                                 entry->shape.empty() ? "a single value" : extentsText(entry->shape),
                                 fold.rows, m_deciding));
            else
                place(fold, array, *entry);
        }
        return fold;
    }

private:
    void note(const TensorEntry& entry, const std::string& what)
    {
        m_notes.push_back(fmt::format("{}: {} {}", m_path.string(), entry.name, what));
    }

    /// By the ids, else the first array of features, else any. @return false: the fold is empty
    bool decideRows(PackedFold& fold, const std::map<std::string, const TensorEntry*>& arrays)
    {
        const TensorEntry* deciding = nullptr;
        int best = 3;
        for (const auto& [array, entry] : arrays) {
            const int rank = entry->shape.empty()            ? 3
                : isIds(array)                               ? 0
                : !entry->isText && entry->shape.size() >= 2 ? 1
                                                             : 2;
            if (rank < best) {
                best = rank;
                deciding = entry;
            }
        }
        if (!deciding)
            return false;
        fold.rows = deciding->shape.front();
        m_deciding = deciding->name;
        if (fold.rows > kMostSegments)
            throw FormatError("too_large", m_path.string(),
                              fmt::format("{} claims {} segments; at most {} are read", m_deciding, fold.rows,
                                          kMostSegments));
        return fold.rows > 0;
    }

    void place(PackedFold& fold, const std::string& array, const TensorEntry& entry)
    {
        const std::size_t width = product(std::span(entry.shape).subspan(1));
        if (width == 0)
            return note(entry, fmt::format("is {}, which is nothing: not used", extentsText(entry.shape)));
        if (entry.rowBytes > kMostSegmentBytes)
            return note(entry,
                        fmt::format("is {}: one segment would take more than {} MiB, so it is not used",
                                    extentsText(entry.shape), kMostSegmentBytes >> 20));
        if (isIds(array) && width == 1 && !fold.ids)
            fold.ids = &entry;
        else if (entry.isText)
            placeText(fold, array, entry, width);
        else if (array == kLengths && width == 1)
            fold.lengths[""] = &entry;
        else if (array.ends_with("_lengths") && width == 1)
            fold.lengths[array.substr(0, array.size() - 1 - kLengths.size())] = &entry;
        else if (array == "text_bert" && entry.shape.size() == 3 && entry.shape[1] == 3)
            fold.tokens = &entry;
        else if (entry.shape.size() == 1 || areLabels(array))
            placeLabels(fold, array, entry, width);
        else
            placeFeatures(fold, array, entry);
    }

    void placeText(PackedFold& fold, const std::string& array, const TensorEntry& entry, std::size_t width)
    {
        if (width == 1 && isSaid(array) && !fold.texts)
            fold.texts = &entry;
        else if (width == 1)
            fold.terms.push_back({array, &entry});
        else
            note(entry,
                 fmt::format("is {} texts, expected one per segment: not shown", extentsText(entry.shape)));
    }

    void placeLabels(PackedFold& fold, const std::string& array, const TensorEntry& entry, std::size_t width)
    {
        if (width > kMostLabels)
            note(entry,
                 fmt::format("is {}, expected at most {} labels per segment: not used",
                             extentsText(entry.shape), kMostLabels));
        else
            fold.labels.push_back({array, &entry});
    }

    void placeFeatures(PackedFold& fold, const std::string& array, const TensorEntry& entry)
    {
        if (entry.shape.size() > 3)
            return note(entry,
                        fmt::format("is {}, expected segments × steps × features, or segments × features: "
                                    "not used",
                                    extentsText(entry.shape)));
        if (entry.isPacked) {
            const std::size_t bytes = product(entry.shape);
            if (bytes > kMostUnpackedBytes / sizeof(float) || m_unpacked + 4 * bytes > kMostUnpackedBytes)
                return note(entry,
                            "is packed (savez_compressed) and too large to be unpacked as a whole, and a "
                            "packed array has no other way to a single segment: not shown. "
                                + unpickleCommand(m_path));
            m_unpacked += 4 * bytes;
        }
        fold.features.push_back({array, &entry});
    }

    const std::filesystem::path& m_path;
    std::vector<std::string>& m_notes;
    std::string m_deciding;
    std::size_t m_unpacked = 0; ///< bytes as float32
};

}

std::string extentsText(const std::vector<std::size_t>& shape)
{
    return fmt::format("{}", fmt::join(shape, " × "));
}

std::vector<PackedFold> packedFolds(const std::filesystem::path& path,
                                    const std::vector<TensorEntry>& entries, std::vector<std::string>& notes)
{
    std::map<std::string, std::map<std::string, const TensorEntry*>> arrays; // by fold
    for (const TensorEntry& entry : entries) {
        const TensorPlace place = tensorPlaceOf(entry.name);
        if (place.array.find('/') == std::string::npos && place.array != "label_names")
            arrays[place.fold].emplace(place.array, &entry);
    }
    std::vector<PackedFold> folds;
    ArraySorter sorter(path, notes);
    for (const char* known : {"train", "valid", "test"}) // then all others, by name
        if (const auto found = arrays.find(known); found != arrays.end())
            folds.push_back(sorter.sorted(known, found->second));
    const bool hasFolds = !folds.empty();
    for (const auto& [name, own] : arrays) {
        const bool isTaken = name == "train" || name == "valid" || name == "test";
        const bool isFold = std::ranges::any_of(own, [](const auto& a) { return speaksOfSegments(a.first); });
        if (isTaken || !isFold || (name.empty() && hasFolds))
            continue;
        folds.push_back(sorter.sorted(name, own));
    }
    std::erase_if(folds, [](const PackedFold& fold) {
        return fold.rows == 0 || (!fold.ids && !fold.texts && fold.features.empty() && fold.labels.empty());
    });
    if (!folds.empty())
        return folds;
    const bool isObjects = std::ranges::any_of(
        entries, [](const TensorEntry& entry) { return entry.rowBytes == 0 && !entry.isText; });
    std::vector<std::string> names;
    for (const TensorEntry& entry : entries)
        names.push_back(entry.name);
    const std::size_t shown = std::min(names.size(), kMostNamed);
    throw FormatError(
        "data_invalid", path.string(),
        fmt::format(
            "has no segments of the folds train, valid, test: expected arrays such as train/text, "
            "train/audio, train/raw_text, train/regression_labels, or X_train and y_train; it has "
            "{}{}{}",
            names.empty()
                ? "none"
                : fmt::format("{}", fmt::join(names.begin(), names.begin() + static_cast<long>(shown), ", ")),
            names.size() > shown ? ", …" : "",
            isObjects ? ". Arrays of Python objects are not read. " + unpickleCommand(path) : ""));
}

}
