#include "engine/formats/sequences/mmsa_tensors.h"

#include "engine/formats/common/tier_import.h"
#include "engine/formats/input/text_input.h"
#include "engine/npz/tensor_source.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace engine {

namespace {

constexpr std::string_view kSeparator = "$_$"; ///< between video and clip
constexpr std::size_t kMostColumns = 16; ///< of labels; what has more are features

/// The arrays of one fold: by their names in it.
using Fold = std::map<std::string, const TensorEntry*>;

/// By fold: `train/id`, or as our own tensors are named, `ids/fold0` and `fold0/labels`.
std::map<std::string, Fold> foldsOf(const std::vector<TensorEntry>& entries)
{
    std::map<std::string, Fold> folds;
    for (const TensorEntry& entry : entries) {
        const std::size_t slash = entry.name.rfind('/');
        if (slash == std::string::npos)
            continue;
        const std::string group = entry.name.substr(0, slash);
        const std::string name = entry.name.substr(slash + 1);
        if (group == "ids")
            folds[name]["id"] = &entry;
        else
            folds[group][name] = &entry;
    }
    return folds;
}

class MmsaReader {
public:
    MmsaReader(const std::filesystem::path& path, const ImportOptions& options)
        : m_import(path)
        , m_entries(tensorEntries(path))
        , m_options(options)
    {
    }

    ImportedTiers read()
    {
        for (const auto& [name, fold] : foldsOf(m_entries)) {
            const auto ids = fold.find("id");
            if (ids != fold.end() && ids->second->isText)
                readFold(name, fold, std::get<std::vector<std::string>>(ids->second->read().values));
        }
        if (m_import.tierCount() == 0)
            m_import.fail(0,
                          m_options.video.empty()
                              ? "has no ids of segments (train/id, valid/id, test/id, or ids/fold0)"
                              : fmt::format("has nothing of '{}'", m_options.video));
        m_import.note(
            "These tensors have no times; a video's segments were put one second apart, in their order.");
        if (!m_features.empty())
            m_import.note(
                fmt::format("Features are no tiers, and were not read: {}.", fmt::join(m_features, ", ")));
        return m_import.finish();
    }

private:
    struct LabelColumn {
        std::string name;
        std::size_t column = 0;
        std::size_t width = 1;
        FeatureArray array;
    };

    std::vector<LabelColumn> columnsOf(const Fold& fold, std::size_t rows)
    {
        std::vector<LabelColumn> columns;
        for (const auto& [name, entry] : fold) {
            std::size_t width = 1;
            for (std::size_t axis = 1; axis < entry->shape.size(); ++axis)
                width *= std::min(entry->shape[axis], kMostColumns + 1);
            const bool fits = !entry->shape.empty() && entry->shape[0] == rows && width > 0;
            if (name == "id" || name == "audio_lengths" || name == "vision_lengths")
                continue;
            if (!fits || width > kMostColumns) {
                m_features.insert(name);
                continue;
            }
            const FeatureArray array = entry->read();
            for (std::size_t column = 0; column < width; ++column)
                columns.push_back(
                    {width == 1 ? name : fmt::format("{} {}", name, column), column, width, array});
        }
        return columns;
    }

    void readFold(const std::string& fold, const Fold& arrays, const std::vector<std::string>& ids)
    {
        const std::vector<LabelColumn> columns = columnsOf(arrays, ids.size());
        for (std::size_t row = 0; row < ids.size(); ++row) {
            std::size_t split = ids[row].find(kSeparator);
            std::size_t skipped = kSeparator.size();
            if (split == std::string::npos) { // ours: `video[3]`
                split = ids[row].ends_with(']') ? ids[row].rfind('[') : std::string::npos;
                skipped = 1;
            }
            const std::string video = ids[row].substr(0, split);
            if (!m_options.video.empty() && video != m_options.video)
                continue;
            std::string clip = split == std::string::npos ? std::string() : ids[row].substr(split + skipped);
            if (skipped == 1 && !clip.empty())
                clip.pop_back();
            const auto place = static_cast<double>(m_places[video]++);
            const std::size_t tier = m_import.tierNamed(kMmsaTier, video);
            m_import.tier(tier).timesAreInvented = true;
            Segment* segment = m_import.add(tier, place, place + 1.0, {}, row + 1);
            if (!clip.empty())
                m_import.setLabel(*segment, "clip_id", valueOf(clip));
            m_import.setLabel(*segment, "fold", valueOf(fold));
            for (const LabelColumn& column : columns)
                setValue(*segment, column, row);
        }
    }

    void setValue(Segment& segment, const LabelColumn& column, std::size_t row)
    {
        const std::size_t place = row * column.width + column.column;
        if (const auto* texts = std::get_if<std::vector<std::string>>(&column.array.values)) {
            if (column.name == "raw_text")
                segment.text = texts->at(place);
            else if (!texts->at(place).empty()) // where nobody gave one
                m_import.setLabel(segment, column.name, valueOf(texts->at(place)));
            return;
        }
        const double number = column.array.number(place);
        if (std::isfinite(number))
            m_import.setLabel(segment, column.name, valueOf(number));
    }

    TierImport m_import;
    std::vector<TensorEntry> m_entries;
    ImportOptions m_options;
    std::map<std::string, std::size_t> m_places; ///< by video
    std::set<std::string> m_features;
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
