#include "engine/packed/packed_file.h"

#include "engine/core/error.h"
#include "engine/core/utf8.h"
#include "engine/packed/packed_labels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <limits>
#include <numeric>
#include <set>

namespace engine {

namespace {

/// So that bytes and elements, multiplied, still fit: an array of 8 GiB of float32.
constexpr std::size_t kMostElements = std::size_t{1} << 31;
/// Features of at most so many bytes are read to know how long all segments are.
constexpr std::size_t kSmallBytes = std::size_t{256} << 20;

template <typename Read>
void attemptToRead(const Read& read, const std::function<void(const std::string&)>& failed)
{
    try {
        read();
    } catch (const Cancelled&) {
        throw;
    } catch (const Error& error) {
        failed(error.what());
    }
}

}

PackedFile::PackedFile(const std::filesystem::path& path, const RunContext& run)
    : m_path(path)
    , m_entries(tensorEntries(path, kMostElements))
{
    std::vector<PackedFold> folds = packedFolds(path, m_entries, m_notes);
    std::vector<std::string> names;
    for (const TensorEntry& entry : m_entries) {
        if (entry.name == "label_names" && entry.isText && entry.shape.size() == 1
            && entry.shape[0] <= kMostLabels)
            attemptToRead([&] { names = std::get<std::vector<std::string>>(entry.read().values); },
                          [&](const std::string& why) { m_notes.push_back(why); });
    }
    const PackedLabels labels = readPackedLabels(
        folds, names, [this](const std::string&, const std::string& what) { m_notes.push_back(what); }, run);
    m_labelNames = labels.names;
    std::vector<PackedTerms> terms = readPackedTerms(
        folds,
        [this](const std::string& array, const std::string& what) {
            if (array.empty())
                m_notes.push_back(what);
            else
                note(array, what);
        },
        run);
    for (const PackedFold& from : folds) {
        Fold& fold = m_folds.emplace_back();
        fold.name = from.name;
        addFeatures(from, fold);
    }
    for (std::size_t i = 0; i < folds.size(); ++i) {
        m_folds[i].sources.resize(m_features.size());
        readPadding(folds[i], m_folds[i], run);
    }
    readSegments(folds, run);
    for (const Segment& segment : m_segments) {
        const std::size_t first = segment.row * m_labelNames.size();
        for (std::size_t i = 0; i < m_labelNames.size(); ++i)
            m_labels.push_back(static_cast<float>(labels.folds[segment.fold][first + i]));
    }
    for (PackedTerms& label : terms) {
        const bool isTaken = std::ranges::find(m_labelNames, label.name) != m_labelNames.end();
        TextLabel& own = m_textLabels.emplace_back(
            TextLabel{isTaken ? label.name + " (text)" : label.name, std::move(label.terms), {}});
        for (const Segment& segment : m_segments)
            own.values.push_back(std::move(label.folds[segment.fold][segment.row]));
    }
    if (m_labelNames.empty() && !m_textLabels.empty()) {
        note(m_textLabels.front().name, "is not shown, since no label of the segments is a number");
        m_textLabels.clear();
    }
    m_seconds.assign(m_ids.size(), std::numeric_limits<double>::quiet_NaN());
}

void PackedFile::note(const std::string& place, const std::string& what)
{
    m_notes.push_back(fmt::format("{}: {} {}", m_path.string(), place, what));
}

void PackedFile::readSegments(std::vector<PackedFold>& folds, const RunContext& run)
{
    struct Named {
        std::string id;
        Segment segment;
    };
    std::vector<Named> named;
    std::set<std::string> used;
    std::map<std::string, int> numbers; // the next one to try for an id that several have
    std::size_t twice = 0;
    for (std::size_t f = 0; f < folds.size(); ++f) {
        const PackedFold& fold = folds[f];
        std::vector<std::string> texts(fold.rows);
        if (fold.texts)
            attemptToRead(
                [&] {
                    readInPieces(*fold.texts, run, [&](std::size_t first, const FeatureArray& rows) {
                        const auto& read = std::get<std::vector<std::string>>(rows.values);
                        for (std::size_t i = 0; i < read.size(); ++i)
                            texts[first + i] = validUtf8(read[i]);
                    });
                    m_hasTexts = true;
                },
                [&](const std::string& why) { m_notes.push_back(why); });
        const std::vector<std::string> ids = packedIds(
            fold, [&](const std::string& why) { m_notes.push_back(why); }, run);
        for (std::size_t row = 0; row < fold.rows; ++row) {
            std::string id = plainSegmentId(ids[row]);
            if (!used.insert(id).second) {
                ++twice;
                const std::string given = id;
                int& number = numbers.try_emplace(given, 2).first->second; // those below it are taken
                do
                    id = fmt::format("{} ({})", given, number++);
                while (!used.insert(id).second);
            }
            named.push_back({std::move(id), {f, row, std::move(texts[row])}});
        }
    }
    if (twice > 0)
        note("id",
             fmt::format("gives {} segments an id that another has: they are told apart by a number", twice));
    std::ranges::sort(named, {}, &Named::id);
    for (Named& each : named) {
        std::vector<std::size_t>& places = m_folds[each.segment.fold].places;
        places.resize(std::max(places.size(), each.segment.row + 1));
        places[each.segment.row] = m_ids.size();
        m_ids.push_back(std::move(each.id));
        m_segments.push_back(std::move(each.segment));
    }
}

void PackedFile::addFeatures(const PackedFold& from, Fold& fold)
{
    for (const NamedTensor& array : from.features) {
        const std::size_t width = array.entry->shape.back();
        auto feature = std::ranges::find(m_features, array.name, &Feature::name);
        if (feature == m_features.end())
            feature = m_features.insert(m_features.end(), {array.name, width});
        if (feature->width != width) {
            note(array.entry->name,
                 fmt::format("has {} features, but {} in another fold: not shown", width, feature->width));
            continue;
        }
        const std::size_t place = static_cast<std::size_t>(feature - m_features.begin());
        if (fold.sources.size() <= place)
            fold.sources.resize(place + 1);
        Source& source = fold.sources[place];
        source.entry = array.entry;
        source.steps = array.entry->shape.size() == 3 ? array.entry->shape[1] : 1;
        if (source.steps > std::numeric_limits<std::uint32_t>::max()) {
            note(array.entry->name, "claims too many steps: not shown");
            source = {};
            continue;
        }
        m_bytes += from.rows * source.steps * width * sizeof(float);
    }
}

void PackedFile::readPadding(const PackedFold& from, Fold& fold, const RunContext& run)
{
    std::vector<PackedPadding::Array> arrays;
    for (std::size_t i = 0; i < m_features.size(); ++i) {
        const Source& source = fold.sources[i];
        arrays.push_back({m_features[i].name, source.steps, source.entry ? m_features[i].width : 0});
    }
    std::map<std::pair<const TensorEntry*, std::size_t>, std::size_t> impossible; // by array and its steps
    fold.padding = std::make_unique<const PackedPadding>(
        std::move(arrays), PackedPadding::Sources{from.rows, from.lengths, from.tokens},
        [&](const TensorEntry& lengths, std::size_t, double, std::size_t steps) {
            ++impossible[{&lengths, steps}];
        },
        [&](const std::string& why) { m_notes.push_back(why); }, run);
    for (const auto& [where, count] : impossible)
        note(where.first->name,
             fmt::format("has {} lengths that are no whole numbers of 1 to {} steps: zeros at either end "
                         "count as padding there",
                         count, where.second));
}

std::size_t PackedFile::placeOf(const std::string& id) const
{
    const auto found = std::lower_bound(m_ids.begin(), m_ids.end(), id);
    if (found == m_ids.end() || *found != id)
        throw FormatError("data_invalid", m_path.string(), id + " is missing (no such segment)");
    return static_cast<std::size_t>(found - m_ids.begin());
}

std::map<std::string, std::vector<std::string>> PackedFile::folds() const
{
    std::map<std::string, std::vector<std::string>> folds;
    for (std::size_t place = 0; place < m_ids.size(); ++place) {
        const std::string& name = m_folds[m_segments[place].fold].name;
        if (!name.empty())
            folds[name].push_back(m_ids[place]);
    }
    return folds;
}

const std::string& PackedFile::foldOf(std::size_t place) const
{
    return m_folds[m_segments[place].fold].name;
}

std::vector<float> PackedFile::labels(std::size_t place) const
{
    const auto first = m_labels.begin() + static_cast<std::ptrdiff_t>(place * m_labelNames.size());
    return {first, first + static_cast<std::ptrdiff_t>(m_labelNames.size())};
}

std::size_t PackedFile::mostSteps(std::size_t feature) const
{
    std::size_t most = 0;
    for (const Fold& fold : m_folds)
        most = std::max(most, fold.sources[feature].entry ? fold.sources[feature].steps : 0);
    return most;
}

bool PackedFile::has(std::size_t feature, std::size_t place) const
{
    return m_folds[m_segments[place].fold].sources[feature].entry != nullptr;
}

bool PackedFile::hasSteps(std::size_t feature, std::size_t place) const
{
    const TensorEntry* const entry = m_folds[m_segments[place].fold].sources[feature].entry;
    return entry && entry->shape.size() == 3;
}

std::optional<std::size_t> PackedFile::featureOf(Modality modality, std::size_t place) const
{
    const std::vector<Source>& sources = m_folds[m_segments[place].fold].sources;
    PackedArrayMap arrays;
    for (std::size_t feature = 0; feature < sources.size(); ++feature) {
        if (sources[feature].entry)
            arrays.emplace(m_features[feature].name, sources[feature].entry);
    }
    const TensorEntry* const found = featuresOf(arrays, modality);
    const auto source = std::ranges::find(sources, found, &Source::entry);
    return found ? std::optional(static_cast<std::size_t>(source - sources.begin())) : std::nullopt;
}

std::optional<std::size_t> PackedFile::before(std::size_t place) const
{
    const Segment& segment = m_segments[place];
    return segment.row > 0 ? std::optional(m_folds[segment.fold].places[segment.row - 1]) : std::nullopt;
}

std::vector<float> PackedFile::valuesOf(const Source& source, std::size_t row) const
{
    const std::lock_guard lock(m_reading);
    if (!source.entry->isPacked)
        return std::move(source.entry->readRows(row, 1).toMatrix().values);
    if (!source.whole)
        source.whole = source.entry->readRows(0, source.entry->shape.front()).toMatrix();
    const std::span<const float> values = source.whole->row(row);
    return {values.begin(), values.end()};
}

ValidSteps PackedFile::steps(std::size_t feature, std::size_t place) const
{
    const Segment& segment = m_segments[place];
    const Fold& fold = m_folds[segment.fold];
    return fold.padding->steps(feature, segment.row, [&](std::size_t other, std::size_t row) {
        return valuesOf(fold.sources[other], row);
    });
}

FeatureMatrix PackedFile::read(std::size_t feature, std::size_t place) const
{
    const ValidSteps valid = steps(feature, place);
    const Segment& segment = m_segments[place];
    const std::size_t width = m_features[feature].width;
    FeatureMatrix rows(0, width);
    if (valid.count() == 0)
        return rows;
    const std::vector<float> values = valuesOf(m_folds[segment.fold].sources[feature], segment.row);
    rows.rows = valid.count();
    rows.values.assign(values.begin() + static_cast<std::ptrdiff_t>(valid.first * width),
                       values.begin() + static_cast<std::ptrdiff_t>(valid.last * width));
    return rows;
}

void PackedFile::check(const RunContext& run) const
{
    for (const Fold& fold : m_folds) {
        for (const Source& source : fold.sources) {
            run.tick(0, 1);
            if (source.entry)
                valuesOf(source, 0);
        }
    }
}

bool PackedFile::hasTimes(std::size_t place) const
{
    if (!m_clipSeconds)
        return false;
    {
        const std::lock_guard lock(m_reading);
        if (!std::isnan(m_seconds[place]))
            return m_seconds[place] > 0;
    }
    const double seconds = m_clipSeconds(m_ids[place]).value_or(0.0);
    const std::lock_guard lock(m_reading);
    m_seconds[place] = std::isfinite(seconds) ? std::max(0.0, seconds) : 0.0;
    return m_seconds[place] > 0;
}

double PackedFile::extent(std::size_t place) const
{
    if (hasTimes(place)) {
        const std::lock_guard lock(m_reading);
        return m_seconds[place];
    }
    std::size_t longest = 1;
    for (std::size_t feature = 0; feature < m_features.size(); ++feature)
        longest = std::max(longest, steps(feature, place).count());
    return static_cast<double>(longest);
}

std::optional<double> PackedFile::extentIfCheap(std::size_t place) const
{
    if (m_bytes <= kSmallBytes || hasTimes(place))
        return extent(place);
    std::size_t longest = 1;
    for (std::size_t feature = 0; feature < m_features.size(); ++feature) {
        const Segment& segment = m_segments[place];
        const std::optional<std::size_t> count
            = m_folds[segment.fold].padding->knownCount(feature, segment.row);
        if (!count)
            return std::nullopt;
        longest = std::max(longest, *count);
    }
    return static_cast<double>(longest);
}

}
