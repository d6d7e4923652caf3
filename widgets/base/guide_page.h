#pragma once

class QObject;
class QString;

namespace widgets {

/// Says which page of the guide is about a panel with what lies in it, a dialog, or a command: F1 opens that
/// page.
/// @param page  its name: `training`
void setGuidePage(QObject& object, const char* page);

/// The page that an object names itself; empty: none.
QString guidePage(const QObject& object);

}
