#pragma once

#include "app/suspects/suspect_list.h"
#include "widgets/suspects/suspect_queue.h"

namespace app {

/// How a search for suspicious labels stands, and what of it is shown.
struct SuspectStanding {
    const engine::Suspects& found;
    const SuspectList& list;
    SuspectGroup group = SuspectGroup::All;
    SuspectOrder order = SuspectOrder::Suspicion;
    QString whyNot{}; ///< why nothing may be shown; empty: it may
    std::optional<double> progress{}; ///< of the search; absent: none goes on
    bool isStopped = false; ///< a search was begun, and can go on
    QString problem{}; ///< of the last search; empty: none
};

/// What the queue says of it, in sentences.
using SuspectQueueState = widgets::SuspectQueue::State; // lupdate takes a longer name for a class of its own
SuspectQueueState suspectState(const SuspectStanding& standing);

}
