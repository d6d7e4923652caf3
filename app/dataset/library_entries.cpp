#include "app/dataset/library_entries.h"

#include "engine/core/error.h"
#include "engine/dataset_opening/recorded_labels.h"
#include "engine/media/media_info.h"
#include "engine/packed/packed_words.h"
#include "engine/sequences/timed_features.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace app {

namespace {

/// talk_2 before talk_10, whatever their case.
bool comesBefore(QStringView a, QStringView b)
{
    while (!a.isEmpty() && !b.isEmpty()) {
        const auto digits = [](QStringView from) {
            const auto* end = std::find_if_not(from.begin(), from.end(), [](QChar c) { return c.isDigit(); });
            return from.left(end - from.begin());
        };
        const QStringView one = digits(a);
        const QStringView other = digits(b);
        if (!one.isEmpty() && !other.isEmpty()) {
            const auto number = [](QStringView run) {
                while (run.startsWith(QLatin1Char('0')))
                    run = run.mid(1);
                return run;
            };
            const QStringView left = number(one);
            const QStringView right = number(other);
            if (left.size() != right.size())
                return left.size() < right.size();
            if (left != right)
                return left < right;
            a = a.mid(one.size());
            b = b.mid(other.size());
            continue;
        }
        const QChar left = a.front().toCaseFolded();
        const QChar right = b.front().toCaseFolded();
        if (left != right)
            return left < right;
        a = a.mid(1);
        b = b.mid(1);
    }
    return a.size() < b.size();
}

void rankByName(std::vector<widgets::LibraryEntry>& entries)
{
    std::vector<std::size_t> order(entries.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto isBefore
        = [&](std::size_t a, std::size_t b) { return comesBefore(entries[a].id, entries[b].id); };
    if (!std::ranges::is_sorted(order, isBefore)) // mostly they are, and comparing takes long
        std::ranges::stable_sort(order, isBefore);
    for (std::size_t rank = 0; rank < order.size(); ++rank)
        entries[order[rank]].nameRank = static_cast<int>(rank);
}

/// Reads what may be damaged. @return whether it went well
template <typename Read>
bool attempt(Read read)
{
    try {
        read();
        return true;
    } catch (const engine::Error&) {
        return false;
    }
}

void readWords(const engine::SequenceFile& file, const std::string& key, double offset,
               widgets::LibraryEntry& entry)
{
    engine::TimedText words = engine::readText(file, key);
    engine::shift(words.intervals, offset);
    takeWords(entry, words);
}

void readLabels(const engine::SequenceFile& file, const std::string& key, widgets::LibraryEntry& entry)
{
    engine::TimedFeatures rows = engine::readFeatures(file, key);
    if (rows.features.rows == 0)
        return;
    entry.labelNames.clear();
    for (const std::string& name : engine::labelNames(file, rows.features.columns))
        entry.labelNames << QString::fromStdString(name);
    entry.labels = std::move(rows.features.values);
}

}

widgets::LibraryEntryList listedEntries(const engine::DatasetList& list, const std::set<std::string>& ids)
{
    std::unordered_map<std::string_view, std::string_view> foldById;
    for (const auto& [fold, members] : list.folds) {
        for (const std::string& id : members)
            foldById.emplace(id, fold);
    }
    std::vector<widgets::LibraryEntry> entries;
    entries.reserve(std::max(list.media.size(), ids.size()));
    std::unordered_set<std::string_view> listed;
    listed.reserve(entries.capacity());
    const auto add = [&](const std::string& id, const engine::DatasetList::Media* media) {
        if (!listed.insert(id).second)
            return;
        widgets::LibraryEntry entry;
        entry.id = QString::fromStdString(id);
        if (const auto fold = foldById.find(id); fold != foldById.end())
            entry.fold = QString::fromUtf8(fold->second.data(), static_cast<qsizetype>(fold->second.size()));
        if (media) {
            entry.hasMedia = true;
            entry.mediaPath = QString::fromStdString(media->file.string());
            entry.speaker = QString::fromStdString(media->speaker);
        }
        entries.push_back(std::move(entry));
    };
    for (const auto& media : list.media)
        add(media.id, &media);
    for (const std::string& id : ids)
        add(id, nullptr);
    rankByName(entries);
    std::vector<widgets::LibraryEntryPtr> result;
    result.reserve(entries.size());
    for (widgets::LibraryEntry& entry : entries)
        result.push_back(std::make_shared<const widgets::LibraryEntry>(std::move(entry)));
    return result;
}

namespace {

/// The words of packed segments, one behind the other.
/// @param extent  of all of them; absent: not known, and all words stand at 0
void takePackedWords(const engine::PackedVideos& packed, const std::optional<double>& extent,
                     widgets::LibraryEntry& entry)
{
    const std::string id = entry.id.toStdString();
    const std::span<const std::size_t> segments = packed.segments(id);
    std::vector<engine::Interval> spans(segments.size());
    if (extent)
        attempt([&] { spans = packed.spans(id); });
    entry.words = {};
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const std::vector<std::string> words = engine::wordsOfText(packed.file()->segment(segments[i]).text);
        const double step = spans[i].length() / static_cast<double>(std::max<std::size_t>(1, words.size()));
        for (std::size_t word = 0; word < words.size(); ++word)
            entry.words.add(QString::fromStdString(words[word]),
                            spans[i].start + step * static_cast<double>(word));
        if (!words.empty())
            entry.coverage[0] = 1.0f;
    }
}

/// Of packed segments: their features are not read where that would mean to read all of a large file.
void readPackedEntry(const OpenDataset& dataset, const engine::PackedVideos& packed,
                     widgets::LibraryEntry& entry)
{
    const std::string id = entry.id.toStdString();
    std::optional<double> extent;
    attempt([&] { extent = packed.extentIfCheap(id); });
    entry.countsSteps = !packed.hasTimes(id);
    if (entry.duration < 0)
        entry.duration = extent.value_or(-1.0);
    const std::array roles{Role::Text, Role::Acoustic, Role::Visual};
    for (std::size_t i = 0; i < roles.size(); ++i) {
        const OpenDataset::Sequence* sequence = dataset.withRole(roles[i]);
        entry.coverage[i] = sequence && sequence->file->contains(id) ? 1.0f : 0.0f;
    }
    takePackedWords(packed, extent, entry);
    if (const OpenDataset::Sequence* labels = dataset.withRole(Role::Labels);
        labels && labels->file->contains(id))
        attempt([&] { readLabels(*labels->file, id, entry); });
}

}

widgets::LibraryEntry readLibraryEntry(const OpenDataset& dataset, widgets::LibraryEntry entry,
                                       const engine::SequenceOffsets& offsets)
{
    const std::string key = entry.id.toStdString();
    entry.isRead = true;
    entry.hasMedia = entry.hasMedia && attempt([&] {
                         const engine::MediaInfo info = engine::probeMedia(
                             engine::MediaFile(entry.mediaPath.toStdString(), dataset.zero));
                         entry.duration = info.duration;
                         entry.hasPicture = info.hasVideo;
                     });
    if (const auto packed = dataset.packedWith(key)) {
        readPackedEntry(dataset, *packed, entry);
        return entry;
    }
    if (!entry.hasMedia) // else its length is known, and times are seconds
        attempt([&] { entry.countsSteps = dataset.countsSteps(key); });
    const OpenDataset::Sequence* spoken = dataset.withRole(Role::Words);
    const std::array sequences{spoken ? spoken : dataset.withRole(Role::Text),
                               dataset.withRole(Role::Acoustic), dataset.withRole(Role::Visual)};
    std::array<std::vector<engine::Interval>, 3> intervals;
    double end = 0.0;
    for (std::size_t i = 0; i < sequences.size(); ++i) {
        if (!sequences[i])
            continue;
        attempt([&] { intervals[i] = engine::readIntervals(*sequences[i]->file, key); });
        engine::shift(intervals[i], engine::offsetOf(offsets, sequences[i]->key));
        for (const engine::Interval& interval : intervals[i])
            end = std::max(end, interval.end);
    }
    if (entry.duration < 0 && end > 0)
        entry.duration = end;
    for (std::size_t i = 0; i < sequences.size(); ++i)
        entry.coverage[i] = static_cast<float>(engine::coveredPart(intervals[i], entry.duration));
    if (spoken)
        attempt([&] { readWords(*spoken->file, key, engine::offsetOf(offsets, spoken->key), entry); });
    if (const OpenDataset::Sequence* labels = dataset.withRole(Role::Labels))
        attempt([&] { readLabels(*labels->file, key, entry); });
    return entry;
}

void takeWords(widgets::LibraryEntry& entry, const engine::TimedText& words)
{
    entry.words = {};
    for (std::size_t word = 0; word < words.texts.size(); ++word)
        entry.words.add(QString::fromStdString(words.texts[word]), words.intervals[word].start);
    entry.coverage[0] = static_cast<float>(engine::coveredPart(words.intervals, entry.duration));
}

void takeLabels(widgets::LibraryEntry& entry, const LabelsView& labels)
{
    entry.labelNames = labels.names;
    entry.labels = labels.rows.features.values;
}

}
