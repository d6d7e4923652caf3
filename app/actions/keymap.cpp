#include "app/actions/keymap.h"

#include <QCoreApplication>

namespace app {

QList<QKeySequence> keysOf(const QString& keys)
{
    QList<QKeySequence> list;
    for (const QString& key : keys.split(QStringLiteral("; "), Qt::SkipEmptyParts))
        list << QKeySequence(key, QKeySequence::PortableText);
    return list;
}

QList<QKeySequence> keysOf(const char* keys)
{
    return keysOf(QString::fromLatin1(keys));
}

QStringList keymapNames()
{
    return {QStringLiteral("default"), QStringLiteral("elan"), QStringLiteral("praat"),
            QStringLiteral("nle")};
}

QString keymapTitle(const QString& name)
{
    return name == QLatin1String("elan") ? QStringLiteral("ELAN")
        : name == QLatin1String("praat") ? QStringLiteral("Praat")
        : name == QLatin1String("nle")   ? QCoreApplication::translate("app::Keymap", "Video editor")
                                         : QCoreApplication::translate("app::Keymap", "Polylogue");
}

Keymap withOwn(Keymap map, const Keymap& own)
{
    for (const auto& [action, keys] : own) {
        for (const QKeySequence& key : keys) {
            for (auto& [other, others] : map)
                others.removeAll(key);
        }
    }
    for (const auto& [action, keys] : own) {
        if (map.contains(action))
            map[action] = keys;
    }
    return map;
}

std::optional<QString> holderOf(const Keymap& map, const QKeySequence& key, const QString& except)
{
    for (const auto& [action, keys] : map) {
        if (action != except && keys.contains(key))
            return action;
    }
    return std::nullopt;
}

QStringList toLines(const Keymap& map)
{
    QStringList lines;
    for (const auto& [action, keys] : map)
        lines << action + QLatin1Char('=') + QKeySequence::listToString(keys, QKeySequence::PortableText);
    return lines;
}

Keymap fromLines(const QStringList& lines)
{
    Keymap map;
    for (const QString& line : lines) {
        const qsizetype end = line.indexOf(QLatin1Char('='));
        if (end > 0)
            map[line.left(end)] = keysOf(line.mid(end + 1));
    }
    return map;
}

}
