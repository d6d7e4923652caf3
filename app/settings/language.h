#pragma once

#include <QString>
#include <QStringList>

class QCoreApplication;

namespace app {

/// `en`, `de`, `zh_CN`: languages that the window speaks.
QStringList languages();
QString languageTitle(const QString& language); ///< the language's own name: `Deutsch`

/// Switches texts, Qt's own dialogs, dates and numbers to a language. @param language  empty: the system's
/// language where it is one of ours, else English
void speak(QCoreApplication& application, const QString& language);

}
