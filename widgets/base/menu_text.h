#pragma once

#include <QString>

namespace widgets {

/// A menu entry's text as it reads outside menus: `&Open` → `Open`, and `打开(&O)…`, where the letter stands
/// behind the word, → `打开…`.
QString withoutMnemonic(const QString& text);

/// A name as the text of a button or menu entry, where `&` would stand for a mnemonic: `R&D` → `R&&D`.
QString literalText(const QString& name);

/// The same text, in which a long path can go on in the next line.
QString breakableText(QString text);

}
