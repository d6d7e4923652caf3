#include "engine/alignment/video_steps.h"

#include "engine/core/error.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <unordered_set>

namespace engine {

namespace {

/// k of `v[k]`. @throws FormatError (`data_invalid`) for other ids.
std::size_t segmentNumber(const std::string& id)
{
    const std::size_t open = id.find('[');
    if (open != std::string::npos && id.back() == ']') {
        std::size_t number = 0;
        const char* last = id.data() + id.size() - 1;
        const auto [end, error] = std::from_chars(id.data() + open + 1, last, number);
        if (error == std::errc() && end == last)
            return number;
    }
    throw FormatError("data_invalid", id, "is no segment id (expected video[k]), so it cannot be reverted");
}

}

std::vector<std::string> missingIn(const VideoPart& part)
{
    std::vector<std::string> missing;
    for (const SequencePart& sequence : part.sequences) {
        if (sequence.pieces.empty())
            missing.push_back(sequence.key);
    }
    return missing;
}

bool isAnywhere(const VideoPart& part)
{
    return std::ranges::any_of(part.sequences,
                               [](const SequencePart& sequence) { return !sequence.pieces.empty(); });
}

std::vector<std::string> unify(VideoPart& part)
{
    const std::vector<std::string> missing = missingIn(part);
    if (missing.empty())
        return missing;
    for (SequencePart& sequence : part.sequences)
        sequence.clear();
    return missing;
}

std::map<std::string, std::vector<std::string>> unshared(const VideoPart& part)
{
    std::vector<std::unordered_set<std::string_view>> ids;
    for (const SequencePart& sequence : part.sequences) {
        auto& own = ids.emplace_back();
        for (const SequencePart::Piece& piece : sequence.pieces)
            own.insert(piece.id);
    }
    std::map<std::string, std::vector<std::string>> result;
    for (const auto& own : ids) {
        for (const std::string_view id : own) {
            for (std::size_t i = 0; i < ids.size(); ++i) {
                if (ids[i].contains(id))
                    continue;
                std::vector<std::string>& lacking = result[std::string(id)];
                if (std::find(lacking.begin(), lacking.end(), part.sequences[i].key) == lacking.end())
                    lacking.push_back(part.sequences[i].key);
            }
        }
    }
    return result;
}

std::map<std::string, std::vector<std::string>> hardUnify(VideoPart& part)
{
    std::map<std::string, std::vector<std::string>> dropped = unshared(part);
    if (!dropped.empty()) {
        for (SequencePart& sequence : part.sequences)
            sequence.keepIf([&](const std::string& id) { return !dropped.contains(id); });
    }
    return dropped;
}

std::map<std::string, std::vector<std::string>> revert(VideoPart& part)
{
    std::map<std::string, std::vector<std::string>> dropped = hardUnify(part);
    for (SequencePart& sequence : part.sequences) {
        if (sequence.pieces.empty())
            continue;
        std::vector<std::pair<std::size_t, std::size_t>> order; // k, place
        for (std::size_t i = 0; i < sequence.pieces.size(); ++i)
            order.emplace_back(segmentNumber(sequence.pieces[i].id), i);
        std::sort(order.begin(), order.end());
        std::vector<SequencePart::Piece> pieces;
        for (const auto& [number, place] : order)
            pieces.push_back(std::move(sequence.pieces[place]));
        sequence.pieces = std::move(pieces);
        SequencePart whole(sequence.key);
        whole.add(part.video, joined(std::move(sequence)));
        sequence = std::move(whole);
    }
    return dropped;
}

void sort(VideoPart& part)
{
    for (SequencePart& sequence : part.sequences) {
        SequencePart sorted(sequence.key);
        for (const SequencePart::Piece& piece : sequence.pieces) {
            Block rows{sequence.rows(piece).copy(), {}};
            for (std::size_t row = 0; row < piece.rows; ++row)
                rows.setMark(row, sequence.blocks[piece.block].mark(piece.first + row));
            sorted.add(piece.id, sortedByStart(std::move(rows)));
        }
        sequence = std::move(sorted);
    }
}

std::size_t removeId(VideoPart& part, const std::string& id, bool purge)
{
    std::size_t removed = 0;
    for (SequencePart& sequence : part.sequences) {
        const std::size_t before = sequence.pieces.size();
        sequence.keepIf([&](const std::string& other) {
            return purge ? strippedId(other) != id && other != id : other != id;
        });
        removed += before - sequence.pieces.size();
    }
    return removed;
}

}
