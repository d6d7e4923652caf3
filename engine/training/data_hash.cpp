#include "engine/training/data_hash.h"

#include "engine/core/sha256.h"

namespace engine {

std::string sha256Of(std::span<const LabelledSegment> segments)
{
    Sha256 hash;
    for (const LabelledSegment& segment : segments) {
        hash.addAll(segment.id);
        for (const Modality modality : allModalities) {
            hash.add(static_cast<std::uint64_t>(segment.input.of(modality).columns));
            hash.addAll(segment.input.of(modality).values);
        }
        hash.addAll(segment.labels);
    }
    return hexadecimal(hash.digest());
}

}
