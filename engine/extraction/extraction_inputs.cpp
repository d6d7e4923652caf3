#include "engine/extraction/extraction_inputs.h"

#include "engine/core/error.h"
#include "engine/core/output_guard.h"
#include "engine/extraction/timed_words.h"
#include "engine/extraction/transcript_file.h"
#include "engine/features/text/hashed_vectors.h"
#include "engine/features/text/stored_vectors.h"
#include "engine/parts/text/table_vectors.h"
#include "engine/sequences/csd_file.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace engine {

namespace {

namespace fs = std::filesystem;

/// Nothing is written over what is read. @throws FormatError (`same_file`).
void refuseToOverwrite(const ExtractionWish& wish, const std::vector<Recording>& recordings)
{
    std::vector<fs::path> inputs;
    if (wish.settings.vectors != kSpellingVectors)
        inputs.push_back(wish.settings.vectors);
    inputs.push_back(wish.settings.blendshapes);
    for (const Recording& recording : recordings) {
        inputs.push_back(recording.media);
        if (recording.transcript)
            inputs.push_back(*recording.transcript);
    }
    std::vector<fs::path> outputs{wish.out / "dataset.json", wish.out / "extraction.json",
                                  wish.out / kVocabularyFile};
    for (const FeatureSetFacts& facts : featureSets())
        outputs.push_back(wish.out / (std::string(facts.name) + ".csd"));
    refuseInputsAsOutputs(inputs, outputs);
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

}

std::vector<Recording> recordingsOf(const ExtractionWish& wish)
{
    if (!wish.transcript.empty() && wish.media.size() != 1)
        throw FormatError("data_invalid", wish.transcript.string(),
                          "is one transcript, but there is not one recording");
    const fs::path before = wish.out / "extraction.json";
    const ExtractionRecord record = readExtractionRecord(before);
    std::map<std::string, Recording> byId;
    for (const fs::path& media : wish.media) {
        const fs::path file = fs::absolute(media).lexically_normal();
        Recording recording{file.stem().string(), file, std::nullopt};
        for (const fs::path& folder : wish.timedWords)
            if (!recording.transcript)
                recording.transcript = fileNamedAs(file, folder, kTimedWordsEnding);
        recording.hasTimes = recording.transcript.has_value();
        if (!recording.transcript && !wish.transcript.empty())
            recording.transcript = wish.transcript;
        for (const fs::path& folder : wish.transcripts)
            if (!recording.transcript)
                recording.transcript = transcriptOf(file, folder);
        if (!recording.transcript)
            recording.transcript = transcriptOf(file, file.parent_path());
        if (!recording.transcript) {
            recording.transcript = transcriptBefore(record, recording.id, before);
            recording.hasTimes = recording.transcript && record.files.at(recording.id).hasWordTimes;
        }
        const auto [known, isNew] = byId.emplace(recording.id, recording);
        if (!isNew && known->second.media != file)
            throw FormatError("same_name", file.string(),
                              fmt::format("has the same name as {}; a recording is known by its name",
                                          known->second.media.string()));
    }
    std::vector<Recording> recordings;
    for (auto& [id, recording] : byId)
        recordings.push_back(std::move(recording));
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
