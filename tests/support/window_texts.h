#pragma once

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

class QWidget;

/// A text that a person meets in a window, or a screen reader tells, and whose it is.
struct ShownText {
    QString owner; ///< class and object name
    QString text;
};

/// Labels, buttons, tabs, fields, items, headers, actions in menus, tool tips, names for screen readers of a
/// widget and what is in it, in sight or not; without marks for mnemonics.
std::vector<ShownText> textsOf(QWidget& window);

/// Buttons, tabs, headers of tables and labels of one line in sight that are narrower than their text:
/// `QLabel name: the text`. Labels and buttons whose own width does not count for the layout have an
/// ellipsis then, and are left out.
QStringList cutOff(QWidget& window);

/// The English texts that a .ts file translates into something else.
class EnglishTexts {
public:
    explicit EnglishTexts(const QString& tsFile);

    bool contain(const QString& text) const;

private:
    QSet<QString> m_whole;
    std::vector<QRegularExpression>
        m_withPlaces; ///< of texts with %1 or %n and enough letters to know them by
};
