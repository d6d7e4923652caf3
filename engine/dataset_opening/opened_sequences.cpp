#include "engine/dataset_opening/opened_sequences.h"

#include "engine/core/error.h"
#include "engine/core/utf8.h"
#include "engine/dataset_opening/packed_clips.h"
#include "engine/feature_tables/array_folder.h"
#include "engine/feature_tables/table_sequence.h"
#include "engine/media/media_info.h"
#include "engine/packed/packed_sequence.h"
#include "engine/sequences/computational_sequence.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/timed_features.h"

#include <algorithm>
#include <fmt/format.h>
#include <initializer_list>
#include <map>
#include <string_view>

namespace engine {

namespace {

bool containsAny(const std::string& name, std::initializer_list<std::string_view> parts)
{
    const std::string lower = inLowerCase(name);
    return std::ranges::any_of(parts,
                               [&](std::string_view part) { return lower.find(part) != std::string::npos; });
}

void addSequence(OpenedSequences& open, const std::string& name, std::shared_ptr<const SequenceFile> file,
                 std::shared_ptr<const PackedVideos> packed)
{
    SequenceRole role = guessRole(name, *file);
    if (role != SequenceRole::Other && open.withRole(role))
        role = SequenceRole::Other; // the first of its kind feeds the model
    const bool isText = holdsText(*file);
    std::string key = name;
    for (int number = 2; open.called(key); ++number)
        key = name + ' ' + std::to_string(number);
    open.sequences.push_back({key, role, std::move(file), isText, std::move(packed)});
}

/// Opens a file of packed segments, whose parts become sequences, and whose folds those of the dataset. The
/// first of several decides for all how segments become videos.
/// @throws Error.
std::shared_ptr<PackedFile> openPacked(OpenedSequences& open, const std::filesystem::path& path,
                                       Prober& prober, const RunContext& run)
{
    if (mayBeHdf5(path))
        prober.check(path, kPackedProbe);
    auto file = std::make_shared<PackedFile>(path, run);
    open.failures.insert(open.failures.end(), file->notes().begin(), file->notes().end());
    nameClips(open.list, file->ids());
    sayLayout(open.list, layoutOf(open.list, *file));
    const auto videos = std::make_shared<const PackedVideos>(file, *saidLayout(open.list));
    addFolds(open.list, *videos);
    const PackedSequences parts = sequencesOf(videos);
    if (parts.words)
        addSequence(open, "words", parts.words, videos);
    for (const auto& [name, feature] : parts.features)
        addSequence(open, name, feature, videos);
    if (parts.labels)
        addSequence(open, "labels", parts.labels, videos);
    open.ids.insert(videos->ids().begin(), videos->ids().end());
    return file;
}

/// Adds ids that mostly come in their order, and finds the place of each beside that of the one before.
/// @return those that are left out: not UTF-8, they could not be named again in a list, a project or the
/// window
template <typename IdAt>
std::set<std::string> addInOrder(std::set<std::string>& ids, std::size_t count, const IdAt& idAt)
{
    std::set<std::string> unnamed;
    auto after = ids.begin();
    for (std::size_t i = 0; i < count; ++i) {
        std::string id = idAt(i);
        if (isUtf8(id))
            after = std::next(ids.insert(after, std::move(id)));
        else
            unnamed.insert(std::move(id));
    }
    return unnamed;
}

/// Tables of one extractor become one sequence; one that cannot be opened hides only itself.
void addTables(OpenedSequences& open, const std::string& name, std::vector<std::filesystem::path> files)
{
    while (!files.empty()) {
        try {
            auto tables = std::make_shared<const TableSequence>(name, files);
            addSequence(open, inLowerCase(name), tables, nullptr);
            open.sequences.back().entryFiles = std::move(tables);
            return;
        } catch (const Error& error) {
            open.failures.emplace_back(error.what());
            files.erase(files.begin());
        }
    }
}

/// Takes their media away, and says that these videos are left out.
void leaveOut(OpenedSequences& open, const std::set<std::string>& unnamed)
{
    if (unnamed.empty())
        return;
    std::erase_if(open.list.media.edit(),
                  [&](const DatasetList::Media& media) { return unnamed.contains(media.id); });
    open.list.media.order();
    open.failures.push_back(
        fmt::format("{} videos are left out, since their names are not UTF-8, such as {}: rename them in the "
                    "files.",
                    unnamed.size(), validUtf8(*unnamed.begin())));
}

/// Conversations that the ids of sequences tell, and those of recordings of two people or more.
std::vector<Conversation> toldConversations(const OpenedSequences& open)
{
    std::set<std::string> videos = open.ids;
    for (const DatasetList::Media& media : open.list.media) {
        if (media.id.find('@') != std::string::npos && isUtf8(media.id))
            videos.insert(media.id);
    }
    std::vector<Conversation> told = conversationsOfIds(videos);
    std::erase_if(told, [&](const Conversation& conversation) {
        return conversation.participants.size() < 2
            && !open.ids.contains(conversation.entryOf(conversation.participants.front()));
    });
    return told;
}

/// Conversations that the list names, else those that ids tell. Those that have a file of their own are
/// videos, too, even where all sequences are of their participants.
void knowConversations(OpenedSequences& open)
{
    try {
        open.conversations = KnownConversations(open.list.more.contains("conversations")
                                                    ? conversationsOf(open.list.more, open.list.name)
                                                    : toldConversations(open));
    } catch (const Error& error) {
        open.failures.emplace_back(error.what());
    }
    for (const Conversation& conversation : open.conversations.all()) {
        if (open.list.mediaOf(conversation.id))
            open.ids.insert(conversation.id);
    }
}

}

const OpenedSequence* OpenedSequences::withRole(SequenceRole role) const
{
    const auto found = std::ranges::find(sequences, role, &OpenedSequence::role);
    return found == sequences.end() ? nullptr : &*found;
}

const OpenedSequence* OpenedSequences::called(const std::string& key) const
{
    const auto found = std::ranges::find(sequences, key, &OpenedSequence::key);
    return found == sequences.end() ? nullptr : &*found;
}

std::shared_ptr<const PackedVideos> OpenedSequences::packedWith(const std::string& id) const
{
    const auto part = std::ranges::find_if(
        sequences, [&](const OpenedSequence& one) { return one.packed && one.file->contains(id); });
    return part == sequences.end() ? nullptr : part->packed;
}

bool OpenedSequences::countsSteps(const std::string& id) const
{
    if (const auto packed = packedWith(id))
        return !packed->hasTimes(id);
    bool areThere = false;
    for (const OpenedSequence& sequence : sequences) {
        if (!sequence.file->contains(id))
            continue;
        if (!sequence.entryFiles || sequence.entryFiles->hasTimes(id))
            return false;
        areThere = true;
    }
    return areThere;
}

double OpenedSequences::extentOf(const std::string& id) const
{
    double end = 0.0;
    for (const OpenedSequence& sequence : sequences) {
        if (!sequence.file->contains(id))
            continue;
        for (const Interval& interval : readIntervals(*sequence.file, id))
            end = std::max(end, interval.end);
    }
    return end;
}

bool holdsText(const SequenceFile& file)
{
    if (file.ids().empty())
        return false;
    try {
        return isText(file.shape(file.ids().front()).featureType);
    } catch (const Error&) {
        return false; // a damaged first entry is reported when it is read
    }
}

SequenceRole subjectOf(const std::string& key)
{
    if (containsAny(key, {"label", "sentiment", "opinion"}))
        return SequenceRole::Labels;
    if (containsAny(key, {"hubert", "wav2vec", "wavlm", "whisper", "vggish"})) // before the bert of hubert
        return SequenceRole::Acoustic;
    if (containsAny(key, {"vector", "glove", "embedding", "bert", "word", "language"}) || key == "text")
        return SequenceRole::Text;
    if (containsAny(key,
                    {"visual", "facet", "openface", "vision", "face", "clip-vit", "resnet", "manet", "dinov2",
                     "videomae"}))
        return SequenceRole::Visual;
    if (containsAny(key, {"acoustic", "covarep", "opensmile", "audio", "sound"}))
        return SequenceRole::Acoustic;
    return SequenceRole::Other;
}

SequenceRole guessRole(const std::string& key, const SequenceFile& file)
{
    if (holdsText(file))
        return containsAny(key, {"phone"}) ? SequenceRole::Other : SequenceRole::Words;
    if (containsAny(key, {"word_alignment", "face_landmarks", "answers"})) // no model takes them
        return SequenceRole::Other;
    return subjectOf(key);
}

OpenedSequences openSequences(DatasetList list, Prober& prober, const RunContext& run, TimeZero zero)
{
    OpenedSequences open;
    open.zero = zero;
    open.list = std::move(list);
    std::vector<std::shared_ptr<PackedFile>> packed;
    std::vector<std::shared_ptr<ArrayFolder>> arrays;
    std::map<std::string, std::vector<std::filesystem::path>> tables; // by what wrote them
    std::set<std::string> unnamed;
    const auto addIds
        = [&](std::size_t count, const auto& idAt) { unnamed.merge(addInOrder(open.ids, count, idAt)); };
    for (std::size_t i = 0; i < open.list.sequences.size(); ++i) {
        run.tick(i, open.list.sequences.size());
        const DatasetList::Sequence& sequence = open.list.sequences[i];
        try {
            if (isPackedFile(sequence.file)) {
                packed.push_back(openPacked(open, sequence.file, prober, run));
                continue;
            }
            if (const auto origin = featureTableOrigin(sequence.file)) {
                tables[origin->name].push_back(sequence.file);
                addIds(1, [&](std::size_t) { return sequence.file.stem().string(); });
                continue;
            }
            if (isArrayFolder(sequence.file)) {
                arrays.push_back(std::make_shared<ArrayFolder>(sequence.file));
                const std::vector<std::string>& ids = arrays.back()->ids();
                addIds(ids.size(), [&](std::size_t place) { return strippedId(ids[place]); });
                addSequence(open, sequence.name, arrays.back(), nullptr);
                open.sequences.back().entryFiles = arrays.back();
                continue;
            }
            prober.check(sequence.file);
            auto file = std::make_shared<const CsdFile>(sequence.file);
            const std::vector<std::string>& ids = file->ids();
            addIds(ids.size(), [&](std::size_t place) { return strippedId(ids[place]); });
            addSequence(open, sequence.name, std::move(file), nullptr);
        } catch (const Cancelled&) {
            throw;
        } catch (const Error& error) {
            open.failures.emplace_back(error.what());
        }
    }
    for (const auto& [name, files] : tables)
        addTables(open, name, files);
    std::set<std::string> segments;
    for (const auto& file : packed)
        segments.insert(file->ids().begin(), file->ids().end());
    const std::size_t unused = packed.empty() ? 0 : dropOtherMedia(open.list, open.ids, segments);
    if (unused > 0)
        open.failures.push_back(std::to_string(unused)
                                + " clips of single segments are not used: the labels of this project lie on "
                                  "the timelines of whole videos. A new project takes them.");
    knowConversations(open);
    if (!isMatched(open.list.media, open.ids)) {
        MatchedMedia matched = matchMedia(open.list.media.all(), open.ids);
        open.list.media = std::move(matched.media);
        open.spareMedia = std::move(matched.spare);
    }
    open.list.media.order();
    if (!packed.empty() || !arrays.empty()) {
        const auto seconds
            = clipSeconds(open.list, [zero](const auto& clip) { return durationOf(clip, zero); });
        for (const auto& file : packed)
            file->setClips(seconds);
        for (const auto& folder : arrays)
            folder->setClips(seconds);
    }
    addIds(open.list.media.size(), [&](std::size_t rank) { return open.list.media.byId(rank).id; });
    leaveOut(open, unnamed);
    return open;
}

}
