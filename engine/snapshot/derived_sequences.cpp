#include "engine/snapshot/derived_sequences.h"

#include "engine/core/json_text.h"
#include "engine/dataset_opening/face_sequences.h"
#include "engine/sequences/file_state.h"
#include "engine/sequences/sequence_hash.h"
#include "engine/snapshot/edited_words.h"
#include "engine/snapshot/label_sequences.h"
#include "engine/snapshot/snapshot_folder.h"
#include "engine/snapshot/tier_sequences.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace engine {

namespace {

constexpr auto kHashed = "polylogue snapshot 1"; ///< another form of the same needs another text

/// The hash of what a sequence is made from.
class Ingredients {
public:
    Ingredients() { add(std::string_view(kHashed)); }

    void add(std::string_view text) { m_hash.addAll(text); }
    void add(const std::vector<Interval>& times) { m_hash.addAll(times); }
    void add(const std::vector<double>& values) { m_hash.addAll(values); }
    void add(const std::filesystem::path& file)
    {
        const auto state = stateOf(file);
        add(state ? std::string_view(state->path) : std::string_view(file.native()));
        m_hash.add(state ? state->size : 0);
        m_hash.add(static_cast<std::uint64_t>(state ? state->modified : 0));
    }
    void add(const std::map<std::string, WordsView>& words)
    {
        for (const auto& [video, view] : words) {
            add(std::string_view(video));
            add(view.text.intervals);
            m_hash.addAll(view.rows);
            for (const std::string& text : view.text.texts)
                add(std::string_view(text));
        }
    }
    void add(const std::map<std::string, LabelRows>& labels)
    {
        for (const auto& [video, rows] : labels) {
            add(std::string_view(video));
            add(rows.intervals);
            for (const std::string& name : rows.names)
                add(std::string_view(name));
            for (const std::vector<double>& row : rows.values)
                add(row);
        }
    }
    void add(const VideoOffsets& offsets)
    {
        for (const auto& [video, seconds] : offsets) {
            add(std::string_view(video));
            add(std::vector{seconds});
        }
    }
    /// What the project notes under this kind.
    void addItems(const Annotation& annotation, const std::string& kind)
    {
        for (auto item = annotation.items().lower_bound({kind, {}});
             item != annotation.items().end() && item->first.first == kind; ++item) {
            add(std::string_view(item->first.second));
            add(std::string_view(item->second.json));
        }
    }
    void add(const ComputationalSequence& sequence)
    {
        add(std::string_view(jsonText(nlohmann::json(sequence.metadata()))));
        for (const std::string& id : sequence.ids()) {
            const Digest digest = digestOf(sequence.entry(id));
            add(std::string_view(id));
            m_hash.add(digest.data(), digest.size());
        }
    }
    std::string hash() { return hexadecimal(m_hash.digest()).substr(0, kSnapshotDigits); }

private:
    Sha256 m_hash;
};

/// A sequence of the dataset that the project moves, edits, or that is in files of another kind. Absent: its
/// file counts.
std::optional<DerivedSequence> changed(const OpenedSequences& dataset, const OpenedSequence& sequence,
                                       const Annotation& annotation, const ProjectEdits& edits)
{
    const VideoOffsets offsets = offsetsInFile(edits, sequence);
    const bool isEdited = hasOtherRows(edits, sequence);
    if (sequence.packed || (!isEdited && offsets.empty() && sequence.isCsd()))
        return std::nullopt;
    Ingredients ingredients;
    std::vector<std::filesystem::path> files{sequence.file->path()};
    if (sequence.entryFiles)
        files = sequence.entryFiles->files();
    for (const std::filesystem::path& file : files)
        ingredients.add(file);
    if (sequence.entryFiles) {
        for (const DatasetList::Media& media : dataset.list.media) // arrays last as long as their clips
            ingredients.add(media.file);
    }
    if (isEdited && sequence.role == SequenceRole::Words)
        ingredients.add(edits.words);
    if (isEdited && sequence.role == SequenceRole::Labels)
        ingredients.add(edits.labels);
    if (isEdited && holdsFaceMeasures(sequence)) {
        for (const OpenedSequence& other : dataset.sequences) // measures are computed from landmarks
            ingredients.add(other.file->path());
        ingredients.addItems(annotation, kFaceItems);
        ingredients.addItems(annotation, kOffsetItems);
    }
    ingredients.add(offsets);
    if (std::filesystem::is_directory(sequence.file->path())) // which the list names, and not what it holds
        files = {sequence.file->path()};
    return DerivedSequence{{},
                           sequence.key,
                           std::move(files),
                           ingredients.hash(),
                           [&dataset, &sequence, &edits, offsets](const RunContext& run) {
                               return shifted(editedSequence(dataset, sequence, edits, run), offsets);
                           }};
}

/// The key, with a number where a sequence of the dataset has it.
std::string freeKey(const OpenedSequences& dataset, std::string key)
{
    std::ranges::replace(key, '/', '.');
    std::string tried = key;
    for (int number = 2; dataset.called(tried); ++number)
        tried = key + " " + std::to_string(number);
    return tried;
}

void addOwn(std::vector<DerivedSequence>& derived, const OpenedSequences& dataset,
            const Annotation& annotation, const ProjectEdits& edits)
{
    const auto add = [&](const char* group, const std::string& key, ComputationalSequence sequence) {
        if (!sequence.ids().empty())
            derived.push_back(heldSequence(group, freeKey(dataset, key), std::move(sequence)));
    };
    if (!dataset.withRole(SequenceRole::Words))
        add("raw", kWordsTier, withWords(nullptr, edits.words));
    const bool hasLabels = dataset.withRole(SequenceRole::Labels) != nullptr;
    for (const LabelSource& source : labelSources(annotation, kLabelsTier)) {
        if (source.kind != LabelSource::AsEdited)
            add("labels", kLabelsTier + "." + source.title, labelSequence(annotation, kLabelsTier, source));
        else if (!hasLabels)
            add("labels", kLabelsTier, labelSequence(annotation, kLabelsTier, source));
    }
    std::set<TierName> layers;
    for (const Layer& layer : layersOf(annotation, kLabelsTier))
        layers.insert(layer.name);
    for (const TierName& tier : sequenceTiers(annotation)) {
        if (!layers.contains(tier))
            add("tiers", tier, tierSequence(annotation, tier));
    }
}

}

DerivedSequence heldSequence(std::string group, std::string key, ComputationalSequence sequence)
{
    Ingredients ingredients;
    ingredients.add(sequence);
    return {std::move(group),
            std::move(key),
            {},
            ingredients.hash(),
            [sequence = std::move(sequence)](const RunContext&) { return sequence; }};
}

std::vector<DerivedSequence> derivedSequences(const OpenedSequences& dataset, const Annotation& annotation,
                                              const ProjectEdits& edits)
{
    std::vector<DerivedSequence> derived;
    for (const OpenedSequence& sequence : dataset.sequences) {
        if (auto other = changed(dataset, sequence, annotation, edits))
            derived.push_back(*std::move(other));
    }
    addOwn(derived, dataset, annotation, edits);
    return derived;
}

}
