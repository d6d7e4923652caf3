#include "engine/sequences/integrity.h"

#include "engine/core/error.h"
#include "engine/core/utf8.h"
#include "engine/sequences/sequence_hash.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <optional>
#include <type_traits>
#include <variant>

namespace engine {

namespace {

using enum Finding::Severity;

std::string axes(const std::vector<std::size_t>& extents)
{
    return extents.size() == 1 ? "one axis" : fmt::format("{} axes", extents.size());
}

std::string intervalCount(std::size_t count, std::string_view one, std::string_view many)
{
    return count == 1 ? fmt::format("One interval {}.", one) : fmt::format("{} intervals {}.", count, many);
}

class Check {
public:
    explicit Check(const CsdFile& file) : m_file(file) { }

    std::vector<Finding> run()
    {
        for (const std::string& field : missingFields(m_file.metadata()))
            add(Warning, "metadata_missing", "", fmt::format("The metadata field '{}' is missing.", field));
        const auto isUnnamed = [](const std::string& id) { return !isUtf8(id); };
        if (const auto count = std::ranges::count_if(m_file.ids(), isUnnamed); count > 0)
            add(Warning, "id_not_utf8", "",
                fmt::format("{} of {} ids are not UTF-8, such as {}; the window and Python cannot name them.",
                            count, m_file.ids().size(),
                            validUtf8(*std::ranges::find_if(m_file.ids(), isUnnamed))));
        if (m_file.ids().empty())
            add(Warning, "no_entries", "", "The file has no entries.");
        for (const std::string& id : m_file.ids()) {
            try {
                checkEntry(id);
            } catch (const Error& error) {
                add(Invalid, "unreadable", id, error.what());
            }
        }
        if (m_broken.entries > 0)
            add(Note, "features_not_finite", "",
                fmt::format("{} of {} entries have features that are no finite numbers ({} NaN, {} "
                            "infinite), such as "
                            "{}.",
                            m_broken.entries, m_file.ids().size(), m_broken.nan, m_broken.infinite,
                            m_broken.first));
        const auto stored = m_file.metadata().find("sha256");
        if (stored != m_file.metadata().end() && m_hashed == m_file.ids().size()
            && stored->second != m_hash.finish())
            add(Warning, "sha256_differs", "",
                "The data was changed after its SHA-256 was written into the metadata.");
        return std::move(m_findings);
    }

private:
    void add(Finding::Severity severity, std::string code, const std::string& id, std::string message)
    {
        const std::string file = m_file.path().filename().string();
        m_findings.push_back(
            {severity, std::move(code), id.empty() ? file : file + ": " + id, std::move(message), id});
    }

    void checkEntry(const std::string& id)
    {
        const EntryShape shape = m_file.shape(id);
        const auto rows
            = [](const std::vector<std::size_t>& extents) { return extents.empty() ? 0 : extents.front(); };
        const bool flat = shape.intervals.size() != 2;
        const bool narrow = shape.features.size() < 2;
        const bool mismatch = rows(shape.intervals) != rows(shape.features);
        if (flat)
            add(Invalid, "intervals_not_2d", id,
                fmt::format("The intervals have {}, expected two axes (N×2).", axes(shape.intervals)));
        if (narrow)
            add(Invalid, "features_lt_2d", id,
                fmt::format("The features have {}, expected two or more axes (N×D).", axes(shape.features)));
        if (mismatch)
            add(Invalid, "row_mismatch", id,
                fmt::format("{} intervals, but {} rows of features.", rows(shape.intervals),
                            rows(shape.features)));
        if (flat || narrow || mismatch)
            return;
        if (shape.intervals[1] != 2)
            add(Warning, "interval_columns", id,
                fmt::format("The intervals have {} columns, expected start and end.", shape.intervals[1]));
        if (rows(shape.intervals) == 0)
            add(Warning, "empty_entry", id, "The entry has no rows.");
        checkWidth(id, shape);
        if (shape.intervals[1] < 2) {
            m_file.features(id); // damage in packed data shows only when it is unpacked
            return;
        }
        const Entry entry = m_file.entry(id);
        checkTimes(id, entry.intervals);
        countBroken(id, entry.features);
        m_hash.add(id, digestOf(entry));
        ++m_hashed;
    }

    void checkWidth(const std::string& id, const EntryShape& shape)
    {
        std::size_t width = 1;
        for (std::size_t axis = 1; axis < shape.features.size(); ++axis)
            width *= shape.features[axis];
        if (!m_width)
            m_width = width;
        else if (*m_width != width)
            add(Warning, "width_differs", id,
                fmt::format("{} dimensions, other entries have {}.", width, *m_width));
    }

    void checkTimes(const std::string& id, const IntervalArray& intervals)
    {
        std::size_t inverted = 0;
        std::size_t notFinite = 0;
        for (const Interval& interval : intervals.values) {
            if (!std::isfinite(interval.start) || !std::isfinite(interval.end))
                ++notFinite;
            else if (interval.end < interval.start)
                ++inverted;
        }
        if (inverted > 0)
            add(Warning, "interval_inverted", id,
                intervalCount(inverted, "ends before it starts", "end before they start"));
        if (notFinite > 0)
            add(Warning, "interval_not_finite", id,
                intervalCount(notFinite, "is NaN or infinite", "are NaN or infinite"));
    }

    void countBroken(const std::string& id, const FeatureArray& features)
    {
        const std::size_t before = m_broken.nan + m_broken.infinite;
        const auto count = [&](const auto& values) {
            if constexpr (std::is_floating_point_v<typename std::decay_t<decltype(values)>::value_type>) {
                for (const auto value : values) {
                    m_broken.nan += std::isnan(value) ? 1 : 0;
                    m_broken.infinite += std::isinf(value) ? 1 : 0;
                }
            }
        };
        std::visit(count, features.values);
        if (m_broken.nan + m_broken.infinite > before && m_broken.entries++ == 0)
            m_broken.first = id;
    }

    struct Broken {
        std::size_t entries = 0;
        std::size_t nan = 0; ///< values
        std::size_t infinite = 0;
        std::string first; ///< id
    };

    const CsdFile& m_file;
    Broken m_broken;
    std::vector<Finding> m_findings;
    std::optional<std::size_t> m_width;
    SequenceHash m_hash;
    std::size_t m_hashed = 0; ///< entries
};

}

std::vector<Finding> checkIntegrity(const CsdFile& file)
{
    return Check(file).run();
}

std::string verdict(const std::vector<Finding>& findings)
{
    Finding::Severity worst = Note;
    for (const Finding& finding : findings)
        worst = std::max(worst, finding.severity);
    return worst == Invalid ? "invalid" : worst == Warning ? "warnings" : "ok";
}

}
