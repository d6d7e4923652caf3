#include "app/actions/keymap.h"

#include <QCoreApplication>

#include <array>

namespace app {

namespace {

struct Key {
    const char* action;
    const char* keys; ///< several are separated by `; `
};

// What differs from the default; see the manuals of ELAN, Praat and Kdenlive.
constexpr std::array kElan{
    Key{"play", "Ctrl+Space"},
    Key{"play-span", "Shift+Space"},
    Key{"play-around", "Ctrl+Shift+Space"},
    Key{"step-back", "Ctrl+Left"},
    Key{"step-forward", "Ctrl+Right"},
    Key{"previous-word-edge", "Ctrl+Shift+Left"},
    Key{"next-word-edge", "Ctrl+Shift+Right"},
    Key{"go-to-start", "Ctrl+B"},
    Key{"go-to-end", "Ctrl+E"},
    Key{"new-segment", "Alt+N"},
    Key{"delete-segment", "Alt+D"},
    Key{"tier-above", "Ctrl+Up"},
    Key{"tier-below", "Ctrl+Down"},
    Key{"previous-entry", "Ctrl+PgUp"},
    Key{"next-entry", "Ctrl+PgDown"},
    Key{"export-words", "Ctrl+Shift+E"},
};
constexpr std::array kPraat{
    Key{"zoom-in", "Ctrl+I"},
    Key{"zoom-out", "Ctrl+O"},
    Key{"zoom-segment", "Ctrl+N"},
    Key{"zoom-all", "Ctrl+A"},
    Key{"split", "Ctrl+Return"}, // Return and Tab stay with the fields that need them
    Key{"delete-segment", "Alt+Backspace"},
    Key{"tier-above", "Alt+Up"},
    Key{"tier-below", "Alt+Down"},
    Key{"open-files", "Ctrl+Shift+O"},
    Key{"open-folder", "Ctrl+Alt+O"},
};
constexpr std::array kNle{
    Key{"play", "Space; K"},
    Key{"slower", "J"},
    Key{"faster", "L"},
    Key{"loop", "Ctrl+L"},
    Key{"set-start", "I"},
    Key{"set-end", "O"},
    Key{"split", "Shift+R"},
    Key{"previous-segment", "Alt+Left"},
    Key{"next-segment", "Alt+Right"},
    Key{"show-imputed", "Shift+I"},
};

QList<QKeySequence> parsed(const QString& keys)
{
    QList<QKeySequence> list;
    for (const QString& key : keys.split(QStringLiteral("; "), Qt::SkipEmptyParts))
        list << QKeySequence(key, QKeySequence::PortableText);
    return list;
}

template <std::size_t N>
Keymap mapOf(const std::array<Key, N>& rows)
{
    Keymap map;
    for (const Key& row : rows)
        map[QLatin1String(row.action)] = parsed(QLatin1String(row.keys));
    return map;
}

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

Keymap keymapOf(const QString& name, const Keymap& defaults)
{
    const Keymap own = name == QLatin1String("elan") ? mapOf(kElan)
        : name == QLatin1String("praat")             ? mapOf(kPraat)
        : name == QLatin1String("nle")               ? mapOf(kNle)
                                                     : Keymap();
    return withOwn(defaults, own);
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
            map[line.left(end)] = parsed(line.mid(end + 1));
    }
    return map;
}

}
