#pragma once

#include <QString>
#include <QStringList>

class QCoreApplication;

namespace app {

/// `en`, `de`, `zh_CN`: languages that the window speaks.
QStringList languages();
QString languageTitle(const QString& language); ///< in itself: `Deutsch`

/// Has the program, Qt's own dialogs, dates and numbers, speak a language from now on. @param language empty:
/// the system's where it is one of ours, else English
void speak(QCoreApplication& application, const QString& language);

}
