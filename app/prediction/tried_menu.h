#pragma once

#include "app/document/tried_items.h"
#include "app/prediction/tried_input.h"

#include <QStringList>

#include <functional>

class QMenu;

namespace app {

class LivePrediction;

/// What was tried, in a person's words: `without “perfect”`, `the voice 0.2 s later`.
QString nameOf(const Tried& tried, const SegmentInSight& segment, const Document& document);

/// Fills a menu with what can be tried of the segment in sight. @param take  is called with what is chosen
void fillTriedMenu(QMenu& menu, const SegmentInSight& segment, const Document& document,
                   const LivePrediction& prediction, const std::function<void(const Tried&)>& take);

}
