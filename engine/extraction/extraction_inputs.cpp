#include "engine/extraction/extraction_inputs.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/output_guard.h"
#include "engine/core/segment_id.h"
#include "engine/extraction/transcript_search.h"
#include "engine/features/text/hashed_vectors.h"
#include "engine/features/text/stored_vectors.h"
#include "engine/parts/text/table_vectors.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/dataset_list.h"
#include "engine/sequences/tar_media.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <unordered_map>

namespace engine {

namespace {

namespace fs = std::filesystem;

/// Nothing is written over what is read. @throws FormatError (`same_file`).
void refuseToOverwrite(const ExtractionWish& wish, const std::vector<Recording>& recordings)
{
    std::vector<fs::path> outputs{wish.out / "dataset.json", wish.out / "extraction.json",
                                  wish.out / kVocabularyFile};
    for (const FeatureSetFacts& facts : featureSets())
        outputs.push_back(wish.out / (std::string(facts.name) + ".csd"));
    const OutputGuard guard(outputs);
    std::error_code missing;
    if (wish.settings.vectors != kSpellingVectors)
        guard.refuse(wish.settings.vectors);
    guard.refuse(wish.settings.blendshapes);
    if (!fs::equivalent(wish.list, wish.out / "dataset.json", missing)) // a list that grows is its own
        guard.refuse(wish.list);
    for (const Recording& recording : recordings) {
        guard.refuse(recording.media);
        if (recording.transcript)
            guard.refuse(*recording.transcript);
    }
}

/// What the folder's word vectors say that they are; a folder keeps the vectors that it has, so that what was
/// made before, and models that learnt of it, go with what is made now. Empty: there are none.
std::string vectorsOfFolder(const fs::path& folder)
{
    const fs::path file = folder / (std::string(factsOf(FeatureSet::WordVectors).name) + ".csd");
    std::error_code error;
    if (!fs::exists(file, error))
        return {};
    const Metadata metadata = CsdFile(file).metadata();
    const auto vectors = metadata.find("vectors");
    return vectors != metadata.end() && vectors->second.is_string() ? vectors->second.get<std::string>()
                                                                    : std::string();
}

/// What lists call the recordings of these files.
class ListedIds {
public:
    void add(const DatasetList& list)
    {
        for (const DatasetList::Media& media : list.media) {
            const auto [known, isNew]
                = m_ids.emplace(normalPath(media.file.path()).string(), storedId(media.id));
            if (!isNew && known->second != storedId(media.id))
                known->second.clear(); // of several videos: the name decides
        }
    }
    std::string of(const CompactPath& file) const
    {
        const auto known = m_ids.find(file.string());
        return known != m_ids.end() && !known->second.empty() ? known->second : file.path().stem().string();
    }

private:
    std::unordered_map<std::string, std::string> m_ids; ///< by path
};

/// Leaves those of the names, which are ids, participants or conversations.
/// @throws FormatError (`unknown_recording`).
std::vector<Recording> onlyThese(std::vector<Recording> recordings, const std::vector<std::string>& names,
                                 const fs::path& list)
{
    std::set<std::string> wanted;
    for (const std::string& name : names)
        wanted.insert(storedId(name));
    std::set<std::string> found;
    std::erase_if(recordings, [&](const Recording& recording) {
        const std::string participant = entryOfSegment(recording.id);
        const std::string conversation = participant.substr(0, participant.find('@'));
        bool isWanted = false;
        for (const std::string& name : {recording.id, participant, conversation}) {
            if (wanted.contains(name)) {
                found.insert(name);
                isWanted = true;
            }
        }
        return !isWanted;
    });
    for (const std::string& name : wanted) {
        if (!found.contains(name))
            throw FormatError("unknown_recording", list.string(),
                              "has no recording, clip or channel of " + name);
    }
    return recordings;
}

/// The recordings of a wish, without transcripts, in any order.
/// @throws FormatError (`data_invalid`, `unknown_recording`); as readTar().
std::vector<Recording> wishedRecordings(const ExtractionWish& wish, const RunContext& run)
{
    std::vector<Recording> recordings;
    ListedIds ids;
    std::error_code missing;
    if (!wish.ids.empty()) {
        ids.add(readDatasetList(wish.ids));
    } else if (const fs::path known = wish.out / "dataset.json"; fs::is_regular_file(known, missing)) {
        try {
            ids.add(readDatasetList(known));
        } catch (
            const Error&) { // NOLINT(bugprone-empty-catch): what is no list is refused where it is written
        }
    }
    if (!wish.list.empty()) {
        const DatasetList list = readDatasetList(wish.list);
        recordings = recordingsIn(list);
        if (!wish.only.empty())
            recordings = onlyThese(std::move(recordings), wish.only, wish.list);
        ids.add(list);
    }
    std::size_t looked = 0;
    for (const fs::path& media : wish.media) {
        run.tick(looked++, wish.media.size());
        const std::vector<CompactPath> files = mediaFilesAt(normalPath(media));
        if (files.empty())
            throw FormatError("data_invalid", media.string(),
                              "has no video and no sound file; expected some, at most four folders deep");
        for (const CompactPath& file : files)
            recordings.push_back({ids.of(file), file});
    }
    return recordings;
}

/// In the order of their ids. @throws FormatError (`same_name`).
void sortOut(std::vector<Recording>& recordings)
{
    std::ranges::stable_sort(recordings, {}, &Recording::id);
    const auto isSame = [](const Recording& a, const Recording& b) { return a.id == b.id; };
    for (auto same = std::ranges::adjacent_find(recordings, isSame); same != recordings.end();
         same = std::adjacent_find(std::next(same), recordings.end(), isSame)) {
        const Recording& other = *std::next(same);
        if (other.media != same->media)
            throw FormatError("same_name", other.media.string(),
                              fmt::format("has the same name as {}; a recording is known by its name",
                                          same->media.string()));
    }
    const auto twice = std::ranges::unique(recordings, isSame);
    recordings.erase(twice.begin(), twice.end());
}

}

std::vector<Recording> recordingsOf(const ExtractionWish& wish, const RunContext& run)
{
    constexpr double kListed = 0.5; // of the work
    const auto part = [&run](double from, double to) {
        RunContext of{run.stop, {}};
        if (run.progress)
            of.progress = [&run, from, to](double done) { run.progress(from + done * (to - from)); };
        return of;
    };
    std::vector<Recording> recordings = wishedRecordings(wish, part(0.0, kListed));
    if (!wish.transcript.empty() && recordings.size() != 1)
        throw FormatError("data_invalid", wish.transcript.string(),
                          "is one transcript, but there is not one recording");
    sortOut(recordings);
    const ExtractionRecord record = readExtractionRecord(wish.out / "extraction.json");
    TranscriptSearch transcripts(wish);
    const RunContext rest = part(kListed, 1.0);
    std::size_t found = 0;
    const fs::path out = normalPath(wish.out);
    for (Recording& recording : recordings) {
        rest.tick(found++, recordings.size());
        jsonPath(fs::path(recording.media).lexically_relative(out)); // refused now, not after hours
        transcripts.find(recording, record);
    }
    refuseToOverwrite(wish, recordings);
    return recordings;
}

std::vector<FeatureSet> neededSets(const ExtractionWish& wish)
{
    std::vector<FeatureSet> sets = wish.sets;
    const bool needWords
        = std::ranges::any_of(sets, [](FeatureSet set) { return needsWords(factsOf(set).step); });
    if (needWords && std::ranges::find(sets, FeatureSet::Words) == sets.end())
        sets.push_back(FeatureSet::Words);
    return sets;
}

std::vector<FeatureSet> setsOf(ExtractionStep step, std::span<const FeatureSet> wanted)
{
    std::vector<FeatureSet> sets;
    for (const FeatureSetFacts& facts : featureSets()) {
        if (facts.step == step && std::ranges::find(wanted, facts.set) != wanted.end())
            sets.push_back(facts.set);
    }
    return sets;
}

bool needsWords(ExtractionStep step)
{
    return step == ExtractionStep::Functionals || step == ExtractionStep::WordVectors
        || step == ExtractionStep::Valence;
}

std::shared_ptr<const WordVectors> vectorsFor(const ExtractionWish& wish, const RunContext& run)
{
    const bool bySpelling = wish.settings.vectors == kSpellingVectors;
    if (!wish.settings.vectors.empty() && !bySpelling)
        return std::make_shared<StoredVectors>(
            openVectors(wish.settings.vectors, cacheFolder() / "vectors", run));
    std::error_code error;
    if (!bySpelling && fs::exists(wish.out / kVocabularyFile, error))
        return std::make_shared<StoredVectors>(wish.out / kVocabularyFile);
    const fs::path lexicon = wish.installation.text();
    HashedVectors spelling(lexicon.empty() ? SentimentLexicon()
                                           : SentimentLexicon(lexicon / "sentiment_en.tsv"));
    if (bySpelling || !hasPart(wish.installation, kWordVectorsPart)
        || vectorsOfFolder(wish.out) == spelling.description())
        return std::make_shared<HashedVectors>(std::move(spelling));
    return std::make_shared<TableVectors>(openPart(wish.installation, kWordVectorsPart), std::move(spelling));
}

}
