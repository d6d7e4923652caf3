#include "engine/sequences/stored_features.h"

#include "engine/core/error.h"

#include <algorithm>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <numeric>

namespace engine {

namespace {

constexpr std::size_t kMostHeldBytes = std::size_t{128} << 20; ///< the newest piece may be larger
thread_local std::size_t readsHere = 0;

std::size_t rowLength(const std::vector<std::size_t>& extents)
{
    return extents.empty()
        ? 0
        : std::accumulate(extents.begin() + 1, extents.end(), std::size_t{1}, std::multiplies<>());
}

void append(std::vector<float>& to, const FeatureArray::Values& values)
{
    std::visit(
        [&](const auto& from) {
            using From = typename std::decay_t<decltype(from)>::value_type;
            if constexpr (!std::is_same_v<From, std::string>) {
                to.reserve(to.size() + from.size());
                for (const From value : from)
                    to.push_back(static_cast<float>(value));
            }
        },
        values);
}

}

/// The rows that were asked for last.
struct StoredFeatures::Held {
    struct Piece {
        std::size_t first = 0;
        std::size_t count = 0;
        FeatureMatrix rows;
        std::exception_ptr failure; ///< null: they were read
    };
    mutable std::mutex mutex;
    std::deque<std::shared_ptr<const Piece>> pieces; ///< the newest first

    std::shared_ptr<const Piece> with(std::size_t first, std::size_t count) const
    {
        const std::lock_guard lock(mutex);
        const auto found = std::ranges::find_if(pieces, [&](const auto& piece) {
            return first >= piece->first && first + count <= piece->first + piece->count;
        });
        return found == pieces.end() ? nullptr : *found;
    }

    void add(std::shared_ptr<const Piece> piece)
    {
        const std::lock_guard lock(mutex);
        pieces.push_front(std::move(piece));
        std::size_t values = 0;
        for (auto each = pieces.begin(); each != pieces.end(); ++each) {
            values += (*each)->rows.values.size();
            if (each != pieces.begin() && values * sizeof(float) > kMostHeldBytes) {
                pieces.erase(each, pieces.end());
                break;
            }
        }
    }
};

StoredFeatures::StoredFeatures(std::shared_ptr<const SequenceFile> file, const std::string& id, double offset)
    : m_file(std::move(file))
    , m_id(id)
    , m_held(std::make_shared<Held>())
{
    const auto refuse = [this](const std::string& entry, const std::string& why) {
        throw FormatError("data_invalid", m_file->path().string(),
                          "/" + m_file->groupName() + "/data/" + entry + " " + why);
    };
    for (const std::string& entry : entriesOf(*m_file, id)) {
        const EntryShape shape = m_file->shape(entry);
        const std::vector<Interval> intervals = m_file->intervals(entry).values;
        const std::vector<std::size_t>& extents = shape.features;
        if (isText(shape.featureType))
            refuse(entry, "holds text (expected numbers)");
        if (extents.size() < 2 || extents.front() != intervals.size())
            refuse(entry, "has other numbers of intervals and rows of features");
        if (!m_parts.empty() && rowLength(extents) != m_dimensions)
            refuse(entry, "has other dimensions than the segments before it");
        m_dimensions = rowLength(extents);
        m_parts.push_back({m_intervals.size(), intervals.size(), m_file->openRows(entry)});
        for (const Interval& interval : intervals)
            m_intervals.push_back({interval.start + offset, interval.end + offset});
    }
    if (offset == 0.0)
        m_timeType = timeTypeOf(*m_file, id);
    const auto isLater
        = [](const Interval& a, const Interval& b) { return !(b.start >= a.start); }; // NaN, too
    if (std::adjacent_find(m_intervals.begin(), m_intervals.end(), isLater) != m_intervals.end())
        refuse(id, "is too large to be sorted, and its rows are not in the order of time");
}

FeatureMatrix StoredFeatures::read(std::size_t first, std::size_t count) const
{
    const auto piece = m_held->with(first, count);
    if (!piece)
        return readFile(first, count);
    if (piece->failure)
        std::rethrow_exception(piece->failure);
    FeatureMatrix result(count, m_dimensions);
    const auto from
        = piece->rows.values.begin() + static_cast<std::ptrdiff_t>((first - piece->first) * m_dimensions);
    std::copy_n(from, result.values.size(), result.values.begin());
    return result;
}

void StoredFeatures::hold(std::size_t first, std::size_t count) const
{
    if (holds(first, count))
        return;
    auto piece = std::make_shared<Held::Piece>();
    const std::size_t end = std::min(rows(), first + count + (count + 1) / 2);
    piece->first = first - std::min(first, (count + 1) / 2);
    piece->count = end - std::min(end, piece->first);
    try {
        piece->rows = readFile(piece->first, piece->count);
    } catch (const Error&) {
        piece->failure = std::current_exception();
    }
    m_held->add(std::move(piece));
}

bool StoredFeatures::holds(std::size_t first, std::size_t count) const
{
    return m_held->with(first, count) != nullptr;
}

std::size_t StoredFeatures::readsOfThisThread()
{
    return readsHere;
}

FeatureMatrix StoredFeatures::readFile(std::size_t first, std::size_t count) const
{
    ++readsHere;
    FeatureMatrix result;
    result.rows = count;
    result.columns = m_dimensions;
    for (auto part = m_parts.begin(); part != m_parts.end() && count > 0; ++part) {
        if (first >= part->first + part->count)
            continue;
        const std::size_t rows = std::min(count, part->first + part->count - first);
        FeatureArray::Values values = part->readRows(first - part->first, rows);
        if (auto* floats = std::get_if<std::vector<float>>(&values); floats && result.values.empty())
            result.values = std::move(*floats);
        else
            append(result.values, values);
        first += rows;
        count -= rows;
    }
    return result;
}

std::size_t bytesInMemory(const SequenceFile& file, const std::string& id)
{
    std::size_t bytes = 0;
    for (const std::string& entry : entriesOf(file, id)) {
        const EntryShape shape = file.shape(entry);
        bytes += shape.features.empty() ? 0
                                        : shape.features.front() * rowLength(shape.features) * sizeof(float);
    }
    return bytes;
}

}
