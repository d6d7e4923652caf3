#pragma once

#include "engine/annotation/time_point.h"

#include <map>
#include <string>
#include <variant>
#include <vector>

namespace engine {

/// Numbers of tiers and segments; never used twice in a project. 0: none.
using TierId = std::int64_t;
using SegmentId = std::int64_t;

/// Who gave a value, when and how.
struct Provenance {
    std::string annotator;
    std::int64_t when = 0; ///< milliseconds since 1970, UTC
    int pass = 1; ///< of the annotator over the material
    std::string visible; ///< what could be seen and heard: `video+sound+text`, `text`, …

    friend bool operator==(const Provenance&, const Provenance&) = default;
};

/// One label of a segment: a number on an ordinal or continuous scale, or a term of a vocabulary, or free
/// text.
struct LabelValue {
    std::variant<double, std::string> value;
    Provenance by;

    friend bool operator==(const LabelValue&, const LabelValue&) = default;
};

/// How a segment came to lie where it lies. A project keeps these numbers.
enum class Timing {
    Timed = 0, ///< somebody, or something that listened, set its times
    Heard = 1, ///< no times: typed while the recording played, so that it begins near where it lies
    Spread = 2, ///< no times: it lies where there is room between its neighbours
    Drafted = 3 ///< timed, as a word that was guessed from the sound and that nobody has looked at
};

inline bool hasTimes(Timing timing)
{
    return timing == Timing::Timed || timing == Timing::Drafted;
}

/// An annotated span (or point) of a tier.
struct Segment {
    SegmentId id = 0;
    TierId tier = 0;
    SegmentId parent = 0; ///< in the tier's parent tier
    int order = 0; ///< among its parent's children, where these have no times of their own
    TimePoint start;
    TimePoint end;
    std::string text;
    std::map<std::string, LabelValue> values; ///< by label: `sentiment`, `happy`, `valence`
    std::optional<double> confidence; ///< 0…1
    std::string comment;
    bool flagged = false;
    std::vector<float> samples; ///< of a continuous tier, at its rate from `start` on
    int sourceRow = -1; ///< row of the tier's source sequence that it was read from; -1: made here
    Timing timing = Timing::Timed;

    std::int64_t length() const { return end.ticks - start.ticks; }
    bool isTimed() const { return hasTimes(timing); }
    friend bool operator==(const Segment&, const Segment&) = default;
};

}
