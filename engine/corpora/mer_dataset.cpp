#include "engine/core/error.h"
#include "engine/core/pending_file.h"
#include "engine/corpora/gathered_rows.h"
#include "engine/corpora/mer.h"
#include "engine/media/media_info.h"
#include "engine/sequences/csd_writer.h"
#include "engine/sequences/sequence_hash.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <set>

namespace engine::mer {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostClasses = 100;

/// The six of the challenges, then others that the table has.
std::vector<std::string> classesOf(const Corpus& corpus, const fs::path& folder)
{
    std::vector<std::string> classes{"worried", "happy", "neutral", "angry", "surprise", "sad"};
    const std::set<std::string> usual(classes.begin(), classes.end());
    std::set<std::string> others;
    for (const Clip& clip : corpus.clips) {
        if (!clip.emotion.empty() && !usual.contains(clip.emotion))
            others.insert(clip.emotion);
    }
    if (others.size() > kMostClasses)
        throw FormatError("data_invalid", folder.string(),
                          fmt::format("has {} classes in the column discrete, expected at most {}",
                                      others.size() + usual.size(), kMostClasses));
    classes.insert(classes.end(), others.begin(), others.end());
    return classes;
}

class MerWriter {
public:
    MerWriter(Corpus corpus, const fs::path& folder, const LayoutOptions& options, const RunContext& run)
        : m_corpus(std::move(corpus))
        , m_options(options)
        , m_run(run)
    {
        m_made.list.root = folder;
        m_made.labelNames = classesOf(m_corpus, folder);
    }

    CorpusDataset make()
    {
        std::vector<std::string> targets{labelsName() + std::string(".csd"), "sentences.csd",
                                         "sentences_english.csd"};
        for (const FeatureSet& set : m_corpus.sets)
            targets.push_back(set.name + ".csd");
        requireFree(m_made.list.root, targets, m_options);
        for (const Clip& clip : m_corpus.clips) {
            if (clip.media.empty())
                continue;
            m_made.list.media.push_back({clip.name, clip.media, "", ""});
            if (const auto length = durationOf(clip.media); length && *length > 0.0)
                m_lengths[clip.name] = *length;
            else
                m_corpus.findings.tell("damaged_clip", clip.name, clip.name);
        }
        for (const bool ofWholeClips : {false, true}) { // rows of whole clips are as long as the others
            for (const FeatureSet& set : m_corpus.sets) {
                if (set.isOfWholeClips == ofWholeClips)
                    writeSet(set);
            }
        }
        writeTables();
        m_made.notes = m_corpus.findings.notes();
        return std::move(m_made);
    }

private:
    const char* labelsName() const { return m_options.aboutListening ? "labels_listening" : "labels"; }

    void writeSet(const FeatureSet& set)
    {
        const fs::path file = m_made.list.root / (set.name + ".csd");
        PendingFile pending(file);
        std::size_t columns = 0, done = 0;
        {
            CsdWriter writer(pending.temporary(), set.name);
            for (const auto& [clip, place] : set.clips) {
                m_run.tick(done++, set.clips.size());
                std::optional<FeatureArray> features = readFeatures(set, clip, place);
                if (!features)
                    continue;
                if (columns != 0 && features->rowLength() != columns) {
                    m_corpus.findings.tell("wrong_columns", set.name + "/" + clip, clip);
                    continue;
                }
                columns = features->rowLength();
                Entry entry{rowTimes(clip, features->rows(), set.isOfWholeClips), std::move(*features)};
                writer.add(clip, entry, digestOf(entry));
            }
            if (columns == 0)
                return;
            writer.finish({{"root name", set.name}});
        }
        pending.commit();
        m_made.list.sequences.push_back({"highlevel", set.name, file});
    }

    std::optional<FeatureArray> readFeatures(const FeatureSet& set, const std::string& clip,
                                             const fs::path& place)
    {
        try {
            return readClip(place);
        } catch (const Error& error) { // the others are read
            const bool isObject = std::string(error.code()) == "object_array";
            m_corpus.findings.tell(isObject ? "object_array" : "damaged_array",
                                   set.name + "/" + place.filename().string(), clip);
            return std::nullopt;
        }
    }

    IntervalArray rowTimes(const std::string& clip, std::size_t rows, bool isWhole)
    {
        const auto known = m_lengths.find(clip);
        const auto count = static_cast<double>(rows);
        const double length = known != m_lengths.end() ? known->second : isWhole ? lengthOf(clip) : count;
        if (!isWhole)
            m_extents[clip] = std::max(m_extents[clip], length);
        IntervalArray times;
        for (std::size_t k = 0; k < rows; ++k)
            times.values.push_back(
                {static_cast<double>(k) * length / count, static_cast<double>(k + 1) * length / count});
        return times;
    }

    /// Where a clip ends, in seconds; of one that is not there the longest features tell.
    double lengthOf(const std::string& clip) const
    {
        if (const auto known = m_lengths.find(clip); known != m_lengths.end())
            return known->second;
        const auto extent = m_extents.find(clip);
        return extent == m_extents.end() ? 1.0 : extent->second;
    }

    void writeTables()
    {
        GatheredRows labels(labelsName(), m_made.labelNames);
        labels.describe(
            "about",
            {{"role", m_options.aboutListening ? "listening" : "speaking"}, {"perspective", "observer"}});
        GatheredRows chinese("sentences"), english("sentences_english");
        for (const Clip& clip : m_corpus.clips) {
            const Interval whole{0.0, lengthOf(clip.name)};
            if (!clip.fold.empty())
                m_made.list.folds[clip.fold].push_back(clip.name);
            if (!clip.emotion.empty()) {
                std::vector<float> values;
                for (const std::string& name : m_made.labelNames)
                    values.push_back(clip.emotion == name ? 1.0F : 0.0F);
                labels.add(clip.name, whole, values);
            }
            if (!clip.chinese.empty())
                chinese.add(clip.name, whole, clip.chinese);
            if (!clip.english.empty())
                english.add(clip.name, whole, clip.english);
        }
        m_made.segments = labels.rows();
        labels.writeInto(m_made, "labels");
        chinese.writeInto(m_made, "raw");
        english.writeInto(m_made, "raw");
    }

    Corpus m_corpus;
    const LayoutOptions& m_options;
    const RunContext& m_run;
    std::map<std::string, double> m_lengths; ///< of clips, in seconds
    std::map<std::string, double> m_extents; ///< where features of clips end
    CorpusDataset m_made;
};

}

CorpusDataset makeDataset(const fs::path& folder, const LayoutOptions& options, const RunContext& run)
{
    return MerWriter(read(folder, run), folder, options, run).make();
}

}
