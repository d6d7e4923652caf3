#pragma once

#include "app/document/tier_views.h"

#include <QString>

#include <functional>
#include <set>

class QObject;

namespace app {

class Session;

/// Makes words or labels of videos that nobody opened yet known to the document, as their files have them, so
/// that an edit can reach them; those that it does not touch stay in their files. Reads in the background
/// where it has to; then calls `then`, on the thread of the window, unless another dataset was opened. What
/// cannot be read is left out, and told; so is that it was stopped.
/// @param title     of the job
/// @param tiers     of `kWordsTier` and `kLabelsTier`; others are in no file
/// @param videos    those that the dataset does not have are passed over
/// @param receiver  nothing is called when it is gone
void withRecorded(Session& session, const QString& title, const std::set<TierName>& tiers,
                  const std::set<std::string>& videos, QObject* receiver, const std::function<void()>& then);

/// All videos of the open dataset.
std::set<std::string> videosOf(const Session& session);

}
