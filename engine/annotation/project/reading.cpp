#include "engine/annotation/project/reading.h"

#include "engine/annotation/project/fitting.h"
#include "engine/annotation/project/rows.h"
#include "engine/annotation/project/schema.h"
#include "engine/annotation/project/table_reader.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <sqlite3.h>
#include <utility>

namespace engine::project {

namespace {

constexpr std::int64_t kLargest = std::int64_t{1} << 53;
constexpr std::int64_t kLatest = std::int64_t{1} << 61; ///< ticks: a hundred years
constexpr std::int64_t kLast = std::numeric_limits<std::int64_t>::max();

/// Numbers that no project ever reaches, and that nobody can count on from.
void checkNumber(std::int64_t id)
{
    if (id <= 0 || id > kLargest)
        throw std::runtime_error("its number is damaged");
}

void checkTime(const TimePoint& time)
{
    if (time.ticks < -kLatest || time.ticks > kLatest)
        throw std::runtime_error("its times are damaged");
}

/// A project's tables in memory, before anybody knows whether they fit each other.
class Contents {
public:
    Contents(SQLite::Database& database, bool isDamaged, std::vector<std::string>& problems)
        : m_database(database)
        , m_isDamaged(isDamaged)
        , m_problems(problems)
    {
    }

    void read()
    {
        m_told = m_problems.size();
        readNumbers();
        LabelTexts labels;
        const Scan tiers
            = TableReader(m_database, tierColumns(m_database), "tiers", "id", m_lastTier).read([&](auto& row) {
                  Tier tier = tierOf(row.row(), labels);
                  checkNumber(tier.id);
                  m_tiers.insert_or_assign(tier.id, std::move(tier));
              });
        const Scan segments
            = TableReader(m_database, segmentColumns(m_database), "segments", "id", m_lastSegment)
                  .read([&](auto& row) {
                      Segment segment = segmentOf(row.row());
                      checkNumber(segment.id);
                      checkTime(segment.start);
                      checkTime(segment.end);
                      m_segments.insert_or_assign(segment.id, std::move(segment));
                  });
        if (tiers.unreadable > 0)
            m_problems.push_back(
                fmt::format("{} tiers cannot be read (the first: {}).", tiers.unreadable, tiers.why));
        else if (!tiers.holes.empty())
            m_problems.emplace_back("Not all tiers can be read.");
        tellDamage("tiers", "Some tiers may be lost or changed.");
        if (m_isDamaged || segments.unreadable > 0 || !segments.holes.empty())
            tellLostSegments(segments);
        tellDamage("segments", "Some segments may be lost or changed.");
        readLabels();
        tellDamage("label_values", "Some labels may be lost or changed.");
        readItems();
        tellDamage("items",
                   "Some of the project's settings (files, recipes, layout) may be lost or changed.");
    }

    Annotation annotation()
    {
        restoreTiers();
        untieCircles();
        Annotation annotation(std::move(m_tiers), std::move(m_segments), std::move(m_items));
        if (!annotation.checkConsistency().empty()) {
            m_tiers = annotation.tiers();
            m_segments = annotation.segments();
            m_items = annotation.items();
            annotation = fitted();
        }
        if (m_lastTier <= kLargest) // what was used once is not used again
            annotation.reserveTiers(m_lastTier);
        if (m_lastSegment <= kLargest)
            annotation.reserveSegments(m_lastSegment);
        return annotation;
    }

private:
    /// Says so where SQLite finds something wrong with a table of which nothing was told yet.
    void tellDamage(const std::string& table, const std::string& problem)
    {
        if (!m_isDamaged || m_problems.size() > m_told) {
            m_told = m_problems.size();
            return;
        }
        std::string found;
        try {
            found = m_database.execAndGet(fmt::format("PRAGMA integrity_check({})", table)).getString();
        } catch (const SQLite::Exception& error) {
            found = error.what();
        }
        if (found != "ok")
            m_problems.push_back(problem);
        m_told = m_problems.size();
    }

    /// A tier in words.
    std::string nameOf(TierId id) const
    {
        const auto found = m_tiers.find(id);
        if (found == m_tiers.end())
            return fmt::format("a tier whose name is lost (number {})", id);
        return found->second.video.empty() ? found->second.name
                                           : fmt::format("{} in {}", found->second.name, found->second.video);
    }

    /// By the index of segments by their tier, which lies elsewhere in the file.
    void tellLostSegments(const Scan& scan)
    {
        std::map<TierId, std::size_t> lost;
        std::set<SegmentId> seen;
        try {
            SQLite::Statement rows(m_database,
                                   "SELECT tier, id FROM segments INDEXED BY segments_by_tier ORDER BY tier");
            while (rows.tryExecuteStep() == SQLITE_ROW && seen.size() < 100'000'000) {
                const SegmentId id = rows.getColumn(1).getInt64();
                if (!seen.insert(id).second)
                    break;
                if (!m_segments.contains(id))
                    ++lost[rows.getColumn(0).getInt64()];
            }
        } catch (const SQLite::Exception&) { // then nobody knows
        }
        for (const auto& [tier, count] : lost)
            m_problems.push_back(fmt::format("{} segments of {} are lost.", count, nameOf(tier)));
        if (lost.empty() && scan.unreadable > 0)
            m_problems.push_back(
                fmt::format("{} segments cannot be read (the first: {}).", scan.unreadable, scan.why));
        else if (lost.empty() && !scan.holes.empty())
            m_problems.emplace_back("Not all segments can be read; how many are lost is not known.");
    }

    void readLabels()
    {
        std::size_t orphans = 0;
        const Scan scan
            = TableReader(m_database, kLabelColumns, "label_values", "segment", m_lastSegment)
                  .read([&](auto& row) {
                      auto [label, value] = labelOf(row.row());
                      const auto segment = m_segments.find(row.key());
                      if (segment == m_segments.end())
                          ++orphans;
                      else
                          segment->second.values.insert_or_assign(std::move(label), std::move(value));
                  });
        if (orphans > 0)
            m_problems.push_back(fmt::format("{} labels belong to segments that are lost.", orphans));
        if (scan.unreadable > 0)
            m_problems.push_back(
                fmt::format("{} labels cannot be read (the first: {}).", scan.unreadable, scan.why));
        std::set<TierId> concerned;
        for (const auto& [first, last] : scan.holes) {
            for (const auto& [id, segment] : m_segments) {
                if (first <= id && id <= last)
                    concerned.insert(segment.tier);
            }
        }
        for (const TierId tier : concerned)
            m_problems.push_back(fmt::format("Some or all labels of {} are lost.", nameOf(tier)));
        if (concerned.empty() && !scan.holes.empty())
            m_problems.emplace_back("Not all labels can be read.");
    }

    void readItems()
    {
        bool isWhole = false;
        for (const char* order : {"kind, name", "kind DESC, name DESC"}) { // from the other end, too
            try {
                Query rows(m_database, fmt::format("SELECT kind, name, json FROM items ORDER BY {}", order));
                int result = rows.step();
                for (; result == SQLITE_ROW; result = rows.step()) {
                    Item item = itemOf(rows.row());
                    const auto key = std::pair(item.kind, item.name);
                    if (!m_items.emplace(key, std::move(item)).second)
                        break;
                }
                isWhole = result == SQLITE_DONE;
            } catch (const std::exception&) { // the other end
            }
            if (isWhole)
                break;
        }
        if (!isWhole)
            m_problems.emplace_back(
                "Not all of the project's settings (files, recipes, layout) can be read.");
    }

    /// By their numbers.
    std::vector<Segment*> segmentsWithoutTier()
    {
        std::vector<Segment*> found;
        TierId there = 0; // most segments of a tier lie side by side
        for (auto& [id, segment] : m_segments) {
            if (segment.tier == there || segment.tier <= 0)
                continue;
            if (m_tiers.contains(segment.tier))
                there = segment.tier;
            else
                found.push_back(&segment);
        }
        std::ranges::sort(found, {}, &Segment::id);
        return found;
    }

    /// Segments of a tier that is lost get one that takes them as they are.
    void restoreTiers()
    {
        std::map<TierId, Tier> restored;
        const std::vector<Segment*> orphans = segmentsWithoutTier();
        for (const Segment* segment : orphans) {
            Tier& tier = restored[segment->tier];
            tier.id = segment->tier;
            tier.overlapping = true;
            tier.kind = segment->length() > 0 ? TierKind::Interval : tier.kind;
            const double seconds = static_cast<double>(segment->length()) / kTicksPerSecond;
            if (!segment->samples.empty() && seconds > 0.0) {
                tier.kind = TierKind::Continuous;
                tier.rate = std::max(tier.rate, static_cast<double>(segment->samples.size()) / seconds);
            }
            for (const auto& [label, value] : segment->values)
                addToScheme(tier, label, value);
        }
        for (auto& [id, tier] : restored) {
            tier.name = fmt::format("restored {}", id);
            tier.video = videoOf(id);
            m_problems.push_back(fmt::format(
                "What is known of tier {} is lost; its segments are in a new tier \"{}\".", id, tier.name));
        }
        for (Segment* segment : orphans) {
            segment->parent = 0;
            segment->order = 0;
            const Tier& tier = restored.at(segment->tier);
            std::erase_if(segment->values, [&](const auto& item) { // a number where others have text
                return std::holds_alternative<FreeText>(tier.label(item.first)->scale)
                    && std::holds_alternative<double>(item.second.value);
            });
        }
        m_tiers.merge(restored);
    }

    /// Tiers that hang on each other in a circle stand by themselves, and so do their segments.
    void untieCircles()
    {
        std::map<TierId, TierId> seen; // with the tier from where they were come by
        for (const auto& [start, tier] : m_tiers) {
            auto at = m_tiers.find(start);
            while (at != m_tiers.end() && seen.emplace(at->first, start).second)
                at = m_tiers.find(at->second.parent);
            if (at == m_tiers.end() || seen.at(at->first) != start || m_untied.contains(at->first))
                continue;
            std::string names;
            for (TierId tied = at->first; tied != 0;) {
                names += (names.empty() ? "" : ", ") + nameOf(tied);
                m_untied.insert(tied);
                Tier& alone = m_tiers.at(tied);
                alone.overlapping = alone.overlapping || isSymbolic(alone); // parts of one time
                alone.constraint = Constraint::None;
                tied = std::exchange(alone.parent, 0);
                tied = m_untied.contains(tied) ? 0 : tied;
            }
            m_problems.push_back(fmt::format(
                "These tiers hang on each other in a circle, and stand by themselves now: {}.", names));
        }
        if (m_untied.empty())
            return;
        for (auto& [id, segment] : m_segments) {
            if (m_untied.contains(segment.tier))
                segment.parent = segment.order = 0;
        }
    }

    static void addToScheme(Tier& tier, const std::string& label, const LabelValue& value)
    {
        auto scheme = std::ranges::find(tier.labels, label, &LabelScheme::name);
        if (scheme == tier.labels.end())
            scheme = tier.labels.insert(tier.labels.end(), {label, NumberScale{-3.0, 3.0, 0.0}});
        if (std::holds_alternative<std::string>(value.value)) {
            scheme->scale = FreeText{};
        } else if (auto* scale = std::get_if<NumberScale>(&scheme->scale)) {
            scale->least = std::min(scale->least, std::get<double>(value.value));
            scale->greatest = std::max(scale->greatest, std::get<double>(value.value));
        }
    }

    /// That of the tiers below it, or the only one that there is.
    std::string videoOf(TierId lost) const
    {
        std::set<std::string> videos;
        for (const auto& [id, tier] : m_tiers) {
            if (tier.parent == lost)
                return tier.video;
            videos.insert(tier.video);
        }
        for (const auto& [key, item] : m_items) {
            if (item.kind == "file" && item.name.starts_with("media/"))
                videos.insert(item.name.substr(6));
        }
        return videos.size() == 1 ? *videos.begin() : "";
    }

    /// What of the tiers and segments fits together, with the items.
    Annotation fitted()
    {
        Annotation annotation;
        Change locks;
        putTiers(annotation, locks);
        putWhatFits(annotation);
        for (const auto& [key, item] : m_items)
            locks.items.push_back({std::nullopt, item});
        annotation.apply(locks);
        return annotation;
    }

    /// Unlocked, so that they can be filled; `locks` locks them again.
    void putTiers(Annotation& annotation, Change& locks)
    {
        Change all;
        for (const auto& [id, tier] : m_tiers) {
            Tier open = tier;
            open.locked = false;
            all.tiers.push_back({std::nullopt, open});
        }
        if (!fitting::refusal(annotation, all).empty()) {
            std::string why;
            std::size_t left = all.tiers.size();
            for (std::size_t before = left + 1; left < before && left > 0;) { // parents first
                before = left;
                std::erase_if(all.tiers, [&](const Replaced<Tier>& tier) {
                    const std::string refused = fitting::refusal(annotation, {{tier}, {}, {}});
                    why = refused.empty() ? why : refused;
                    return refused.empty();
                });
                left = all.tiers.size();
            }
            for (const Replaced<Tier>& tier : all.tiers)
                m_problems.push_back(
                    fmt::format("The tier {} does not fit the others and is left out with its segments ({}).",
                                nameOf(tier.after->id), why));
        }
        for (const auto& [id, tier] : m_tiers) {
            if (tier.locked && annotation.tier(id))
                locks.tiers.push_back({*annotation.tier(id), tier});
        }
    }

    void putWhatFits(Annotation& annotation)
    {
        const fitting::Wanted wanted(m_segments.begin(), m_segments.end());
        std::map<TierId, std::pair<std::size_t, std::string>> byTier;
        for (const fitting::Unfit& each : fitting::putWhatFits(annotation, wanted)) {
            auto& [count, why] = byTier[wanted.at(each.id)->tier];
            ++count;
            why = each.what;
        }
        for (const auto& [tier, each] : byTier)
            m_problems.push_back(
                fmt::format("{} segments of {} do not fit the others and are left out (such as: {}).",
                            each.first, nameOf(tier), each.second));
    }

    /// The highest numbers that were ever used; unknown ones stay as high as can be.
    void readNumbers()
    {
        try {
            SQLite::Statement rows(m_database, "SELECT name, seq FROM sqlite_sequence");
            while (rows.tryExecuteStep() == SQLITE_ROW) {
                const std::string table = rows.getColumn(0).getString();
                if (table == "tiers" || table == "segments")
                    (table == "tiers" ? m_lastTier : m_lastSegment) = rows.getColumn(1).getInt64();
            }
        } catch (const SQLite::Exception&) { // those that are there count as used anyway
        }
    }

    SQLite::Database& m_database;
    bool m_isDamaged;
    std::vector<std::string>& m_problems;
    std::size_t m_told = 0; ///< problems up to the table before
    TierId m_lastTier = kLast;
    SegmentId m_lastSegment = kLast;
    Annotation::Tiers m_tiers;
    Annotation::Segments m_segments;
    std::set<TierId> m_untied; ///< they hung on each other in a circle
    Annotation::Items m_items;
};

}

std::string reason(int code, const std::string& otherwise)
{
    switch (code) {
    case SQLITE_FULL:
        return "the disk is full";
    case SQLITE_READONLY:
        return "the file or its folder may not be written";
    case SQLITE_IOERR:
        return "the disk reports an error";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return "another program is writing it";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return "the file is damaged";
    case SQLITE_INTERRUPT:
        return "reading it takes longer than a project of its size can; it is damaged, or made to do so";
    case SQLITE_CANTOPEN:
        return "it cannot be opened (is the folder there, and writable?)";
    default:
        return otherwise;
    }
}

Annotation readProject(SQLite::Database& database, bool isDamaged, std::vector<std::string>& problems)
{
    const std::size_t before = problems.size();
    Contents contents(database, isDamaged, problems);
    contents.read();
    Annotation annotation = contents.annotation();
    if (isDamaged && problems.size() == before)
        problems.emplace_back("All that the project should hold is here.");
    return annotation;
}

}
