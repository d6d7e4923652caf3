#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace engine {

/// Two answers of one rater to the same segment.
struct AnswerPair {
    double first = 0.0;
    double again = 0.0;
};

/// How far a rater agrees with the rater's own earlier answers.
struct SelfAgreement {
    std::size_t pairs = 0;
    std::size_t same = 0; ///< pairs with the same answer both times
    std::optional<double> distance; ///< mean of |first − again|; absent without pairs
    /// Krippendorff's ordinal α of first and second answers; absent where it is undefined.
    std::optional<double> alpha;

    friend bool operator==(const SelfAgreement&, const SelfAgreement&) = default;
};

SelfAgreement selfAgreement(std::span<const AnswerPair> pairs);

}
