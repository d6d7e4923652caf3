#pragma once

#include "engine/alignment/video_part.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// What replaces missing rows. Mean, linear, hold and nearest use the measured rows that the sequence has
/// elsewhere in the same video; without any they give zeros.
enum class Fill {
    Zeros,
    Ones,
    Mean, ///< of all rows, per dimension
    Linear, ///< between the rows before and after, by the intervals' centres; the nearer one at the ends
    Hold, ///< the last row before; at the beginning, the first row after
    Nearest ///< the row whose interval lies nearest; the earlier of two
};

/// The fill of that name (`zeros`, …). @throws FormatError (`recipe_invalid`) listing the known fills.
Fill parseFill(const std::string& name);
std::string name(Fill fill);

/// Where to fill in, and with what. Stored in recipes.
struct ImputeStep {
    std::string reference; ///< key of the sequence whose ids all others should have
    std::map<std::string, Fill> fill; ///< by sequence; `*` for the rest; none: zeros

    Fill fillFor(const std::string& key) const;
    friend bool operator==(const ImputeStep&, const ImputeStep&) = default;
};

/// Type and trailing extents of a sequence's rows.
struct RowPattern {
    ElementType type = ElementType::Float32;
    std::vector<std::size_t> extents; ///< of one row
};

/// `count` rows of that pattern: zeros, or empty texts.
FeatureArray blankRows(const RowPattern& pattern, std::size_t count);

/// Gives every sequence that lacks an id of the reference that id, with the reference's intervals and filled
/// features of its own type and width. Filled rows are marked.
/// @param patterns  per sequence, in the part's order; absent for sequences that have no entry in any video,
/// which
///                  stay empty
/// @return          how many rows were filled, by sequence
/// @throws FormatError (`unknown_reference`), ShapeError (`data_invalid`) for text.
std::map<std::string, std::size_t> impute(VideoPart& part, const ImputeStep& step,
                                          const std::vector<std::optional<RowPattern>>& patterns);

}
