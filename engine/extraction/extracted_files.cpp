#include "engine/extraction/extracted_files.h"

#include "engine/conversations/known_conversations.h"
#include "engine/core/error.h"
#include "engine/core/pending_file.h"
#include "engine/core/segment_id.h"
#include "engine/sequences/csd_writer.h"
#include "engine/sequences/dataset_list.h"
#include "engine/sequences/media_matching.h"
#include "engine/sequences/sequence_hash.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <unordered_set>

namespace engine {

namespace fs = std::filesystem;

namespace {

/// Files of clips are relative to the folder of their list; everything else of a list is absolute.
void moveClips(DatasetList& list, const fs::path& folder)
{
    if (!list.more.contains(kConversationsField))
        return;
    for (auto& conversation : list.more[kConversationsField]) {
        if (!conversation.contains("clips"))
            continue;
        for (auto& clip : conversation["clips"])
            clip["file"] = fs::absolute(list.root / clip["file"].get<std::string>())
                               .lexically_normal()
                               .lexically_relative(folder)
                               .generic_string();
    }
}

/// Media and folds by the ids that entries have, where all sequences are files that can have no others.
void useStoredIds(DatasetList& list)
{
    const bool canHaveOthers = std::ranges::any_of(list.sequences, [](const DatasetList::Sequence& sequence) {
        return sequence.file.extension() != ".csd";
    });
    const bool isStored = std::ranges::all_of(
        list.media, [](const DatasetList::Media& media) { return media.id == storedId(media.id); });
    if (canHaveOthers || isStored)
        return;
    for (DatasetList::Media& media : list.media.edit())
        media.id = storedId(media.id);
    for (auto& [fold, ids] : list.folds) {
        for (std::string& id : ids)
            id = storedId(id);
    }
}

}

ExtractedFiles::ExtractedFiles(fs::path out, const fs::path& from)
    : m_out(fs::absolute(out).lexically_normal())
    , m_parts(m_out)
    , m_before(readExtractionRecord(m_out / "extraction.json"))
    , m_hadList(fs::exists(m_out / "dataset.json"))
{
    if (!from.empty()) {
        m_from = readDatasetList(from);
        conversationsOf(m_from->more, from.string()); // as the field has to be
        moveClips(*m_from, m_out);
    }
    std::error_code error;
    for (const FeatureSetFacts& facts : featureSets()) {
        if (fs::exists(fileOf(facts.set), error))
            m_joined.emplace(facts.set, std::make_shared<const CsdFile>(fileOf(facts.set)));
    }
}

fs::path ExtractedFiles::fileOf(FeatureSet set) const
{
    return m_out / (std::string(factsOf(set).name) + ".csd");
}

bool ExtractedFiles::has(FeatureSet set, const std::string& id) const
{
    const auto joined = m_joined.find(set);
    return joined != m_joined.end() && joined->second->contains(id);
}

bool ExtractedFiles::has(FeatureSet set, const std::string& id, const std::string& step,
                         const std::string& key, bool again) const
{
    if (m_parts.has(set, id, key))
        return true;
    if (again)
        return false;
    const auto file = m_before.files.find(id);
    if (file == m_before.files.end() || !has(set, id))
        return false;
    const auto known = file->second.steps.find(step);
    return known != file->second.steps.end() && known->second.state == StepRecord::State::Done
        && known->second.key == key;
}

std::string ExtractedFiles::reasonBefore(const std::string& id, const std::string& step, FeatureSet set) const
{
    if (m_parts.has(set, id))
        return m_parts.noteOf(set, id);
    const auto file = m_before.files.find(id);
    if (file == m_before.files.end() || !file->second.steps.contains(step))
        return {};
    return file->second.steps.at(step).reason;
}

void ExtractedFiles::put(ExtractedEntry entry, const std::string& id, const std::string& key,
                         const std::string& note)
{
    m_parts.put(std::move(entry), id, key, note);
}

TimedText ExtractedFiles::words(const std::string& id) const
{
    if (m_parts.has(FeatureSet::Words, id)) {
        const ExtractedEntry part = m_parts.get(FeatureSet::Words, id);
        return {part.entry.intervals.values, std::get<std::vector<std::string>>(part.entry.features.values)};
    }
    return readText(*m_joined.at(FeatureSet::Words), id);
}

Entry ExtractedFiles::entry(FeatureSet set, const std::string& id) const
{
    return m_parts.has(set, id) ? m_parts.get(set, id).entry : m_joined.at(set)->entry(id);
}

void ExtractedFiles::joinSet(const FeatureSetFacts& facts, const std::vector<std::string>& fresh,
                             const std::set<std::string>& gone, const RunContext& run) const
{
    const auto joined = m_joined.find(facts.set);
    const CsdFile* before = joined == m_joined.end() ? nullptr : joined->second.get();
    std::set<std::string> ids(fresh.begin(), fresh.end());
    if (before)
        ids.insert(before->ids().begin(), before->ids().end());
    for (const std::string& id : gone)
        ids.erase(id);
    if (ids.empty()) {
        std::error_code error;
        fs::remove(fileOf(facts.set), error);
        return;
    }
    const std::set<std::string> isFresh(fresh.begin(), fresh.end());
    PendingFile pending(fileOf(facts.set));
    CsdWriter writer(pending.temporary(), facts.name);
    Metadata metadata;
    std::size_t done = 0;
    for (const std::string& id : ids) {
        run.tick(done++, ids.size());
        ExtractedEntry part;
        if (isFresh.contains(id))
            part = m_parts.get(facts.set, id);
        else
            part = {facts.set, before->entry(id), before->metadata()};
        const auto names = part.metadata.find("dimension names");
        if (metadata.contains("dimension names") && names != part.metadata.end()
            && metadata["dimension names"] != names->second)
            throw FormatError(
                "data_invalid", fileOf(facts.set).string(),
                fmt::format("has other columns than {} now; extract all of its recordings again, or "
                            "into another folder",
                            id));
        if (metadata.empty())
            metadata = part.metadata;
        writer.add(id, part.entry, digestOf(part.entry));
    }
    for (const char* field : {"sha256", "uuid", "md5"})
        metadata.erase(field);
    metadata["root name"] = facts.name;
    metadata.try_emplace("computational sequence description", descriptionOf(facts.purpose));
    metadata["computational sequence version"] = "1.0";
    metadata["creator"] = "Polylogue " POLYLOGUE_VERSION;
    metadata["featureset bib citation"] = "Polylogue, docs/features.md: the source of each column";
    metadata["alignment compatible"] = "words of the same recordings";
    for (const char* unknown : {"dataset name", "dataset version", "contact", "dataset bib citation"})
        metadata.emplace(unknown, ""); // whoever publishes the recordings says so
    writer.finish(std::move(metadata));
    pending.commit();
}

/// What lies in the folder and was not made here: without a list, a folder is a dataset of all its files.
DatasetList ExtractedFiles::listOfOthers() const
{
    DatasetList list = datasetOfFolder(m_out);
    std::erase_if(list.sequences, [this](const DatasetList::Sequence& sequence) {
        const auto set = featureSetCalled(sequence.file.stem().string());
        return set && sequence.file == fileOf(*set);
    });
    if (list.sequences.empty())
        list.media.clear(); // recordings alone: those of which something comes are listed
    list.mediaAreGuessed = false;
    list.name = m_out.filename().string();
    return list;
}

namespace {

/// Answers of the live session that a recording is of lie beside it.
void listAnswers(DatasetList& list, const Recording& recording)
{
    const fs::path file = answersBeside(recording.media);
    std::error_code missing;
    const auto isIt
        = [&](const DatasetList::Sequence& sequence) { return fs::equivalent(sequence.file, file, missing); };
    if (!fs::is_regular_file(file, missing) || std::ranges::any_of(list.sequences, isIt))
        return;
    const std::string name
        = list.sequence("answers") ? fmt::format("answers of {}", recording.id) : "answers";
    if (!list.sequence(name))
        list.sequences.push_back({"answers", name, file});
}

}

void ExtractedFiles::listThem(const ExtractionRecord& record, const std::vector<Recording>& recordings) const
{
    const fs::path file = m_out / "dataset.json";
    std::error_code error;
    DatasetList list;
    if (m_hadList
        && fs::exists(file, error)) { // not that of joinSoFar(), which stays until this one is there
        list = readDatasetList(file);
    } else if (m_from) {
        list = *m_from;
    } else {
        list = listOfOthers();
        list.who = Who::Own;
    }
    list.root = m_out;
    std::erase_if(list.sequences, [&](const DatasetList::Sequence& sequence) {
        return sequence.file.parent_path() == m_out && featureSetCalled(sequence.name)
            && !fs::exists(sequence.file, error);
    });
    for (const FeatureSetFacts& facts : featureSets()) {
        const bool isListed
            = std::ranges::find(list.sequences, fileOf(facts.set), &DatasetList::Sequence::file)
            != list.sequences.end();
        if (!fs::exists(fileOf(facts.set), error) || isListed)
            continue;
        std::erase_if(list.sequences,
                      [&](const DatasetList::Sequence& other) { return other.name == facts.name; });
        list.sequences.push_back({facts.group, facts.name, fileOf(facts.set)});
    }
    useStoredIds(list);
    std::unordered_set<std::string> listed; // mediaOf() would look through all media for each recording
    for (const DatasetList::Media& media : list.media)
        listed.insert(media.id);
    for (const Recording& recording : recordings) {
        const auto known = record.files.find(recording.id);
        const bool hasSomething
            = known != record.files.end() && std::ranges::any_of(known->second.steps, [](const auto& step) {
                  return step.second.state == StepRecord::State::Done;
              });
        if (hasSomething && !recording.clipStart && !recording.channel && listed.insert(recording.id).second)
            list.media.push_back({recording.id, recording.media, "", ""});
        if (hasSomething)
            listAnswers(list, recording);
    }
    if (list.more.contains(kConversationsField)) // else ids tell of conversations
        nameConversationsOfIds(list.more, {listed.begin(), listed.end()}); // each may have come by itself
    std::ranges::sort(list.media.edit(), {}, &DatasetList::Media::id);
    writeDatasetList(list, file);
}

void ExtractedFiles::join(const ExtractionRecord& record, const ExtractionSettings& settings,
                          const std::vector<Recording>& recordings, const RunContext& run)
{
    write(record, settings, recordings, run);
    m_parts.clear();
}

void ExtractedFiles::joinSoFar(const ExtractionRecord& record, const ExtractionSettings& settings,
                               const std::vector<Recording>& whole, const RunContext& run) const
{
    write(record, settings, whole, run);
}

void ExtractedFiles::write(const ExtractionRecord& record, const ExtractionSettings& settings,
                           const std::vector<Recording>& recordings, const RunContext& run) const
{
    for (const FeatureSetFacts& facts : featureSets()) {
        std::vector<std::string> fresh;
        for (const Recording& recording : recordings) {
            if (m_parts.has(facts.set, recording.id))
                fresh.push_back(recording.id);
        }
        std::set<std::string> gone;
        for (const auto& [id, file] : record.files) {
            const auto now = file.steps.find(name(facts.step));
            const auto before = m_before.files.find(id);
            const bool wasMade = before != m_before.files.end()
                && before->second.steps.contains(name(facts.step))
                && before->second.steps.at(name(facts.step)).state == StepRecord::State::Done;
            if (now != file.steps.end() && now->second.state == StepRecord::State::Skipped && wasMade
                && has(facts.set, id))
                gone.insert(id);
        }
        if (!fresh.empty() || !gone.empty())
            joinSet(facts, fresh, gone, run);
    }
    ExtractionRecord all = m_before;
    for (const auto& [id, file] : record.files) {
        ExtractionRecord::File& known = all.files[id];
        known.takeInputs(file);
        for (const auto& [step, now] : file.steps)
            known.steps[step] = now;
    }
    listThem(all, recordings);
    writeExtractionRecord(all, settings, m_out / "extraction.json");
}

}
