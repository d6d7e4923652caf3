#include "engine/extraction/extraction_step.h"
#include "engine/features/sound/sound_features.h"
#include "engine/functionals/egemaps_functionals.h"
#include "engine/parts/voice/arousal_rows.h"

#include <algorithm>
#include <array>

namespace engine {

namespace {

struct SoundSet {
    FeatureSet set;
    bool SoundSets::*wish;
    FeatureRows SoundRows::*rows;
};

constexpr std::array<SoundSet, 5> kSoundSets{
    {{FeatureSet::Covarep74, &SoundSets::covarep74, &SoundRows::covarep74},
     {FeatureSet::Egemaps25, &SoundSets::egemaps25, &SoundRows::egemaps25},
     {FeatureSet::Spectral, &SoundSets::spectral, &SoundRows::spectral},
     {FeatureSet::Logmel, &SoundSets::logmel, &SoundRows::logmel},
     {FeatureSet::Mfcc, &SoundSets::mfcc, &SoundRows::mfcc}}};

}

ExtractedEntry entryOfRows(FeatureSet set, FeatureRows rows)
{
    ExtractedEntry result;
    result.set = set;
    std::vector<std::string> names;
    for (const FeatureColumn& column : rows.columns)
        names.push_back(column.title());
    result.metadata["dimension names"] = names;
    result.entry.intervals.values = std::move(rows.intervals);
    result.entry.features
        = {ElementType::Float32, {rows.values.rows, rows.values.columns}, std::move(rows.values.values)};
    return result;
}

std::vector<ExtractedEntry> extractSound(const Recording& recording, const std::vector<FeatureSet>& wanted,
                                         const RunContext& run)
{
    SoundSets sets;
    for (const SoundSet& one : kSoundSets)
        sets.*one.wish = std::ranges::find(wanted, one.set) != wanted.end();
    SoundRows all;
    takeSoundRows(
        recording.sound(), sets,
        [&](const SoundRows& piece) {
            for (const SoundSet& one : kSoundSets) {
                if (sets.*one.wish)
                    append(all.*one.rows, piece.*one.rows);
            }
        },
        run);
    std::vector<ExtractedEntry> entries;
    for (const SoundSet& one : kSoundSets) {
        if (sets.*one.wish)
            entries.push_back(entryOfRows(one.set, std::move(all.*one.rows)));
    }
    return entries;
}

std::vector<ExtractedEntry> extractFunctionals(const Recording& recording, const TimedText& words,
                                               const RunContext& run)
{
    const SoundRows all = voiceRowsOf(recording.sound(), run);
    std::vector<ExtractedEntry> entries;
    entries.push_back(
        entryOfRows(FeatureSet::Egemaps88, egemaps88(all.egemaps25, all.spectral, words.intervals)));
    return entries;
}

std::vector<ExtractedEntry> extractArousal(const Recording& recording, const ExtractionTools& tools,
                                           const RunContext& run)
{
    const SoundRows all = voiceRowsOf(recording.sound(), run);
    std::vector<ExtractedEntry> entries;
    entries.push_back(
        entryOfRows(FeatureSet::Arousal, arousalRows(all.egemaps25, all.spectral, tools.arousal())));
    return entries;
}

}
