#pragma once

#include "app/document/completion_draft.h"

#include <cstdint>

namespace app {

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
ValueOrigin originOf(const engine::Segment& segment, const std::string& label);

/// The change that takes over one row after a person looked at it. @param value  absent: the suggested one
engine::Change acceptRow(const engine::Annotation& annotation, const std::string& video,
                         const CompletionDraft& draft, std::size_t row,
                         const std::optional<std::variant<double, std::string>>& value, const AcceptedBy& by);

/// The change that takes over all open rows with at least the draft's threshold, unseen. Each value's
/// provenance tells that, how it came to be, and how sure it was.
engine::Change acceptSureRows(const engine::Annotation& annotation, const std::string& video,
                              const CompletionDraft& draft, const AcceptedBy& by);

/// The change that does not offer a row again.
engine::Change rejectRow(const engine::Annotation& annotation, const std::string& video,
                         const CompletionDraft& draft, std::size_t row, std::int64_t when);

}
