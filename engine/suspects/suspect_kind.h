#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace engine {

/// What may be wrong with a segment: its label, or its data.
enum class SuspectKind {
    None, ///< nothing is likely to be
    Flip, ///< the label has the other sign
    OffByTwo, ///< the label is two too high or too low (a third of the scale)
    Uniform, ///< the label is another one
    Shift, ///< the label is that of the segment before or behind, as of a run of segments
    Annotator, ///< one of several raters judged otherwise than the others, and moved the label
    Swap, ///< the segment and a neighbour have each other's label
    LateSound, ///< the sound comes late, or early
    OtherFace, ///< the face is of another segment
    WordEdge ///< a word begins or ends elsewhere
};

inline constexpr std::array<std::string_view, 10> kSuspectKindNames{
    "none",      "flip", "off_by_two", "uniform",    "shift",
    "annotator", "swap", "late_sound", "other_face", "word_edge"};
inline constexpr std::size_t kSuspectKinds = kSuspectKindNames.size();

constexpr std::string_view name(SuspectKind kind)
{
    return kSuspectKindNames[static_cast<std::size_t>(kind)];
}

constexpr std::optional<SuspectKind> suspectKindFrom(std::string_view text)
{
    for (std::size_t kind = 0; kind < kSuspectKinds; ++kind) {
        if (kSuspectKindNames[kind] == text)
            return static_cast<SuspectKind>(kind);
    }
    return std::nullopt;
}

}
