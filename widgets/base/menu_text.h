#pragma once

#include <QString>

namespace widgets {

/// A menu entry's text as it reads outside menus: `&Open` → `Open`, and `打开(&O)…`, where the letter stands
/// behind the word, → `打开…`.
QString withoutMnemonic(const QString& text);

}
