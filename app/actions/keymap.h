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

/// @param defaults  the keys of the table of actions
/// @return          the keys with that preset; a key that it gives to one action is taken from the others
Keymap keymapOf(const QString& name, const Keymap& defaults);

/// The keys with a person's own ones. A key that these give to one action is taken from the others.
Keymap withOwn(Keymap map, const Keymap& own);

/// The action that has this key already; absent: none has it.
std::optional<QString> holderOf(const Keymap& map, const QKeySequence& key, const QString& except);

/// `play=Space; K` per line, portable: how a person's own keys are kept.
QStringList toLines(const Keymap& map);
Keymap fromLines(const QStringList& lines); ///< what cannot be read is left out

}
