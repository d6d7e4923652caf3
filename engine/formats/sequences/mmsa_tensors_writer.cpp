// Annotation as tensors in the layout of MMSA's feature files: arrays of ids, texts and labels for each fold.
#include "engine/core/error.h"
#include "engine/core/pending_file.h"
#include "engine/formats/common/export_losses.h"
#include "engine/formats/common/format_files.h"
#include "engine/formats/sequences/mmsa_tensors.h"
#include "engine/npz/npz_writer.h"
#include "engine/packed/packed_labels.h"
#include "engine/packed/packed_names.h"
#include "engine/sequences/hdf5/h5_file.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <map>
#include <set>

namespace engine {

namespace {

constexpr auto kUsualFold = "train"; ///< of segments that do not say which
constexpr auto kUsualLabel = "regression_labels"; ///< as MMSA calls what it learns

/// The segments of one fold, as columns.
struct FoldRows {
    std::vector<std::string> ids;
    std::vector<std::string> texts;
    std::vector<const Segment*> segments;
};

std::string labelOr(const Segment& segment, const std::string& label, const std::string& otherwise)
{
    const auto value = segment.values.find(label);
    return value == segment.values.end() ? otherwise : textOf(value->second);
}

/// The fold that a segment names: by `fold`, or by `mode`, as MMSA's own tables do. Empty: it names none.
std::string foldOf(const Segment& segment)
{
    if (segment.values.contains("fold"))
        return labelOr(segment, "fold", {});
    const std::string mode = labelOr(segment, "mode", {});
    return mode == "train" || mode == "valid" || mode == "test" ? mode : std::string();
}

/// A name that no path goes astray with: slashes are between groups.
std::string plainName(std::string name)
{
    std::ranges::replace(name, '/', '_');
    return name.find_first_not_of('.') == std::string::npos ? "_" + name : name;
}

/// What a fold is called when it is read again: `valid` of `dev`.
std::string foldName(const std::string& fold)
{
    return tensorPlaceOf(plainName(fold) + "/id").fold;
}

/// In the order of the tiers. Segments without a `clip_id` are counted by video.
std::map<std::string, FoldRows> foldsOf(const ExchangedTiers& tiers)
{
    std::map<std::string, FoldRows> folds;
    std::map<std::string, std::size_t> counts; // by video
    for (const ExchangedTier& tier : tiers.tiers) {
        for (const Segment& segment : tier.segments) {
            const std::size_t place = counts[tier.tier.video]++;
            const std::string fold = foldOf(segment);
            FoldRows& rows = folds[fold.empty() ? kUsualFold : foldName(fold)];
            rows.ids.push_back(tier.tier.video + "$_$" + labelOr(segment, "clip_id", std::to_string(place)));
            rows.texts.push_back(segment.text);
            rows.segments.push_back(&segment);
        }
    }
    return folds;
}

/// What each label's array is called.
std::map<std::string, std::string> arrayNames(const ExchangedTiers& tiers)
{
    std::set<std::string> labels;
    for (const ExchangedTier& tier : tiers.tiers) {
        for (const Segment& segment : tier.segments) {
            for (const auto& [label, value] : segment.values) {
                if (label != "mode" || textOf(value) != foldOf(segment))
                    labels.insert(label);
            }
        }
    }
    labels.erase("fold");
    labels.erase("clip_id");
    std::map<std::string, std::string> names;
    std::set<std::string> used; // as they are read again
    for (const std::string& label : labels) {
        const bool isMain = label == "sentiment" && !labels.contains(kUsualLabel);
        std::string name = isMain ? kUsualLabel : plainName(label);
        while (isPackedName(name) || !used.insert(packedLabelName(name)).second)
            name += "_";
        names[label] = name;
    }
    return names;
}

bool isNumber(const Segment& segment, const std::string& label)
{
    const auto value = segment.values.find(label);
    return value == segment.values.end() || std::holds_alternative<double>(value->second.value);
}

/// Numbers with NaN where nobody gave one; text where any is.
FeatureArray labelColumn(const FoldRows& rows, const std::string& label)
{
    const std::size_t count = rows.segments.size();
    if (!std::ranges::all_of(rows.segments,
                             [&](const Segment* segment) { return isNumber(*segment, label); })) {
        std::vector<std::string> texts;
        for (const Segment* segment : rows.segments)
            texts.push_back(labelOr(*segment, label, {}));
        return {ElementType::Text, {count}, std::move(texts)};
    }
    std::vector<double> numbers;
    for (const Segment* segment : rows.segments) {
        const auto value = segment->values.find(label);
        numbers.push_back(value == segment->values.end() ? std::numeric_limits<double>::quiet_NaN()
                                                         : std::get<double>(value->second.value));
    }
    return {ElementType::Float64, {count}, std::move(numbers)};
}

using Arrays = std::vector<std::pair<std::string, FeatureArray>>;

Arrays arraysOf(const ExchangedTiers& tiers)
{
    Arrays arrays;
    const auto names = arrayNames(tiers);
    for (const auto& [fold, rows] : foldsOf(tiers)) {
        const std::size_t count = rows.segments.size();
        arrays.emplace_back(fold + "/id", FeatureArray{ElementType::Text, {count}, rows.ids});
        arrays.emplace_back(fold + "/raw_text", FeatureArray{ElementType::Text, {count}, rows.texts});
        for (const auto& [label, name] : names)
            arrays.emplace_back(fold + "/" + name, labelColumn(rows, label));
    }
    return arrays;
}

void writeNpz(const Arrays& arrays, const std::filesystem::path& path)
{
    NpzWriter writer(path);
    for (const auto& [name, array] : arrays) {
        writer.create(name, array.type, {}, true);
        writer.append(name, array);
    }
    writer.close();
}

void writeHdf5(const Arrays& arrays, const std::filesystem::path& path)
{
    PendingFile file(path);
    hdf5::Writer writer(file.temporary());
    for (const auto& [name, array] : arrays)
        writer.write("/" + name, array);
    writer.close();
    file.commit();
}

}

std::vector<std::filesystem::path>
writeMmsaTensors(const ExchangedTiers& tiers, const std::filesystem::path& path, const ExportOptions& options)
{
    checkTargets({path}, path, options);
    const std::string ending = path.extension().string();
    if (ending == ".pkl" || ending == ".pickle")
        throw FormatError(
            "unknown_format", path.string(),
            "pickles are not written, as they run code when they are opened: name it .npz or .h5");
    const Arrays arrays = arraysOf(withoutContinuous(tiers));
    if (arrays.empty())
        throw FormatError("nothing_to_write", path.string(), "there are no segments to write");
    if (ending == ".h5" || ending == ".hdf5")
        writeHdf5(arrays, path);
    else
        writeNpz(arrays, path);
    return {path};
}

/// Whether times are those that reading makes up: of each video, one second after the other.
static bool areSecondsInOrder(const ExchangedTiers& tiers)
{
    std::map<std::string, double> reached; // by video
    return std::ranges::all_of(tiers.tiers, [&](const ExchangedTier& tier) {
        double& second = reached[tier.tier.video];
        return std::ranges::all_of(tier.segments, [&](const Segment& segment) {
            const Interval times{segment.start.seconds(), segment.end.seconds()};
            return times == Interval{second, ++second};
        });
    });
}

/// Whether reading will call tiers otherwise, or make one of several.
static bool losesNames(const ExchangedTiers& tiers)
{
    std::set<std::string> videos;
    return std::ranges::any_of(tiers.tiers, [&](const ExchangedTier& tier) {
        return tier.tier.name != kMmsaTier || !videos.insert(tier.tier.video).second;
    });
}

std::vector<std::string> lossesOfMmsaTensors(const ExchangedTiers& tiers)
{
    std::vector<std::string> sentences;
    if (!areSecondsInOrder(tiers))
        sentences.emplace_back("Times cannot be kept: segments stand in their order, with their ids.");
    if (losesNames(tiers))
        sentences.emplace_back("Tiers stand one behind the other, without their names.");
    Carries carries;
    carries.points = true;
    carries.inventedTimes = true;
    carries.videos = true;
    carries.carriageReturns = true;
    carries.labels = LabelsIn::Kept;
    std::ranges::copy(lossesOf(tiers, carries), std::back_inserter(sentences));
    const ExchangedTiers kept = withoutContinuous(tiers);
    for (const auto& [label, name] : arrayNames(kept)) {
        if (label != packedLabelName(name))
            sentences.push_back(fmt::format("The label '{}' is called '{}' there.", label, name));
    }
    std::set<std::string> folds;
    countSegments(
        kept, [&folds](const auto&, const Segment& segment) { return folds.insert(foldOf(segment)).second; });
    for (const std::string& fold : folds) {
        if (!fold.empty() && fold != foldName(fold))
            sentences.push_back(fmt::format("The fold '{}' is called '{}' there.", fold, foldName(fold)));
    }
    const auto hasEmptyTerm = [](const auto&, const Segment& segment) {
        return std::ranges::any_of(segment.values,
                                   [](const auto& label) { return textOf(label.second).empty(); });
    };
    if (const std::size_t count = countSegments(kept, hasEmptyTerm); count > 0)
        sentences.push_back(fmt::format("Empty terms of {} segments are lost.", count));
    const auto hasNoFold = [](const auto&, const Segment& segment) { return foldOf(segment).empty(); };
    if (const std::size_t count = countSegments(kept, hasNoFold); count > 0)
        sentences.push_back(count == 1
                                ? std::string("A segment without a label 'fold' goes to 'train'.")
                                : fmt::format("{} segments without a label 'fold' go to 'train'.", count));
    return sentences;
}

}
