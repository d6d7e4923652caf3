#pragma once

#include "engine/annotation/annotation.h"
#include "engine/annotation/change.h"
#include "engine/annotation/tier_roles.h"
#include "engine/completion/completion.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

/// What was suggested for a half-labelled tier of a video. The project keeps it as an item until it is
/// accepted or thrown away; it is never part of the tier before.
namespace engine {

inline constexpr auto kDraftItems = "completion";

/// What there is to complete in a tier.
enum class CompletionKind {
    Values, ///< a label of segments that are there
    Segments, ///< new segments with boundaries, after the last one
    Trace ///< a continuous rating
};

/// One suggestion, and what became of it.
struct DraftRow {
    enum class State {
        Open, ///< what is accepted one by one is so, too: the tier has it then
        AcceptedUnseen, ///< with all that were sure enough
        Rejected
    };

    Interval span;
    std::variant<double, std::string> value; ///< of new segments without label: their text
    std::vector<float> samples; ///< of a continuous rating
    double confidence = 0.0;
    State state = State::Open;
    std::int64_t when = 0; ///< when the suggestion became so: milliseconds since 1970, UTC
};

struct CompletionDraft {
    TierName tier;
    CompletionKind kind = CompletionKind::Values;
    std::string label; ///< that is given; empty: the segments' text
    std::string how; ///< `ridge regression of acoustic, visual`
    double threshold = 0.8;
    double rate = 0.0; ///< samples per second
    std::vector<CheckedAnswer> checks;
    double found = 1.0; ///< of new segments: the share of a person's that were found
    std::vector<DraftRow> rows; ///< by start
};

/// The drafts of a video, by tier; an item that cannot be read counts as none.
std::map<TierName, CompletionDraft> completionDrafts(const Annotation& annotation, const std::string& video);

/// The change that keeps a draft.
Change putCompletionDraft(const Annotation& annotation, const std::string& video,
                          const CompletionDraft& draft);
Change removeCompletionDraft(const Annotation& annotation, const std::string& video, const TierName& tier);

/// The rows that are still open: nobody accepted or rejected them, and what they are for has not been
/// labelled by hand since, nor gone.
std::vector<std::size_t> openRows(const Annotation& annotation, const std::string& video,
                                  const CompletionDraft& draft);

/// A tier's segments by their ticks from start to end.
std::map<std::pair<std::int64_t, std::int64_t>, SegmentId> segmentsByTimes(const Annotation& annotation,
                                                                           TierId tier);

}
