#include "app/settings/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace app {

namespace {

QString systemLanguage()
{
    const QString name = QLocale::system().name(); // de_AT
    for (const QString& language : languages()) {
        if (name.startsWith(language) || name.section(QLatin1Char('_'), 0, 0) == language)
            return language;
    }
    return QStringLiteral("en");
}

/// Whether dates and numbers are written as in this language. That of programs writes as English does.
bool isOf(const QLocale& locale, const QString& language)
{
    return locale.language() == QLocale::C ? language == QLatin1String("en")
                                           : locale.language() == QLocale(language).language();
}

}

QStringList languages()
{
    return {QStringLiteral("en"), QStringLiteral("de"), QStringLiteral("zh_CN")};
}

QString languageTitle(const QString& language)
{
    return language == QLatin1String("de")   ? QStringLiteral("Deutsch")
        : language == QLatin1String("zh_CN") ? QStringLiteral("简体中文")
                                             : QStringLiteral("English");
}

void speak(QCoreApplication& application, const QString& language)
{
    const QString spoken = languages().contains(language) ? language : systemLanguage();
    if (!isOf(QLocale::system(), spoken))
        QLocale::setDefault(QLocale(spoken)); // names of months, marks in numbers
    auto* own = new QTranslator(&application); // English, too: its plural forms
    if (own->load(QStringLiteral(":/i18n/polylogue_%1.qm").arg(spoken)))
        QCoreApplication::installTranslator(own);
    auto* dialogs = new QTranslator(&application);
    if (spoken != QLatin1String("en")
        && dialogs->load(QStringLiteral("qtbase_") + spoken,
                         QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(dialogs);
}

}
