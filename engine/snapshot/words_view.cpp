#include "engine/snapshot/words_view.h"

#include <cmath>

namespace engine {

WordsView wordsView(const Annotation& annotation, const Tier* tier)
{
    WordsView view;
    if (!tier)
        return view;
    for (const IntervalIndex::Entry& entry : annotation.byTime(tier->id).all()) {
        const Segment& segment = *annotation.segment(entry.id);
        view.text.intervals.push_back({segment.start.seconds(), segment.end.seconds()});
        view.text.texts.push_back(segment.text);
        view.ids.push_back(entry.id);
        view.timed.push_back(segment.isTimed());
        view.confidence.push_back(segment.confidence.value_or(std::nan("")));
        view.doubtful.push_back(segment.flagged && segment.isTimed());
        view.draft.push_back(segment.timing == Timing::Drafted);
        view.rows.push_back(segment.sourceRow < 0 ? WordTimes::kNoRow
                                                  : static_cast<std::size_t>(segment.sourceRow));
    }
    return view;
}

}
