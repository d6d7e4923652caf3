#pragma once

#include "app/suspects/suspect_list.h"
#include "engine/suspects/suspect_kind.h"
#include "widgets/suspects/suspect_queue.h"

#include <QString>

namespace app {

/// What is wrong, to be seen at a glance: `sign flipped`.
QString kindText(engine::SuspectKind kind, bool isOfClasses);
/// What that means, in a sentence.
QString kindTip(engine::SuspectKind kind, bool isOfClasses);
QString verdictText(Verdict verdict); ///< `kept`
/// Whether the data are wrong rather than the label.
bool isOfData(engine::SuspectKind kind);

/// The groups with how many each has left, for the queue.
std::vector<widgets::SuspectQueue::Group> suspectGroups(const SuspectList& list);
/// `found: 3 corrected, 2 accepted`, and how many of those that were looked at were wrong; empty: none was.
QString verdictsText(const SuspectList& list);

}
