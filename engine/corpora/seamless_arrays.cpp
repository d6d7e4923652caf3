#include "engine/corpora/seamless_arrays.h"

#include "engine/core/error.h"
#include "engine/media/media_info.h"
#include "engine/npz/npy_array.h"
#include "engine/npz/npz_reader.h"

#include <algorithm>
#include <map>
#include <memory>

namespace engine::seamless {

namespace {

constexpr std::size_t kMostMemberBytes = std::size_t{512} << 20;
constexpr double kFramesPerSecond = 30.0;

/// An array that is read when it is wanted.
struct Source {
    std::string group, name; ///< `movement`, `FAUValue`
    std::vector<std::size_t> shape;
    bool isObject = false;
    std::function<FeatureArray()> read;

    std::string key() const { return group + "." + name; }
    std::size_t rows() const { return shape.empty() ? 0 : shape.front(); }
    /// As many as can be counted where there would be more.
    std::size_t columns() const
    {
        std::size_t count = 1;
        for (std::size_t axis = 1; axis < shape.size(); ++axis)
            count = shape[axis] > (std::size_t{1} << 30) ? std::size_t{1} << 60 : count * shape[axis];
        return count;
    }
    bool isMask() const { return name.starts_with("is_valid"); }
};

bool isObjectType(const std::string& type)
{
    return type.find('O') != std::string::npos;
}

/// `movement:FAUValue`; absent: another name.
std::optional<std::pair<std::string, std::string>> placeOf(const std::string& name)
{
    const std::size_t colon = name.find(':');
    if (colon == std::string::npos || colon == 0 || colon + 1 == name.size()
        || name.find_first_of("/\\.[]@") != std::string::npos)
        return std::nullopt;
    return std::pair(name.substr(0, colon), name.substr(colon + 1));
}

class Arrays {
public:
    Arrays(const Recording& recording, CorpusFindings& findings)
        : m_recording(recording)
        , m_findings(findings)
    {
        for (const auto& [kind, place] : recording.parts) {
            if (kind == "npz")
                addArchive(place);
            else if (place.extension() == ".npy")
                addFile(kind, place);
        }
        for (const Source& source : m_sources)
            m_frames = std::max(m_frames, source.rows());
    }

    void each(const ArrayWishes& wishes, const std::function<void(const std::string&)>& tooWide,
              const std::function<void(ArrayRows)>& take)
    {
        if (m_sources.empty())
            return;
        if (m_frames == 0) {
            m_findings.tell("empty_recording", m_recording.id, m_recording.id);
            return;
        }
        const double length = lengthOf();
        for (const Source& source : m_sources) {
            const bool isNamed = std::ranges::find(wishes.names, source.key()) != wishes.names.end();
            if (source.isMask() || source.rows() == 0 || (!wishes.names.empty() && !isNamed))
                continue;
            if (source.isObject)
                m_findings.tell("object_array", m_recording.id + ": " + source.key(), m_recording.id);
            else if (!isNamed && source.columns() > wishes.mostColumns)
                tooWide(source.key());
            else if (auto rows = rowsOf(source, length); rows && rows->entry.intervals.rows() > 0)
                take(std::move(*rows));
        }
    }

private:
    void addArchive(const std::filesystem::path& place)
    {
        try {
            m_archive = std::make_unique<NpzReader>(place);
            for (const NpzReader::Array& array : m_archive->arrays()) {
                const auto name = placeOf(array.name);
                if (!name)
                    continue;
                m_sources.push_back({name->first, name->second, array.shape, isObjectType(array.type),
                                     [this, &array] { return m_archive->read(array, kMostMemberBytes); }});
            }
        } catch (const Error&) { // what else the recording has is read
            m_findings.tell("damaged_array", place.filename().string(), m_recording.id);
        }
    }

    void addFile(const std::string& kind, const std::filesystem::path& place)
    {
        const auto name = placeOf(kind);
        if (!name)
            return;
        try {
            const NpyHeader header = readNpyHeader(place);
            m_sources.push_back({name->first, name->second, header.shape, isObjectType(header.type),
                                 [place] { return readNpy(place, kMostMemberBytes); }});
        } catch (const Error&) { // the others are read
            m_findings.tell("damaged_array", m_recording.id + ": " + kind, m_recording.id);
        }
    }

    double lengthOf() const
    {
        if (const std::filesystem::path* picture = m_recording.part("mp4")) {
            if (const auto length = durationOf(*picture); length && *length > 0.0)
                return *length;
        }
        return static_cast<double>(m_frames) / kFramesPerSecond;
    }

    /// Absent: the array is damaged, which is told.
    std::optional<FeatureArray> read(const Source& source)
    {
        try {
            FeatureArray array = source.read();
            const bool isRight = !isText(array.type) && array.rows() == source.rows();
            if (isRight)
                return array;
        } catch (const Error&) { // it is told below
        }
        m_findings.tell("damaged_array", m_recording.id + ": " + source.key(), m_recording.id);
        return std::nullopt;
    }

    /// Of each frame of a group whether it is valid; empty: all are.
    const std::vector<bool>& maskOf(const std::string& group)
    {
        if (const auto known = m_masks.find(group); known != m_masks.end())
            return known->second;
        std::vector<bool>& mask = m_masks[group];
        for (const Source& source : m_sources) {
            if (source.group != group || !source.isMask() || source.isObject || source.columns() != 1)
                continue;
            const std::optional<FeatureArray> values = read(source);
            for (std::size_t i = 0; values && i < source.rows(); ++i)
                mask.push_back(values->number(i) > 0.0);
            break;
        }
        return mask;
    }

    std::optional<ArrayRows> rowsOf(const Source& source, double length)
    {
        std::optional<FeatureArray> array = read(source);
        if (!array || array->rowLength() == 0)
            return std::nullopt;
        array->shape = {array->rows(), array->rowLength()};
        const std::vector<bool>& mask = maskOf(source.group);
        const std::size_t rows = array->rows();
        std::vector<std::size_t> kept;
        ArrayRows result{source.key(), {}};
        for (std::size_t k = 0; k < rows; ++k) {
            if (!mask.empty() && !mask[k * mask.size() / rows])
                continue;
            kept.push_back(k);
            result.entry.intervals.values.push_back(
                {static_cast<double>(k) * length / static_cast<double>(rows),
                 static_cast<double>(k + 1) * length / static_cast<double>(rows)});
        }
        result.entry.features = kept.size() == rows ? std::move(*array) : array->gather(kept);
        return result;
    }

    const Recording& m_recording;
    CorpusFindings& m_findings;
    std::unique_ptr<NpzReader> m_archive;
    std::vector<Source> m_sources;
    std::map<std::string, std::vector<bool>> m_masks; ///< by group
    std::size_t m_frames = 0; ///< N
};

}

void eachArray(const Recording& recording, const ArrayWishes& wishes, CorpusFindings& findings,
               const std::function<void(const std::string& name)>& tooWide,
               const std::function<void(ArrayRows)>& take)
{
    Arrays(recording, findings).each(wishes, tooWide, take);
}

}
