#pragma once

#include "engine/core/run_context.h"
#include "engine/npz/tensor_source.h"
#include "engine/packed/packed_steps.h"

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// Which steps of the segments of one fold are not padding. Arrays are known by their number among those that
/// were given.
///
/// How many steps a segment has is told by the lengths of the array (`audio_lengths`), by `lengths` for all
/// arrays with as many steps as the first, or by BERT's mask for all arrays with as many steps as the mask.
/// Where all arrays have the same steps and all known lengths agree, these lengths hold for all of them. Else
/// the steps at either end are padding that are zero in all arrays with as many steps. On which side the
/// padding lies is seen from the zeros of each segment (stepsOfLength), in all arrays with as many steps and
/// the same length together.
///
/// It may be used from any thread, unless the caller's `Values` forbids that.
class PackedPadding {
public:
    struct Array {
        std::string name; ///< `audio`
        std::size_t steps = 1; ///< T; 1: an array without steps
        std::size_t width = 1; ///< D; 0: the fold lacks it
    };
    /// Where lengths and masks stand.
    struct Sources {
        std::size_t rows = 0; ///< N segments
        std::map<std::string, const TensorEntry*> lengths; ///< N, by the array's name; `` of all arrays
        const TensorEntry* tokens = nullptr; ///< N × 3 × T; null: none
    };
    /// Gets lengths that are no whole numbers of 1 to `steps`; the zeros tell the padding there.
    using Impossible
        = std::function<void(const TensorEntry& lengths, std::size_t row, double length, std::size_t steps)>;
    using Failed = std::function<void(const std::string& why)>; ///< lengths that cannot be read
    /// T × D values of a segment as they stand in the file.
    using Values = std::function<std::vector<float>(std::size_t array, std::size_t row)>;

    /// Reads the lengths. @throws Cancelled.
    PackedPadding(std::vector<Array> arrays, const Sources& sources, const Impossible& impossible,
                  const Failed& failed, const RunContext& run = {});

    /// What is known without the values of the segment.
    std::optional<ValidSteps> known(std::size_t array, std::size_t row) const;
    std::optional<std::size_t> knownCount(std::size_t array, std::size_t row) const;
    /// Asks for values where they are needed; {0, 0} when the fold lacks the array.
    ValidSteps steps(std::size_t array, std::size_t row, const Values& values) const;

private:
    using Lengths = std::vector<std::uint32_t>; ///< by row; 0: not known

    void readLengths(const Sources& sources, const Impossible& impossible, const Failed& failed,
                     const RunContext& run);
    void readTokens(const Sources& sources, const Failed& failed, const RunContext& run);
    void shareLengths();
    const TensorEntry* lengthsFor(std::size_t array, const Sources& sources) const;
    std::size_t lengthOf(std::size_t array, std::size_t row) const;
    bool hasTokens(std::size_t array, std::size_t row) const;

    std::vector<Array> m_arrays;
    std::size_t m_first = 0; ///< the array whose steps `lengths` counts
    std::vector<Lengths> m_lengths; ///< by array; empty: none
    std::vector<ValidSteps> m_tokens; ///< by row; none: not known
    std::size_t m_tokenSteps = 0;
    mutable std::mutex m_noting;
    mutable std::vector<std::vector<ValidSteps>> m_found; ///< by array and row; none: not looked for so far
};

}
