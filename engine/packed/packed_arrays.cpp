#include "engine/packed/packed_arrays.h"

#include "engine/core/error.h"
#include "engine/core/installation.h"

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
constexpr std::array<const char*, 3> kKnownFolds{"train", "valid", "test"};

/// Saturates.
std::size_t product(std::span<const std::size_t> extents)
{
    std::size_t result = 1;
    for (const std::size_t extent : extents)
        result = extent > 0 && result > SIZE_MAX / extent ? SIZE_MAX : result * extent;
    return result;
}

bool isKnownFold(std::string_view name)
{
    return std::ranges::find(kKnownFolds, name) != kKnownFolds.end();
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
            const int rank = entry->shape.empty()              ? 3
                : packedRole(array, *entry) == PackedRole::Ids ? 0
                : !entry->isText && entry->shape.size() >= 2   ? 1
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
        switch (packedRole(array, entry)) {
        case PackedRole::Ids:
            if (width != 1)
                break;
            if (!fold.ids)
                fold.ids = &entry;
            else if (entry.isText)
                fold.terms.push_back({array, &entry});
            else
                placeLabels(fold, array, entry, width);
            return;
        case PackedRole::Said:
            if (width != 1)
                break;
            if (!fold.texts)
                fold.texts = &entry;
            else
                fold.terms.push_back({array, &entry});
            return;
        case PackedRole::Term:
            return fold.terms.push_back({array, &entry});
        case PackedRole::Lengths:
            fold.lengths[lengthsName(array)] = &entry;
            return;
        case PackedRole::Tokens:
            fold.tokens = &entry;
            return;
        case PackedRole::Labels:
            return placeLabels(fold, array, entry, width);
        case PackedRole::Features:
            return placeFeatures(fold, array, entry);
        case PackedRole::Nothing:
            break;
        }
        note(entry,
             entry.isText || entry.shape.size() <= 3
                 ? fmt::format("is {}, expected one per segment: not shown", extentsText(entry.shape))
                 : fmt::format("is {}, expected segments × steps × features, or segments × features: "
                               "not used",
                               extentsText(entry.shape)));
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
        if (entry.isPacked) {
            const std::size_t bytes = product(entry.shape);
            if (bytes > kMostUnpackedBytes / sizeof(float) || m_unpacked + 4 * bytes > kMostUnpackedBytes)
                return note(entry,
                            "is packed (savez_compressed) and too large to be unpacked as a whole, and a "
                            "packed array has no other way to a single segment: not shown. "
                                + Installation::ofThisProgram().unpickleCommand(m_path));
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

std::map<std::string, PackedGroup>
packedGroups(const std::vector<TensorEntry>& entries,
             const std::function<void(const TensorEntry&, const std::string&)>& notUsed)
{
    std::vector<std::pair<TensorPlace, const TensorEntry*>> places;
    for (const TensorEntry& entry : entries) {
        TensorPlace place = tensorPlaceOf(entry.name);
        if (place.array.find('/') == std::string::npos && place.array != "label_names")
            places.emplace_back(std::move(place), &entry);
    }
    const bool areNamed = std::ranges::any_of(
        places, [](const auto& one) { return isKnownFold(one.first.fold) && !one.first.isNumbered; });
    std::map<std::string, PackedGroup> groups;
    for (const auto& [place, entry] : places) {
        if (place.isNumbered && areNamed) {
            notUsed(*entry, "is of a fold without a name, beside folds that have one");
            continue;
        }
        PackedGroup& group = groups[place.fold];
        group.isNumbered = place.isNumbered;
        const auto [known, isNew] = group.arrays.emplace(place.array, entry);
        if (!isNew)
            notUsed(*entry,
                    fmt::format("is the same array of the fold {} as {}", place.fold, known->second->name));
    }
    return groups;
}

const TensorEntry* featuresOf(const PackedArrayMap& arrays, Modality modality)
{
    const auto isUnsaid = [](const std::string& array) { return array == "X" || array == "x"; };
    const bool isAnyNamed = std::ranges::any_of(arrays, [&](const auto& array) {
        return !isUnsaid(array.first) && std::ranges::any_of(allModalities, [&](Modality other) {
            return isOfModality(array.first, other);
        });
    });
    const TensorEntry* found = nullptr;
    std::size_t best = 0;
    for (const auto& [array, entry] : arrays) {
        const std::size_t rank = modalityRank(array, modality);
        if (!isOfModality(array, modality) || (found && rank >= best) || (isAnyNamed && isUnsaid(array)))
            continue;
        found = entry;
        best = rank;
    }
    return found;
}

const TensorEntry* learntLabels(const PackedArrayMap& arrays)
{
    const TensorEntry* found = nullptr;
    std::size_t best = 0;
    std::vector<const TensorEntry*> others;
    for (const auto& [array, entry] : arrays) {
        if (packedRole(array, *entry) == PackedRole::Labels && array.find("label") != std::string::npos)
            others.push_back(entry);
        const std::optional<std::size_t> rank = learntRank(array);
        if (!rank || (found && *rank >= best))
            continue;
        found = entry;
        best = *rank;
    }
    return found || others.size() != 1 ? found : others.front();
}

const TensorEntry* firstWith(PackedRole role, const PackedArrayMap& arrays)
{
    const auto found = std::ranges::find_if(
        arrays, [role](const auto& array) { return packedRole(array.first, *array.second) == role; });
    return found == arrays.end() ? nullptr : found->second;
}

std::vector<PackedFold> packedFolds(const std::filesystem::path& path,
                                    const std::vector<TensorEntry>& entries, std::vector<std::string>& notes)
{
    const auto notUsed = [&](const TensorEntry& entry, const std::string& why) {
        notes.push_back(fmt::format("{}: {} {}: not used", path.string(), entry.name, why));
    };
    const std::map<std::string, PackedGroup> groups = packedGroups(entries, notUsed);
    std::vector<PackedFold> folds;
    ArraySorter sorter(path, notes);
    for (const char* known : kKnownFolds) // then all others, by name
        if (const auto found = groups.find(known); found != groups.end())
            folds.push_back(sorter.sorted(known, found->second.arrays));
    const bool hasFolds = !folds.empty();
    for (const auto& [name, group] : groups) {
        const bool isFold
            = std::ranges::any_of(group.arrays, [](const auto& a) { return speaksOfSegments(a.first); });
        if (isKnownFold(name) || !isFold || (name.empty() && hasFolds))
            continue;
        folds.push_back(sorter.sorted(name, group.arrays));
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
            isObjects ? ". Arrays of Python objects are not read. "
                    + Installation::ofThisProgram().unpickleCommand(path)
                      : ""));
}

}
