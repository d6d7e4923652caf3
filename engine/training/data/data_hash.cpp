#include "engine/training/data/data_hash.h"

#include "engine/core/sha256.h"

#include <array>
#include <functional>

namespace engine {

std::string sha256Of(const FoldData& fold)
{
    Sha256 hash;
    for (const std::string& id : fold.ids)
        hash.addAll(id);
    hash.addAll(fold.lengths);
    for (const FeatureBlock& block : fold.features) {
        hash.add(static_cast<std::uint64_t>(block.width));
        hash.addAll(block.values);
        if (!block.lengths.empty())
            hash.addAll(block.lengths);
    }
    hash.addAll(fold.labels.values);
    for (const Turn& turn : fold.turns) {
        hash.addAll(turn.conversation);
        hash.addAll(turn.participant);
        hash.addAll(std::array{turn.start, turn.end});
    }
    for (const OfParticipants& numbers : {std::cref(fold.listening), std::cref(fold.seen)}) {
        if (numbers.count > 0)
            hash.addAll(numbers.values.values);
    }
    return hexadecimal(hash.digest());
}

}
