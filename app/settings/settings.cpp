#include "app/settings/settings.h"

#include <QSettings>

namespace app {

namespace {

constexpr qsizetype kMostRecent = 10;
constexpr int kLayoutVersion = 1; // of the docks; another one is not restored
const QString kRecent = QStringLiteral("recent");
const QString kTheme = QStringLiteral("theme");
const QString kGeometry = QStringLiteral("window/geometry");
const QString kLayout = QStringLiteral("window/layout%1").arg(kLayoutVersion);

}

QStringList Settings::recent() const { return QSettings().value(kRecent).toStringList(); }

void Settings::addRecent(const QStringList& paths)
{
    const QString entry = paths.join(QLatin1Char('\n'));
    QStringList entries = recent();
    entries.removeAll(entry);
    entries.prepend(entry);
    QSettings().setValue(kRecent, entries.mid(0, kMostRecent));
}

QStringList Settings::split(const QString& recent) { return recent.split(QLatin1Char('\n')); }

ThemeChoice Settings::theme() const
{
    const QString name = QSettings().value(kTheme).toString();
    return name == QLatin1String("dark") ? ThemeChoice::Dark : name == QLatin1String("light") ? ThemeChoice::Light : ThemeChoice::System;
}

void Settings::setTheme(ThemeChoice theme)
{
    QSettings().setValue(kTheme, theme == ThemeChoice::Dark ? QStringLiteral("dark")
                                     : theme == ThemeChoice::Light ? QStringLiteral("light") : QStringLiteral("system"));
}

QByteArray Settings::geometry() const { return QSettings().value(kGeometry).toByteArray(); }

QByteArray Settings::layout() const { return QSettings().value(kLayout).toByteArray(); }

void Settings::saveWindow(const QByteArray& geometry, const QByteArray& layout)
{
    QSettings settings;
    settings.setValue(kGeometry, geometry);
    settings.setValue(kLayout, layout);
}

}
