#pragma once

#include <optional>

class QKeyEvent;

namespace widgets {

/// The digit of a key of the keypad, or of the row above the letters, whatever that key types on this
/// keyboard, with and without Shift: on a French keyboard it types `&` and `1`. Absent: it is another key.
std::optional<int> digitOf(const QKeyEvent& event);
/// The same for a key that is pressed without Shift, Ctrl, Alt and Meta.
std::optional<int> plainDigitOf(const QKeyEvent& event);
/// Whether AltGr is down.
bool hasAltGr(const QKeyEvent& event);

}
