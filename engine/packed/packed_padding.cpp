#include "engine/packed/packed_padding.h"

#include "engine/core/error.h"
#include "engine/packed/packed_labels.h"
#include "engine/packed/packed_names.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

template <typename Read>
void readOrTell(const Read& read, const PackedPadding::Failed& failed)
{
    try {
        read();
    } catch (const Cancelled&) {
        throw;
    } catch (const Error& error) {
        failed(error.what());
    }
}

/// Text before sound before picture, as in docs/formats.md; then what has another name.
std::size_t firstArray(const std::vector<PackedPadding::Array>& arrays)
{
    for (const Modality modality : allModalities) {
        for (std::size_t i = 0; i < arrays.size(); ++i) {
            if (arrays[i].width > 0 && isOfModality(arrays[i].name, modality))
                return i;
        }
    }
    const auto found = std::ranges::find_if(
        arrays, [](const PackedPadding::Array& array) { return array.width > 0 && array.steps > 1; });
    return found == arrays.end() ? 0 : static_cast<std::size_t>(found - arrays.begin());
}

}

PackedPadding::PackedPadding(std::vector<Array> arrays, const Sources& sources, const Impossible& impossible,
                             const Failed& failed, const RunContext& run)
    : m_arrays(std::move(arrays))
    , m_first(firstArray(m_arrays))
    , m_lengths(m_arrays.size())
    , m_found(m_arrays.size(), std::vector<ValidSteps>(sources.rows))
{
    readLengths(sources, impossible, failed, run);
    readTokens(sources, failed, run);
    shareLengths();
}

/// Its own, or those of another name of its modality (`vision_lengths` of `visual`), or those of all arrays.
const TensorEntry* PackedPadding::lengthsFor(std::size_t array, const Sources& sources) const
{
    const std::string& name = m_arrays[array].name;
    if (const auto own = sources.lengths.find(name); own != sources.lengths.end())
        return own->second;
    for (const Modality modality : allModalities) {
        for (const auto& [other, entry] : sources.lengths) {
            if (isOfModality(name, modality) && isOfModality(other, modality))
                return entry;
        }
    }
    const auto common = sources.lengths.find("");
    const bool sharesSteps = m_arrays[array].steps == m_arrays[m_first].steps;
    return common != sources.lengths.end() && sharesSteps ? common->second : nullptr;
}

void PackedPadding::readLengths(const Sources& sources, const Impossible& impossible, const Failed& failed,
                                const RunContext& run)
{
    for (std::size_t i = 0; i < m_arrays.size(); ++i) {
        const std::size_t steps = m_arrays[i].steps;
        const TensorEntry* lengths = m_arrays[i].width > 0 && steps > 1 ? lengthsFor(i, sources) : nullptr;
        if (!lengths)
            continue;
        Lengths known(sources.rows, 0);
        readOrTell(
            [&] {
                readInPieces(*lengths, run, [&](std::size_t first, const FeatureArray& rows) {
                    for (std::size_t row = 0; row < rows.rows(); ++row) {
                        const double length = rows.number(row);
                        const bool fits = length >= 1 && length <= static_cast<double>(steps)
                            && length == std::floor(length);
                        if (!fits)
                            impossible(*lengths, first + row, length, steps);
                        known[first + row] = fits ? static_cast<std::uint32_t>(length) : 0;
                    }
                });
                m_lengths[i] = std::move(known);
            },
            failed);
    }
}

/// Where BERT's mask has its tokens: padding lies before and behind them.
void PackedPadding::readTokens(const Sources& sources, const Failed& failed, const RunContext& run)
{
    if (!sources.tokens || sources.tokens->isText)
        return;
    const std::size_t steps = sources.tokens->shape[2];
    m_tokens.assign(sources.rows, {});
    readOrTell(
        [&] {
            readInPieces(*sources.tokens, run, [&](std::size_t first, const FeatureArray& rows) {
                for (std::size_t row = 0; row < rows.rows(); ++row) {
                    ValidSteps& valid = m_tokens[first + row];
                    for (std::size_t step = 0; step < steps; ++step) {
                        if (rows.number((row * 3 + 1) * steps + step) == 0.0)
                            continue;
                        valid.first = valid.last == 0 ? step : valid.first;
                        valid.last = step + 1;
                    }
                }
            });
            m_tokenSteps = steps;
        },
        failed);
}

void PackedPadding::shareLengths()
{
    const Lengths* agreed = nullptr;
    for (std::size_t i = 0; i < m_arrays.size(); ++i) {
        if (m_arrays[i].width > 0 && m_arrays[i].steps != m_arrays[m_first].steps)
            return;
        if (m_lengths[i].empty())
            continue;
        if (agreed && *agreed != m_lengths[i])
            return;
        agreed = &m_lengths[i];
    }
    if (!agreed)
        return;
    const Lengths lengths = *agreed;
    for (std::size_t i = 0; i < m_arrays.size(); ++i) {
        if (m_arrays[i].width > 0 && m_lengths[i].empty() && m_tokenSteps != m_arrays[i].steps)
            m_lengths[i] = lengths;
    }
}

std::size_t PackedPadding::lengthOf(std::size_t array, std::size_t row) const
{
    return m_lengths[array].empty() ? 0 : m_lengths[array][row];
}

bool PackedPadding::hasTokens(std::size_t array, std::size_t row) const
{
    return m_tokenSteps == m_arrays[array].steps && m_tokens[row].last > 0;
}

std::optional<ValidSteps> PackedPadding::known(std::size_t array, std::size_t row) const
{
    const std::size_t steps = m_arrays[array].steps;
    if (m_arrays[array].width == 0)
        return ValidSteps{};
    if (steps == 1 || lengthOf(array, row) == steps)
        return ValidSteps{0, steps};
    if (lengthOf(array, row) == 0 && hasTokens(array, row))
        return m_tokens[row];
    const std::lock_guard lock(m_noting);
    const ValidSteps& found = m_found[array][row];
    return found.last > 0 ? std::optional(found) : std::nullopt;
}

std::optional<std::size_t> PackedPadding::knownCount(std::size_t array, std::size_t row) const
{
    if (m_arrays[array].width > 0 && lengthOf(array, row) > 0)
        return lengthOf(array, row);
    const std::optional<ValidSteps> steps = known(array, row);
    return steps ? std::optional(steps->count()) : std::nullopt;
}

ValidSteps PackedPadding::steps(std::size_t array, std::size_t row, const Values& values) const
{
    if (const std::optional<ValidSteps> steps = known(array, row))
        return *steps;
    const std::size_t steps = m_arrays[array].steps;
    const std::size_t length = lengthOf(array, row); // 0: by zeros alone
    std::vector<std::size_t> alike; // which were padded alike
    std::vector<std::vector<float>> read;
    for (std::size_t other = 0; other < m_arrays.size(); ++other) {
        if (m_arrays[other].width > 0 && m_arrays[other].steps == steps && lengthOf(other, row) == length) {
            alike.push_back(other);
            read.push_back(values(other, row));
        }
    }
    std::vector<SegmentSteps> together;
    for (std::size_t i = 0; i < alike.size(); ++i)
        together.push_back({read[i], m_arrays[alike[i]].width});
    const ValidSteps valid
        = length > 0 ? stepsOfLength(together, steps, length) : withoutZeros(together, steps);
    const std::lock_guard lock(m_noting);
    for (const std::size_t other : alike) // whose values were read for it, too
        m_found[other][row] = valid;
    return valid;
}

}
