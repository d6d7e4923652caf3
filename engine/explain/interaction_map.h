#pragma once

#include "engine/core/segment_input.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// A set of modalities: bit i stands for allModalities[i]. 0 is the empty set.
using Coalition = unsigned;

inline constexpr std::size_t kCoalitions = 8;
inline constexpr Coalition kEverything = kCoalitions - 1;

constexpr Coalition coalitionOf(Modality modality)
{
    return 1U << static_cast<unsigned>(modality);
}

constexpr bool contains(Coalition coalition, Modality modality)
{
    return (coalition & coalitionOf(modality)) != 0;
}

/// `t`, `a`, `v`, `ta`, `tv`, `av`, `tav`; empty for the empty set.
std::string lettersOf(Coalition coalition);

/// The coalitions in the order in which people read them: the empty set, single modalities, pairs, all three.
inline constexpr std::array<Coalition, kCoalitions> readingOrder{0, 1, 2, 4, 3, 5, 6, 7};

/// How a model's modalities work together in one segment. Each is tested in this order; the first that holds
/// is it.
enum class InteractionClass {
    Flat, ///< the modalities hardly move the output
    Emergent, ///< the output comes of what they say together
    Conflict, ///< two of them pull in opposite directions
    Dominance, ///< one of them decides
    Redundant, ///< both say the same, which the model does not count twice
    Complement, ///< each adds its part
};

inline constexpr std::array allInteractionClasses{InteractionClass::Flat,      InteractionClass::Emergent,
                                                  InteractionClass::Conflict,  InteractionClass::Dominance,
                                                  InteractionClass::Redundant, InteractionClass::Complement};

/// `flat`, `emergent`, …
std::string_view name(InteractionClass interactionClass);

/// The bounds of the classes, as shares of T = Σ |m(S)|, the sum of the sizes of all terms.
struct InteractionBounds {
    double flat = 0.05; ///< T below this share of the output's range is *flat*
    double emergent = 0.5; ///< what pairs and the triple hold at least
    double conflict = 0.2; ///< each of the two that pull apart
    double dominance = 0.6; ///< what the one that decides holds at least
    double redundantSingle = 0.2; ///< each of those that say the same
    double redundantOverlap = 0.15; ///< what pairs and triple take back at least

    friend bool operator==(const InteractionBounds&, const InteractionBounds&) = default;
};

inline constexpr InteractionBounds kInteractionBounds{};

/// What the modalities contribute to one output of a model for one segment, exactly: the Harsanyi dividends
/// (Möbius terms) of the eight predictions in which each modality is present or absent, and the Shapley
/// values (Harsanyi 1963, Shapley 1953). A modality that the model does not take has terms of 0.
class InteractionMap {
public:
    /// @param values  f(S) by coalition: the prediction with the modalities of S, the others absent
    explicit InteractionMap(const std::array<double, kCoalitions>& values);

    double value(Coalition coalition) const { return m_values[coalition]; }
    /// m(S) = Σ over R ⊆ S of (−1)^(|S| − |R|) f(R). That of the empty set is f(∅).
    double term(Coalition coalition) const { return m_terms[coalition]; }
    /// f(all) − f(∅), the sum of the seven terms.
    double total() const { return m_values[kEverything] - m_values[0]; }
    /// T: the sum of the sizes of the seven terms.
    double size() const;
    /// |Σ m(S) − (f(all) − f(∅))|: what rounding leaves.
    double error() const;

    /// Σ over the three is total().
    double shapley(Modality modality) const;
    /// The Shapley interaction index of a pair (Grabisch & Roubens 1999): m(ij) + ½ m(tav).
    double pairIndex(Coalition pair) const;
    /// |φ| of each modality by the sum of all three; thirds when all are 0.
    std::array<double, allModalities.size()> shares() const;

    struct Verdict {
        InteractionClass kind = InteractionClass::Flat;
        std::vector<Coalition> of; ///< coalitions whose terms make it so, the largest first; none for Flat

        friend bool operator==(const Verdict&, const Verdict&) = default;
    };
    /// @param range  from the least to the greatest output on the training fold
    Verdict verdict(double range, const InteractionBounds& bounds = kInteractionBounds) const;

    friend bool operator==(const InteractionMap&, const InteractionMap&) = default;

private:
    std::array<double, kCoalitions> m_values;
    std::array<double, kCoalitions> m_terms{};
};

}
