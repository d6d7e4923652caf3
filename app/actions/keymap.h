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

/// The keys of a text such as `Space; K`: portable, separated by `; `.
QList<QKeySequence> keysOf(const QString& keys);
QList<QKeySequence> keysOf(const char* keys);

/// The keys with other ones: of another program, or a person's own. A key that these give to one action is
/// taken from the others.
Keymap withOwn(Keymap map, const Keymap& own);

/// The action that has this key already; absent: none has it.
std::optional<QString> holderOf(const Keymap& map, const QKeySequence& key, const QString& except);

/// `play=Space; K` per line, portable: how a person's own keys are kept.
QStringList toLines(const Keymap& map);
Keymap fromLines(const QStringList& lines); ///< what cannot be read is left out

}
