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

namespace app {

namespace {

QChar asQt(QChar c)
{
    return c;
}

QChar asQt(char c)
{
    return QLatin1Char(c);
}

/// talk_2 before talk_10, whatever their case.
/// @param a, b  QStringView, or std::string_view of nothing but ASCII
template <typename View>
bool comesBefore(View a, View b)
{
    const auto isDigit = [](auto c) { return asQt(c).isDigit(); };
    const auto afterDigits = [&](auto from, auto end) { return std::find_if_not(from, end, isDigit); };
    const auto isZero = [](auto c) { return asQt(c) == QLatin1Char('0'); };
    auto one = a.begin();
    auto other = b.begin();
    while (one != a.end() && other != b.end()) {
        const auto oneEnd = afterDigits(one, a.end());
        const auto otherEnd = afterDigits(other, b.end());
        if (oneEnd != one && otherEnd != other) {
            one = std::find_if_not(one, oneEnd, isZero);
            other = std::find_if_not(other, otherEnd, isZero);
            if (oneEnd - one != otherEnd - other)
                return oneEnd - one < otherEnd - other;
            const auto [here, there] = std::mismatch(one, oneEnd, other);
            if (here != oneEnd)
                return *here < *there;
            one = oneEnd;
            other = otherEnd;
            continue;
        }
        const QChar left = asQt(*one++).toCaseFolded();
        const QChar right = asQt(*other++).toCaseFolded();
        if (left != right)
            return left < right;
    }
    return a.end() - one < b.end() - other;
}

bool isAscii(const std::string& text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool comesBefore(const std::string& a, const std::string& b)
{
    if (isAscii(a) && isAscii(b)) // comparing takes long, and there may be a million
        return comesBefore<std::string_view>(a, b);
    return comesBefore<QStringView>(QString::fromStdString(a), QString::fromStdString(b));
}

/// The media of a dataset, and ids without media behind them.
class DatasetVideos final : public widgets::ListedVideos {
public:
    DatasetVideos(const engine::DatasetList& list, const std::set<std::string>& ids)
        : m_media(list.media)
        , m_folds(list.folds)
    {
        std::size_t rank = 0;
        for (const std::string& id : ids) {
            while (rank < m_media.size() && m_media.byId(rank).id < id)
                ++rank;
            if (rank == m_media.size() || m_media.byId(rank).id != id)
                m_others.push_back(id);
        }
        for (const auto& [fold, members] : m_folds) {
            for (const std::string& id : members)
                m_foldById.emplace(id, fold);
        }
        rankByName();
    }

    std::size_t size() const override { return m_media.size() + m_others.size(); }

    widgets::LibraryEntry entry(std::size_t place) const override
    {
        widgets::LibraryEntry entry;
        const std::string& id = idAt(place);
        entry.id = QString::fromStdString(id);
        auto fold = m_foldById.find(id);
        if (const std::size_t at = id.find('@'); fold == m_foldById.end() && at != std::string::npos)
            fold = m_foldById.find(id.substr(0, at)); // a conversation's participant
        if (fold != m_foldById.end())
            entry.fold = QString::fromUtf8(fold->second.data(), static_cast<qsizetype>(fold->second.size()));
        entry.nameRank = static_cast<int>(m_ranks.empty() ? place : m_ranks[place]);
        entry.hasMedia = place < m_media.size();
        if (entry.hasMedia)
            entry.speaker = QString::fromStdString(m_media[place].speaker);
        return entry;
    }

    int placeOf(const QString& id) const override
    {
        const std::string sought = id.toStdString();
        if (const engine::ListedMedia* const media = m_media.find(sought))
            return static_cast<int>(media - m_media.all().data());
        const auto other = std::ranges::lower_bound(m_others, sought);
        return other == m_others.end() || *other != sought
            ? -1
            : static_cast<int>(m_media.size()) + static_cast<int>(other - m_others.begin());
    }

    QStringList folds() const override
    {
        QStringList folds;
        for (const auto& [fold, members] : m_folds) {
            const bool isSome = std::ranges::any_of(members, [&](const std::string& id) {
                return m_foldById.at(id) == fold && placeOf(QString::fromStdString(id)) >= 0;
            });
            if (isSome)
                folds << QString::fromStdString(fold);
        }
        folds.sort();
        return folds;
    }

private:
    const std::string& idAt(std::size_t place) const
    {
        return place < m_media.size() ? m_media[place].id : m_others[place - m_media.size()];
    }

    void rankByName()
    {
        std::vector<std::uint32_t> order(size());
        std::iota(order.begin(), order.end(), std::uint32_t{0});
        const auto isBefore
            = [this](std::uint32_t a, std::uint32_t b) { return comesBefore(idAt(a), idAt(b)); };
        if (std::ranges::is_sorted(order, isBefore)) // mostly they are
            return;
        std::ranges::stable_sort(order, isBefore);
        m_ranks.resize(order.size());
        for (std::size_t rank = 0; rank < order.size(); ++rank)
            m_ranks[order[rank]] = static_cast<std::uint32_t>(rank);
    }

    const engine::MediaList m_media;
    const engine::FoldLists m_folds;
    std::vector<std::string> m_others; ///< sorted
    std::unordered_map<std::string_view, std::string_view> m_foldById; ///< in m_folds
    std::vector<std::uint32_t> m_ranks; ///< of each place among the names; empty where they are in that order
};

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

std::shared_ptr<const widgets::ListedVideos> listedVideos(const engine::DatasetList& list,
                                                          const std::set<std::string>& ids)
{
    return std::make_shared<const DatasetVideos>(list, ids);
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

/// Who takes part in its conversation; of `C@P` the participant is who speaks in it, where the list names
/// nobody.
void takeParticipants(const OpenDataset& dataset, const std::string& id, widgets::LibraryEntry& entry)
{
    const engine::Conversation* conversation = dataset.conversations.of(id);
    if (!conversation)
        return;
    const auto nameOf
        = [](const engine::ConversationParticipant& who) { return QString::fromStdString(who.shownName()); };
    for (const engine::ConversationParticipant& who : conversation->participants)
        entry.participants << nameOf(who);
    const engine::ConversationParticipant* own = dataset.conversations.participantOf(id);
    if (own && entry.speaker.isEmpty())
        entry.speaker = nameOf(*own);
}

}

widgets::LibraryEntry readLibraryEntry(const OpenDataset& dataset, widgets::LibraryEntry entry,
                                       const engine::SequenceOffsets& offsets)
{
    const std::string key = entry.id.toStdString();
    entry.isRead = true;
    takeParticipants(dataset, key, entry);
    const engine::ListedMedia* const media = dataset.list.mediaOf(key);
    entry.hasMedia = media && attempt([&] {
                         const engine::MediaInfo info
                             = engine::probeMedia(engine::MediaFile(media->file, dataset.zero));
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
