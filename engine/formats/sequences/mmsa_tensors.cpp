#include "engine/formats/sequences/mmsa_tensors.h"

#include "engine/core/error.h"
#include "engine/core/segment_id.h"
#include "engine/core/utf8.h"
#include "engine/formats/common/tier_import.h"
#include "engine/formats/input/text_input.h"
#include "engine/packed/packed_labels.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace engine {

namespace {

constexpr std::size_t kNoLimit = SIZE_MAX; ///< of different texts

class MmsaReader {
public:
    MmsaReader(const std::filesystem::path& path, const ImportOptions& options)
        : m_path(path)
        , m_import(path)
        , m_entries(tensorEntries(path))
        , m_options(options)
    {
    }

    ImportedTiers read()
    {
        std::vector<std::string> notes;
        std::vector<PackedFold> folds = packedFolds(m_path, m_entries, notes);
        std::ranges::sort(folds, {}, &PackedFold::name);
        const auto note = [&](const std::string& array, const std::string& what) {
            notes.push_back(array.empty() ? what : array + " " + what);
        };
        const PackedLabels labels = readPackedLabels(folds, labelNames(note), note);
        const std::vector<PackedTerms> terms = readPackedTerms(folds, note, {}, kNoLimit);
        for (std::size_t i = 0; i < folds.size(); ++i) {
            if (folds[i].ids)
                readFold(i, folds[i], labels, terms);
        }
        if (m_import.tierCount() == 0)
            m_import.fail(0,
                          m_options.video.empty()
                              ? "has no ids of segments (train/id, valid/id, test/id, or ids/fold0)"
                              : fmt::format("has nothing of '{}'", m_options.video));
        m_import.note(
            "These tensors have no times; a video's segments were put one second apart, in their order.");
        if (const std::set<std::string> features = featureNames(folds); !features.empty())
            m_import.note(
                fmt::format("Features are no tiers, and were not read: {}.", fmt::join(features, ", ")));
        m_import.notes(notes);
        return m_import.finish();
    }

private:
    using Note = std::function<void(const std::string&, const std::string&)>;

    std::vector<std::string> labelNames(const Note& note) const
    {
        for (const TensorEntry& entry : m_entries) {
            if (entry.name != "label_names" || !entry.isText || entry.shape.size() != 1)
                continue;
            try {
                return std::get<std::vector<std::string>>(entry.read().values);
            } catch (const Error& error) {
                note({}, error.what());
            }
        }
        return {};
    }

    static std::set<std::string> featureNames(const std::vector<PackedFold>& folds)
    {
        std::set<std::string> names;
        for (const PackedFold& fold : folds) {
            for (const NamedTensor& feature : fold.features)
                names.insert(feature.name);
        }
        return names;
    }

    std::vector<std::string> textsOf(const PackedFold& fold)
    {
        std::vector<std::string> texts(fold.rows);
        if (!fold.texts)
            return texts;
        readInPieces(*fold.texts, {}, [&](std::size_t first, const FeatureArray& rows) {
            const auto& read = std::get<std::vector<std::string>>(rows.values);
            for (std::size_t i = 0; i < read.size(); ++i)
                texts[first + i] = validUtf8(read[i]);
        });
        return texts;
    }

    void readFold(std::size_t place, const PackedFold& fold, const PackedLabels& labels,
                  const std::vector<PackedTerms>& terms)
    {
        const std::vector<std::string> ids
            = packedIds(fold, [this](const std::string& why) { m_import.fail(0, why); });
        const std::vector<std::string> texts = textsOf(fold);
        for (std::size_t row = 0; row < ids.size(); ++row) {
            const auto [video, clip] = segmentName(ids[row]);
            if (!m_options.video.empty() && video != m_options.video)
                continue;
            const auto second = static_cast<double>(m_places[video]++);
            const std::size_t tier = m_import.tierNamed(kMmsaTier, video);
            m_import.tier(tier).timesAreInvented = true;
            Segment* segment = m_import.add(tier, second, second + 1.0, texts[row], row + 1);
            if (!clip.empty())
                m_import.setLabel(*segment, "clip_id", valueOf(clip));
            if (!fold.name.empty())
                m_import.setLabel(*segment, "fold", valueOf(fold.name));
            for (std::size_t i = 0; i < labels.names.size(); ++i) {
                const double number = labels.folds[place][row * labels.names.size() + i];
                if (std::isfinite(number))
                    m_import.setLabel(*segment, labels.names[i], valueOf(number));
            }
            for (const PackedTerms& label : terms) {
                if (const std::string& term = label.folds[place][row]; !term.empty())
                    m_import.setLabel(*segment, label.name, valueOf(term));
            }
        }
    }

    std::filesystem::path m_path;
    TierImport m_import;
    std::vector<TensorEntry> m_entries;
    ImportOptions m_options;
    std::map<std::string, std::size_t> m_places; ///< by video
};

ImportedTiers readMmsa(const std::filesystem::path& path, const ImportOptions& options)
{
    return MmsaReader(path, options).read();
}

}

const Format& mmsaTensorsFormat()
{
    static const Format format{"mmsa",
                               "MMSA tensors (.npz, HDF5)",
                               {".npz", ".h5", ".hdf5", ".pkl", ".pickle"},
                               nullptr,
                               readMmsa,
                               lossesOfMmsaTensors,
                               writeMmsaTensors};
    return format;
}

}
