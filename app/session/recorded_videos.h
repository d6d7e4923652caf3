#pragma once

#include "app/document/tier_views.h"

#include <QString>

#include <functional>
#include <set>

class QObject;

namespace app {

class Session;

/// Gives the document the words or labels of videos that were not opened yet, so that an edit can reach them.
/// What the edit does not touch stays in its file. Reads in the background where it has to, then calls `then`
/// on the GUI thread, unless another dataset was opened. A message says what could not be read, and that
/// reading was stopped.
/// @param title     of the job
/// @param tiers     `kWordsTier`, `kLabelsTier` or both; other tiers are in no file
/// @param videos    those that the dataset does not have are passed over
/// @param receiver  when it is destroyed, `then` is not called
void withRecorded(Session& session, const QString& title, const std::set<TierName>& tiers,
                  const std::set<std::string>& videos, QObject* receiver, const std::function<void()>& then);

/// All videos of the open dataset.
std::set<std::string> videosOf(const Session& session);

}
