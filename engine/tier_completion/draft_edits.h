#pragma once

#include "engine/tier_completion/completion_draft.h"

#include <cstdint>

namespace engine {

/// Who accepts, when, and what could be seen and heard.
struct AcceptedBy {
    std::string annotator;
    std::int64_t when = 0; ///< milliseconds since 1970, UTC
    std::string visible;
};

/// Where a value, or a segment without labels, comes from.
enum class ValueOrigin {
    Person,
    Confirmed, ///< suggested, and a person looked at it
    Unseen ///< accepted with all that were sure enough
};

/// @param label  empty: of the segment itself
ValueOrigin originOf(const Segment& segment, const std::string& label);

/// The change that takes over one row after a person looked at it. @param value  absent: the suggested one
Change acceptRow(const Annotation& annotation, const std::string& video, const CompletionDraft& draft,
                 std::size_t row, const std::optional<std::variant<double, std::string>>& value,
                 const AcceptedBy& by);

/// The change that takes over all open rows with at least the draft's threshold, unseen. Each value's
/// provenance tells that, how it came to be, and how sure it was.
Change acceptSureRows(const Annotation& annotation, const std::string& video, const CompletionDraft& draft,
                      const AcceptedBy& by);

/// The change that does not offer a row again.
Change rejectRow(const Annotation& annotation, const std::string& video, const CompletionDraft& draft,
                 std::size_t row, std::int64_t when);

}
