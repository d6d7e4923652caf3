#pragma once

#include <QString>

class QWidget;

namespace app {

/// Asks where a new file is to lie. The suffix is there before the person is asked whether to replace one.
/// @param suffix  without its dot. @return empty when they changed their mind
QString askForNewFile(QWidget* window, const QString& title, const QString& proposal, const QString& filter,
                      const QString& suffix);

}
