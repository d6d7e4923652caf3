#include "tests/support/planted_sequences.h"

#include "engine/sequences/computational_sequence.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"
#include "engine/sequences/dataset_list.h"
#include "engine/sequences/timed_features.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <random>
#include <stdexcept>

#include "tests/support/planted_errors.h"

namespace engine::test {

namespace {

using Random = std::mt19937_64;

struct Place {
    std::string video;
    std::size_t segment = 0;
    Interval span;

    std::string id() const { return fmt::format("{}[{}]", video, segment); }
};

std::vector<Place> labelled(const DatasetList& list)
{
    const CsdFile labels(list.sequence("labels")->file);
    std::vector<Place> places;
    for (const std::string& video : labels.ids()) {
        const std::vector<Interval> spans = readIntervals(labels, video);
        for (std::size_t k = 0; k < spans.size(); ++k)
            places.push_back({video, k, spans[k]});
    }
    return places;
}

/// Rows of all videos of a sequence, to be written anew.
class Rewritten {
public:
    Rewritten(DatasetList& list, const std::string& name, const std::filesystem::path& folder)
        : m_list(list)
        , m_name(name)
        , m_folder(folder)
        , m_file(list.sequence(name)->file)
    {
    }

    TimedFeatures read(const std::string& video) const { return readFeatures(m_file, video); }

    void put(const std::string& video, TimedFeatures rows)
    {
        Entry entry;
        for (const Interval& interval : rows.intervals)
            entry.intervals.values.push_back({interval.start, interval.end});
        entry.features = {ElementType::Float32,
                          {rows.features.rows, rows.features.columns},
                          std::vector<float>(rows.features.values.begin(), rows.features.values.end())};
        m_changed[video] = std::move(entry);
    }

    void retime(const std::string& video, const std::vector<Interval>& spans)
    {
        Entry entry = m_changed.contains(video) ? m_changed[video] : m_file.entry(video);
        for (std::size_t i = 0; i < spans.size(); ++i)
            entry.intervals.values.at(i) = {spans[i].start, spans[i].end};
        m_changed[video] = std::move(entry);
    }

    void write()
    {
        ComputationalSequence sequence;
        for (const std::string& id : m_file.ids())
            sequence.put(id, m_changed.contains(id) ? m_changed[id] : m_file.entry(id));
        sequence.setMetadata(m_file.metadata());
        const std::filesystem::path file = m_folder / (m_name + ".csd");
        writeCsd(sequence, file);
        for (DatasetList::Sequence& listed : m_list.sequences) {
            if (listed.name == m_name)
                listed.file = file;
        }
    }

private:
    DatasetList& m_list;
    const std::string m_name;
    const std::filesystem::path m_folder;
    const CsdFile m_file;
    std::map<std::string, Entry> m_changed;
};

std::pair<std::size_t, std::size_t> rowsWithin(const TimedFeatures& rows, Interval span)
{
    const auto middle = [](const Interval& row) { return (row.start + row.end) / 2.0; };
    const auto first = std::ranges::lower_bound(rows.intervals, span.start, {}, middle),
               last = std::ranges::lower_bound(rows.intervals, span.end, {}, middle);
    return {static_cast<std::size_t>(first - rows.intervals.begin()),
            static_cast<std::size_t>(last - rows.intervals.begin())};
}

void copyRow(const FeatureMatrix& from, std::size_t row, FeatureMatrix& to, std::size_t target)
{
    std::ranges::copy(from.row(row), to.row(target).begin());
}

void delaySound(DatasetList& list, const std::vector<Place>& places, const std::filesystem::path& folder)
{
    constexpr double late = 0.4;
    Rewritten sound(list, "acoustic", folder);
    std::map<std::string, TimedFeatures> videos;
    for (const Place& place : places) {
        const TimedFeatures own = sound.read(place.video);
        TimedFeatures& changed = videos.try_emplace(place.video, own).first->second;
        const auto [first, last] = rowsWithin(own, place.span);
        for (std::size_t row = first; row < last; ++row)
            copyRow(own.features,
                    rowsWithin(own, {own.intervals[row].start - late, own.intervals[row].end}).first,
                    changed.features, row);
    }
    for (auto& [video, rows] : videos)
        sound.put(video, std::move(rows));
    sound.write();
}

void exchangeFaces(DatasetList& list, const std::vector<Place>& places, const std::vector<Place>& all,
                   Random& random, const std::filesystem::path& folder)
{
    Rewritten faces(list, "visual", folder);
    std::map<std::string, TimedFeatures> videos;
    for (const Place& place : places) {
        const Place* other = &place;
        while (other->id() == place.id())
            other = &all[random() % all.size()];
        const TimedFeatures own = faces.read(place.video), from = faces.read(other->video);
        TimedFeatures& changed = videos.try_emplace(place.video, own).first->second;
        const auto [first, last] = rowsWithin(own, place.span);
        const auto [otherFirst, otherLast] = rowsWithin(from, other->span);
        for (std::size_t row = first; row < last; ++row)
            copyRow(from.features, otherFirst + (row - first) % (otherLast - otherFirst), changed.features,
                    row);
    }
    for (auto& [video, rows] : videos)
        faces.put(video, std::move(rows));
    faces.write();
}

void moveWords(DatasetList& list, const std::vector<Place>& places, Random& random,
               const std::filesystem::path& folder)
{
    constexpr double shortest = 0.05;
    Rewritten words(list, "words", folder), vectors(list, "word_vectors", folder);
    const CsdFile file(list.sequence("words")->file);
    std::map<std::string, std::vector<Interval>> videos;
    for (const Place& place : places) {
        std::vector<Interval>& all
            = videos.try_emplace(place.video, readIntervals(file, place.video)).first->second;
        std::vector<std::size_t> own;
        for (std::size_t word = 0; word < all.size(); ++word) {
            if (all[word].overlap(place.span) > 1e-3)
                own.push_back(word);
        }
        std::vector<Interval> within;
        for (const std::size_t word : own)
            within.push_back(all[word]);
        for (bool isMoved = false; !isMoved;) {
            const double by = 0.25 + 0.15 * static_cast<double>(random() % 1000) / 1000.0;
            isMoved = moveWordStart(within, 1 + random() % (within.size() - 1), random() % 2 == 0 ? by : -by,
                                    shortest);
        }
        for (std::size_t i = 0; i < own.size(); ++i)
            all[own[i]] = within[i];
    }
    for (const auto& [video, spans] : videos) {
        words.retime(video, spans);
        vectors.retime(video, spans);
    }
    words.write();
    vectors.write();
}

}

PlantedSequences plantInSequences(const std::filesystem::path& dataset, const std::string& kind, double share,
                                  std::uint64_t seed, const std::filesystem::path& folder)
{
    std::filesystem::create_directories(folder);
    DatasetList list = readDatasetList(dataset);
    const std::vector<Place> all = labelled(list);
    Random random(seed * 104729 + 17);
    std::vector<Place> some;
    std::ranges::sample(all, std::back_inserter(some),
                        std::lround(kind == "none" ? 0.0 : share * static_cast<double>(all.size())), random);
    if (kind == "late_sound")
        delaySound(list, some, folder);
    else if (kind == "other_face")
        exchangeFaces(list, some, all, random, folder);
    else if (kind == "word_edge")
        moveWords(list, some, random, folder);
    else if (kind != "none")
        throw std::invalid_argument(kind);
    PlantedSequences planted{folder / "dataset.json", {}};
    for (const Place& place : some)
        planted.wrong.insert(place.id());
    writeDatasetList(list, planted.dataset);
    return planted;
}

}
