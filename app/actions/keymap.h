#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>

namespace app {

/// Which keys call which actions. An action that is not in it has none.
using Keymap = std::map<QString, QList<QKeySequence>>;

/// Keymaps that people's hands know: `default`, `elan`, `praat`, `nle` (Kdenlive and other video editors).
QStringList keymapNames();
QString keymapTitle(const QString& name);

/// @param defaults  what the actions have by themselves
/// @return          the same with the keys of that preset; where it gives a key to one action, the others
/// lose it
Keymap keymapOf(const QString& name, const Keymap& defaults);

/// The same with a person's own keys, which others lose, too.
Keymap withOwn(Keymap map, const Keymap& own);

/// The action that has this key already; absent: nobody.
std::optional<QString> holderOf(const Keymap& map, const QKeySequence& key, const QString& except);

/// `play=Space; K` per line, portable: how a person's own keys are kept.
QStringList toLines(const Keymap& map);
Keymap fromLines(const QStringList& lines); ///< what cannot be read is left out

}
