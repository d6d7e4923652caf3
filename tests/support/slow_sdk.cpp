#include "tests/support/slow_sdk.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "tests/support/slow_collapse.h"

namespace engine::test {

namespace {

constexpr double epsilon = 1e-5;

std::string stripped(const std::string& id)
{
    return id.substr(0, id.find('['));
}

/// Stably by start; NaN last, where the SDK leaves it open.
void sortRows(std::vector<SlowRow>& rows)
{
    std::stable_sort(rows.begin(), rows.end(), [](const SlowRow& a, const SlowRow& b) {
        if (std::isnan(a.start) || std::isnan(b.start))
            return !std::isnan(a.start) && std::isnan(b.start);
        return a.start < b.start;
    });
}

/// numpy.concatenate over the entries' rows.
SlowEntry concatenated(const std::vector<const SlowEntry*>& entries)
{
    SlowEntry all{entries.front()->intervalType, entries.front()->featureType, entries.front()->extents, {}};
    for (const SlowEntry* entry : entries) {
        if (entry->extents != all.extents)
            throw SlowFailure{{"data_invalid"}};
        all.intervalType = promoted(all.intervalType, entry->intervalType);
        all.featureType = promoted(all.featureType, entry->featureType);
        all.rows.insert(all.rows.end(), entry->rows.begin(), entry->rows.end());
    }
    for (SlowRow& row : all.rows) {
        for (SlowCell& cell : row.cells)
            cell.number = rounded(cell.number, all.featureType);
    }
    return all;
}

template <typename T>
bool meet(const SlowRow& row, const SlowRow& target)
{
    return T(target.end) - T(row.start) > -T(epsilon) && T(row.end) - T(target.start) > -T(epsilon);
}

template <typename T>
bool longEnough(long double start, long double end)
{
    return std::abs(T(start) - T(end)) > T(epsilon);
}

/// Whether the target receives the row, which is then clipped to it.
bool receive(SlowRow& row, ElementType type, const SlowRow& target, ElementType targetType)
{
    using enum ElementType;
    const bool single = promoted(type, targetType) == Float32;
    if (!(single ? meet<float>(row, target) : meet<double>(row, target)))
        return false;
    row.start = std::max(row.start, rounded(target.start, type));
    row.end = std::min(row.end, rounded(target.end, type));
    return type == Float32 ? longEnough<float>(row.start, row.end) : longEnough<double>(row.start, row.end);
}

std::size_t segmentNumber(const std::string& id)
{
    const std::string rest = id.substr(std::min(id.size(), stripped(id).size()));
    const bool wellFormed = rest.size() > 2 && rest.front() == '[' && rest.back() == ']'
        && std::all_of(rest.begin() + 1, rest.end() - 1, [](char c) { return c >= '0' && c <= '9'; });
    if (!wellFormed)
        throw SlowFailure{{"data_invalid"}};
    return std::stoul(rest.substr(1));
}

}

const SlowEntry* SlowSequence::find(const std::string& id) const
{
    for (const auto& [own, entry] : entries) {
        if (own == id)
            return &entry;
    }
    return nullptr;
}

SlowEntry* SlowSequence::find(const std::string& id)
{
    return const_cast<SlowEntry*>(std::as_const(*this).find(id));
}

SlowEntry slowEntry(const Entry& entry)
{
    SlowEntry slow{entry.intervals.type, entry.features.type, entry.features.shape, {}};
    slow.extents.erase(slow.extents.begin());
    const std::size_t width = entry.features.rowLength();
    for (std::size_t i = 0; i < entry.intervals.rows(); ++i) {
        SlowRow row{entry.intervals.values[i].start, entry.intervals.values[i].end, {}, {}};
        for (std::size_t column = 0; column < width; ++column) {
            std::visit(
                [&](const auto& values) {
                    const auto& value = values[i * width + column];
                    if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::string>)
                        row.cells.push_back({0, value});
                    else
                        row.cells.push_back({static_cast<long double>(value), {}});
                },
                entry.features.values);
        }
        slow.rows.push_back(std::move(row));
    }
    return slow;
}

SlowEntry slowTensor(const SlowEntry& entry, std::size_t length, bool padBehind)
{
    SlowEntry tensor = entry;
    std::size_t width = 1;
    for (const std::size_t extent : entry.extents)
        width *= extent;
    const SlowRow padding{
        0, 0, std::vector<SlowCell>(width, SlowCell{0, isText(entry.featureType) ? "0.0" : ""}), {}};
    while (tensor.rows.size() < length)
        tensor.rows.insert(padBehind ? tensor.rows.end() : tensor.rows.begin(), padding);
    while (tensor.rows.size() > length)
        tensor.rows.erase(padBehind ? tensor.rows.end() - 1 : tensor.rows.begin());
    if (!isText(entry.featureType))
        tensor.featureType = ElementType::Float64;
    return tensor;
}

void SlowSdk::load(const Load& load)
{
    m_sequences = loaded(load);
    if (m_sequences.empty())
        throw SlowFailure{{"empty_dataset"}};
    for (const SlowSequence& sequence : m_sequences)
        if (!sequence.entries.empty())
            m_patterns[sequence.key] = sequence.entries.front().second;
}

void SlowSdk::step(const RecipeStep& step)
{
    m_reports.emplace_back();
    std::visit([&](const auto& s) { apply(s); }, step);
}

SlowSequence& SlowSdk::known(const std::string& key)
{
    for (SlowSequence& sequence : m_sequences) {
        if (sequence.key == key)
            return sequence;
    }
    throw SlowFailure{{"unknown_reference"}};
}

std::vector<SlowSequence> SlowSdk::loaded(const Load& load) const
{
    std::vector<SlowSequence> sequences;
    for (const Load::Item& item : load.items) {
        sequences.push_back(m_files.at(item.file));
        if (!item.name.empty())
            sequences.back().key = item.name;
    }
    for (const auto& [path, sequence] : m_files) {
        if (load.items.empty() && path.parent_path() == load.folder)
            sequences.push_back(sequence);
    }
    for (SlowSequence& sequence : sequences)
        std::stable_sort(sequence.entries.begin(), sequence.entries.end(), [](const auto& a, const auto& b) {
            return a.first < b.first;
        }); // as HDF5 lists them
    std::set<std::string> keys;
    for (const SlowSequence& sequence : sequences) {
        if (!keys.insert(sequence.key).second)
            throw SlowFailure{{"recipe_invalid"}};
    }
    return sequences;
}

std::map<std::string, std::set<std::string>> SlowSdk::lackingVideos() const
{
    std::map<std::string, std::set<std::string>> lacking;
    for (const SlowSequence& sequence : m_sequences) {
        for (const auto& [id, entry] : sequence.entries)
            lacking[stripped(id)];
    }
    for (auto& [video, keys] : lacking) {
        for (const SlowSequence& sequence : m_sequences) {
            if (std::none_of(sequence.entries.begin(), sequence.entries.end(),
                             [&](const auto& entry) { return stripped(entry.first) == video; }))
                keys.insert(sequence.key);
        }
    }
    std::erase_if(lacking, [](const auto& item) { return item.second.empty(); });
    return lacking;
}

std::map<std::string, std::set<std::string>> SlowSdk::lackingIds() const
{
    std::map<std::string, std::set<std::string>> lacking;
    for (const SlowSequence& has : m_sequences) {
        for (const auto& [id, entry] : has.entries) {
            for (const SlowSequence& sequence : m_sequences) {
                if (!sequence.find(id))
                    lacking[id].insert(sequence.key);
            }
        }
    }
    return lacking;
}

void SlowSdk::keep(const std::function<bool(const std::string&)>& wanted)
{
    for (SlowSequence& sequence : m_sequences)
        std::erase_if(sequence.entries, [&](const auto& entry) { return !wanted(entry.first); });
}

void SlowSdk::apply(const UnifyStep& step)
{
    const auto lacking = lackingVideos();
    if (!step.active && !lacking.empty())
        throw SlowFailure{{"not_unified"}};
    m_reports.back().droppedVideos = lacking;
    keep([&](const std::string& id) { return !lacking.contains(stripped(id)); });
}

void SlowSdk::apply(const HardUnifyStep& step)
{
    const auto lacking = lackingIds();
    if (!step.active && !lacking.empty())
        throw SlowFailure{{"not_unified"}};
    m_reports.back().droppedIds = lacking;
    keep([&](const std::string& id) { return !lacking.contains(id); });
}

std::vector<SlowRow> SlowSdk::madeReference(const std::string& video, const AlignReference& reference) const
{
    double last = 0;
    for (const SlowSequence& sequence : m_sequences) {
        for (const auto& [id, entry] : sequence.entries) {
            for (const SlowRow& row : entry.rows) {
                if (stripped(id) == video && std::isfinite(row.end))
                    last = std::max(last, static_cast<double>(row.end));
            }
        }
    }
    std::vector<SlowRow> rows;
    for (int k = 0;; ++k) {
        SlowRow row;
        if (const auto* rate = std::get_if<FixedRate>(&reference)) {
            row.start = k / rate->hertz;
            row.end = (k + 1) / rate->hertz;
        } else {
            const auto& sliding = std::get<SlidingWindow>(reference);
            const double start = k * sliding.hop;
            row.start = start;
            row.end = start + sliding.window;
        }
        if (!(row.start < last - epsilon))
            return rows;
        rows.push_back(row);
    }
}

void SlowSdk::alignVideo(const std::string& video, const AlignStep& step, std::vector<SlowSequence>& results,
                         std::set<std::string>& codes)
{
    const auto* key = std::get_if<std::string>(&step.reference);
    SlowEntry reference;
    if (key) {
        for (const auto& [id, entry] : known(*key).entries) {
            if (stripped(id) == video && id != video) {
                codes.insert("reference_already_aligned");
                return;
            }
        }
        reference = *known(*key).find(video);
    } else {
        reference.rows = madeReference(video, step.reference);
    }
    for (std::size_t s = 0; s < m_sequences.size(); ++s) {
        const bool isReference = key && m_sequences[s].key == *key;
        SlowAccount& account = m_reports.back().videos[video][m_sequences[s].key];
        try {
            std::vector<const SlowEntry*> own;
            for (const auto& [id, entry] : m_sequences[s].entries) {
                if (stripped(id) == video)
                    own.push_back(&entry);
            }
            SlowEntry pool = concatenated(own);
            if (!isReference)
                sortRows(pool.rows);
            ElementType type = pool.intervalType;
            if (isInteger(type) && !isInteger(reference.intervalType))
                type = ElementType::Float64;
            std::vector<std::size_t> received(pool.rows.size());
            account.rows = pool.rows.size();
            for (std::size_t k = 0; k < reference.rows.size(); ++k) {
                account.perTarget.push_back(0);
                const SlowRow& target = reference.rows[k];
                if (std::abs(static_cast<double>(target.start) - static_cast<double>(target.end)) < epsilon)
                    continue;
                SlowEntry entry{type, pool.featureType, pool.extents, {}};
                for (std::size_t i = 0; i < pool.rows.size(); ++i) {
                    SlowRow row = pool.rows[i];
                    if (isReference ? i == k : receive(row, type, target, reference.intervalType)) {
                        ++received[i];
                        entry.rows.push_back(row);
                    }
                }
                account.perTarget.back() = entry.rows.size();
                if (entry.rows.empty())
                    continue;
                const auto& functions = step.functionsFor(m_sequences[s].key);
                if (!functions.empty())
                    entry = slowCollapse(entry, functions);
                results[s].entries.emplace_back(video + "[" + std::to_string(k) + "]", entry);
            }
            for (const std::size_t times : received) {
                account.kept += times > 0;
                account.several += times > 1;
            }
        } catch (const SlowFailure& failure) {
            codes.insert(failure.codes.begin(), failure.codes.end());
        }
    }
}

void SlowSdk::apply(const AlignStep& step)
{
    if (const auto* key = std::get_if<std::string>(&step.reference))
        known(*key);
    for (const auto& [key, functions] : step.collapse) {
        if (key != "*" && std::none_of(m_sequences.begin(), m_sequences.end(), [&](const auto& s) {
                return s.key == key;
            }))
            throw SlowFailure{{"recipe_invalid"}};
    }
    apply(UnifyStep{});
    std::set<std::string> videos;
    for (const SlowSequence& sequence : m_sequences) {
        for (const auto& [id, entry] : sequence.entries)
            videos.insert(stripped(id));
    }
    std::vector<SlowSequence> results;
    for (const SlowSequence& sequence : m_sequences)
        results.push_back({sequence.key, {}});
    std::set<std::string> codes;
    for (const std::string& video : videos)
        alignVideo(video, step, results, codes);
    if (!codes.empty())
        throw SlowFailure{codes};
    m_sequences = results;
    for (SlowSequence& sequence : m_sequences) {
        const auto& functions = step.functionsFor(sequence.key);
        if (functions.empty() || !m_patterns.contains(sequence.key))
            continue;
        SlowEntry& pattern = m_patterns[sequence.key];
        std::size_t width = 1;
        for (const std::size_t extent : pattern.extents)
            width *= extent;
        pattern.rows = {{0, 1, std::vector<SlowCell>(width), {}}};
        try {
            pattern = slowCollapse(pattern, functions);
        } catch (const SlowFailure&) { // then there was no row to find out with
        }
    }
}

void SlowSdk::apply(const ImputeStep& step)
{
    const SlowSequence& reference = known(step.reference);
    for (SlowSequence& sequence : m_sequences) {
        if (&sequence == &reference || !m_patterns.contains(sequence.key))
            continue;
        const SlowEntry& pattern = m_patterns[sequence.key];
        const std::string fill = name(step.fillFor(sequence.key));
        for (const auto& [id, entry] : reference.entries) {
            if (sequence.find(id))
                continue;
            if (isText(pattern.featureType))
                throw SlowFailure{{"data_invalid"}};
            // The SDK makes float64 of it; we keep the sequence's type.
            SlowEntry filled{entry.intervalType, pattern.featureType, pattern.extents, entry.rows};
            std::size_t width = 1;
            for (const std::size_t extent : pattern.extents)
                width *= extent;
            for (SlowRow& row : filled.rows) {
                row.cells.assign(width, SlowCell{fill == "ones" ? 1.0L : 0.0L, {}});
                row.filled = fill;
            }
            sequence.entries.emplace_back(id, filled);
        }
    }
}

void SlowSdk::apply(const RevertStep&)
{
    apply(HardUnifyStep{});
    for (SlowSequence& sequence : m_sequences) {
        std::map<std::string, std::multimap<std::size_t, const SlowEntry*>> segments;
        for (const auto& [id, entry] : sequence.entries)
            segments[stripped(id)].emplace(segmentNumber(id), &entry);
        SlowSequence whole{sequence.key, {}};
        for (const auto& [video, parts] : segments) {
            std::vector<const SlowEntry*> inOrder;
            for (const auto& [number, entry] : parts)
                inOrder.push_back(entry);
            whole.entries.emplace_back(video, concatenated(inOrder));
        }
        sequence = whole;
    }
}

void SlowSdk::apply(const SortStep&)
{
    for (SlowSequence& sequence : m_sequences) {
        for (auto& [id, entry] : sequence.entries)
            sortRows(entry.rows);
    }
}

void SlowSdk::apply(const AddStep& step)
{
    for (const SlowSequence& sequence : loaded(step.load)) {
        for (const SlowSequence& own : m_sequences) {
            if (own.key == sequence.key)
                throw SlowFailure{{"recipe_invalid"}}; // the SDK replaces it silently
        }
        m_sequences.push_back(sequence);
        if (!sequence.entries.empty())
            m_patterns[sequence.key] = sequence.entries.front().second;
    }
}

void SlowSdk::apply(const MergeStep& step)
{
    SlowSequence& into = known(step.into);
    for (const SlowSequence& sequence : loaded(step.load)) {
        for (const auto& [id, entry] : sequence.entries) {
            if (into.find(id))
                throw SlowFailure{{"data_invalid"}};
        }
        into.entries.insert(into.entries.end(), sequence.entries.begin(), sequence.entries.end());
        if (!sequence.entries.empty())
            m_patterns.emplace(into.key, sequence.entries.front().second);
    }
}

void SlowSdk::apply(const RenameStep& step)
{
    SlowSequence& from = known(step.from);
    for (const SlowSequence& other : m_sequences) {
        if (&other != &from && other.key == step.to)
            throw SlowFailure{{"recipe_invalid"}};
    }
    from.key = step.to;
    auto pattern = m_patterns.extract(step.from);
    if (!pattern.empty()) {
        pattern.key() = step.to;
        m_patterns.insert(std::move(pattern));
    }
}

void SlowSdk::apply(const RemoveStep& step)
{
    known(step.name);
    std::erase_if(m_sequences, [&](const SlowSequence& sequence) { return sequence.key == step.name; });
    m_patterns.erase(step.name);
}

void SlowSdk::apply(const RemoveIdStep& step)
{
    keep([&](const std::string& id) { return id != step.id && !(step.purge && stripped(id) == step.id); });
}

std::vector<std::vector<std::string>> SlowSdk::foldIds(const TensorSettings& settings) const
{
    std::vector<std::vector<std::string>> ids(settings.folds ? settings.folds->size() : 1);
    if (m_sequences.empty())
        return ids;
    const auto lacking = lackingIds();
    for (const auto& [id, entry] : m_sequences.front().entries) {
        if (lacking.contains(id))
            continue;
        for (std::size_t fold = 0; fold < ids.size(); ++fold) {
            const bool isIn
                = !settings.folds || std::ranges::count((*settings.folds)[fold], stripped(id)) > 0;
            if (isIn) {
                ids[fold].push_back(id);
                break;
            }
        }
    }
    return ids;
}

}
