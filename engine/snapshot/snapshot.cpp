#include "engine/snapshot/snapshot.h"

#include "engine/conversations/conversation_list.h"
#include "engine/core/json_text.h"
#include "engine/core/sha256.h"
#include "engine/core/text_file.h"
#include "engine/project_items/conversation_items.h"
#include "engine/project_items/fold_item.h"
#include "engine/sequences/csd_writer.h"
#include "engine/sequences/file_state.h"
#include "engine/snapshot/derived_sequences.h"
#include "engine/snapshot/snapshot_folder.h"
#include "engine/snapshot/unused_since.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <set>

namespace engine {

namespace {

namespace fs = std::filesystem;

constexpr auto kUnusedFor = std::chrono::hours(1); ///< a program may read what an earlier list named

fs::path fileOf(const DerivedSequence& sequence, const fs::path& folder)
{
    std::string name = sequence.key;
    std::ranges::replace(name, '/', '.');
    return folder / fmt::format("{}.{}.csd", name, sequence.hash);
}

/// @return whether it had to be written
bool provide(const DerivedSequence& sequence, const fs::path& file, const RunContext& run)
{
    std::error_code missing;
    if (fs::exists(file, missing)) {
        fs::last_write_time(file, fs::file_time_type::clock::now(), missing); // nobody removes it by now
        noteUsed(file);
        if (!missing)
            return false;
    }
    writeCsd(sequence.make(run), file, {}, run);
    return true;
}

/// The list with derived sequences in the place of the files that they replace, and new ones at its end.
DatasetList listWith(DatasetList list, const std::vector<DerivedSequence>& derived, const fs::path& folder)
{
    for (const DerivedSequence& sequence : derived) {
        const fs::path file = fileOf(sequence, folder);
        const auto isReplaced = [&](const DatasetList::Sequence& listed) {
            return std::ranges::find(sequence.replaced, listed.file) != sequence.replaced.end();
        };
        const auto first = std::ranges::find_if(list.sequences, isReplaced);
        if (first == list.sequences.end()) {
            list.sequences.push_back({sequence.group, sequence.key, file, {}});
            continue;
        }
        const bool isOfTables = sequence.replaced.size() > 1;
        *first = {first->group, isOfTables ? sequence.key : first->name, file, {}};
        std::erase_if(list.sequences, isReplaced); // the other tables
    }
    return list;
}

/// Conversations get the times of recordings that people changed; a list that names no conversations names
/// them then. @return whether any was
bool takeRecordingTimes(DatasetList& list, const KnownConversations& conversations,
                        const Annotation& annotation)
{
    bool isChanged = false;
    for (const Conversation& conversation : conversations.all()) {
        const Conversation now = asChanged(annotation, conversation);
        for (std::size_t i = 0; i < now.participants.size(); ++i) {
            const ConversationParticipant& who = now.participants[i];
            if (who.time == conversation.participants[i].time)
                continue;
            if (!list.more.contains(kConversationsField))
                storeConversations(list.more, conversations.all());
            setRecordingTime(list.more, now.id, who.id, who.time);
            isChanged = true;
        }
    }
    return isChanged;
}

std::string idOf(const DatasetList& list, bool hasOtherTimes)
{
    Sha256 hash;
    const auto add = [&hash](const std::string& text) { hash.addAll(text); };
    add(list.name);
    for (const DatasetList::Sequence& sequence : list.sequences) {
        add(sequence.group);
        add(sequence.name);
        add(sequence.file.string());
        const auto state = stateOf(sequence.file);
        hash.add(state ? state->size : 0);
    }
    for (const DatasetList::Media& media : list.media) {
        add(media.id);
        add(media.file.string());
        add(media.speaker);
    }
    for (const auto& [name, videos] : list.folds) {
        add(name);
        for (const std::string& video : videos)
            add(video);
    }
    if (hasOtherTimes)
        add(jsonText(list.more.at(kConversationsField)));
    return hexadecimal(hash.digest()).substr(0, kSnapshotDigits);
}

/// The files that the lists of a folder name. @throws Error for a list that cannot be read.
std::set<fs::path> namedIn(const fs::path& folder)
{
    std::set<fs::path> named;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() != ".json")
            continue;
        for (const DatasetList::Sequence& sequence : readDatasetList(entry.path()).sequences)
            named.insert(sequence.file.lexically_normal());
    }
    return named;
}

/// Removes what no list names any more. What cannot be looked at stays.
void clean(const fs::path& folder)
{
    try {
        const std::set<fs::path> named = namedIn(folder);
        for (const auto& entry : fs::directory_iterator(folder)) {
            std::error_code problem;
            if (isOfSnapshots(entry.path()) && !named.contains(entry.path().lexically_normal())
                && unusedFor(entry.path()) > kUnusedFor)
                fs::remove(entry.path(), problem);
        }
    } catch (const std::exception&) { // NOLINT(bugprone-empty-catch): the next snapshot cleans
    }
}

/// Whether the folder's list is of this snapshot already.
bool isListOf(const fs::path& file, const std::string& id)
{
    try {
        return fs::exists(file) && readDatasetList(file).more.value(kSnapshotField, "") == id;
    } catch (const std::exception&) {
        return false; // it is written anew
    }
}

}

ProjectSnapshot writeSnapshot(const OpenedSequences& dataset, const Annotation& annotation,
                              const SnapshotWish& wish, const RunContext& run)
{
    const fs::path folder = fs::absolute(wish.folder).lexically_normal();
    makeFolder(folder);
    const ProjectEdits edits = projectEdits(annotation);
    std::vector<DerivedSequence> derived = derivedSequences(dataset, annotation, edits);
    ProjectSnapshot snapshot;
    DatasetList list = dataset.list;
    if (wish.label) {
        const DerivedSequence label = heldSequence(kLabelsTier, kLabelsTier, sequenceOf(*wish.label));
        std::erase_if(derived, [](const DerivedSequence& one) { return one.key == kLabelsTier; });
        snapshot.made += provide(label, fileOf(label, folder), run) ? 1 : 0;
        list = withLabelFile(std::move(list), fileOf(label, folder));
    }
    for (const DerivedSequence& sequence : derived)
        snapshot.made += provide(sequence, fileOf(sequence, folder), run) ? 1 : 0;
    list = listWith(std::move(list), derived, folder);
    list.root = folder;
    if (const auto folds = projectFolds(annotation))
        list.folds = *folds;
    const bool hasOtherTimes = takeRecordingTimes(list, dataset.conversations, annotation);
    snapshot.id = idOf(list, hasOtherTimes);
    list.more[kSnapshotField] = snapshot.id;
    snapshot.list = folder / (wish.isKept ? fmt::format("dataset.{}.json", snapshot.id) : kSnapshotList);
    if (!isListOf(snapshot.list, snapshot.id))
        writeDatasetList(list, snapshot.list);
    clean(folder);
    return snapshot;
}

}
