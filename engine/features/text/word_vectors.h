#pragma once

#include "engine/core/feature_rows.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// Vectors of words: D numbers for each word that is known.
class WordVectors {
public:
    virtual ~WordVectors() = default;

    virtual const std::vector<FeatureColumn>& columns() const = 0; ///< D
    /// Where they come from, in a sentence for the metadata of files.
    virtual std::string description() const = 0;
    /// Fills `row` (D numbers) with the vector of the word as it is spelt. @return whether it is known; if
    /// not, `row` is untouched
    virtual bool find(std::string_view word, std::span<float> row) const = 0;
    /// The vector that stands for unknown words; false: there is none.
    virtual bool findUnknown(std::span<float> row) const = 0;
};

}
