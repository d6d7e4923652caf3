#pragma once

#include <QColor>
#include <QWidget>

#include <functional>
#include <map>
#include <optional>

class QLineEdit;
class QToolButton;

namespace widgets {

/// How a word looks, and what is said of it.
struct WordLook {
    QColor colour;
    QString tip; ///< a clause: `joy on the first wheel`
};
/// Absent: nothing is known of the word.
using WordLooks = std::function<std::optional<WordLook>(const QString& word)>;

/// A set of words as chips, each taken away by a click, and a field in which further ones are typed, with
/// completion. No word at all is an answer as well, by a button of its own; it is other than no answer.
class WordChips : public QWidget {
    Q_OBJECT
public:
    /// @param label  what the words are of, for screen readers
    explicit WordChips(const QString& label, QWidget* parent = nullptr);

    /// @param words     that are proposed while a person types, in any case of letters
    /// @param isClosed  no others are taken
    /// @param colours   of some of them, by the word in small letters
    void setList(const QStringList& words, bool isClosed, std::map<QString, QColor> colours = {});
    /// Of words without a colour of their own. @param looks  may be empty
    void setLooks(WordLooks looks);
    void setMost(int words) { m_most = words; } ///< of a set
    /// @param words  absent: no answer; empty: none of all words. Never emits.
    void setWords(const std::optional<QStringList>& words);
    const std::optional<QStringList>& words() const { return m_words; }

signals:
    void chosen(const std::optional<QStringList>& words); ///< by a person; absent: the answer is taken away
    void ended(); ///< Enter or Escape in the empty field: the keyboard is free

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void announce(const std::optional<QStringList>& words);
    void takeTyped();
    void removeWord(const QString& word);
    void showWords();
    QToolButton* chipFor(const QString& word);

    QString m_label;
    QStringList m_list;
    bool m_isClosed = false;
    std::map<QString, QColor> m_colours;
    WordLooks m_looks;
    int m_most = 8;
    std::optional<QStringList> m_words;
    QWidget* m_chips; ///< lies in lines as words do
    QLineEdit* m_field;
    QToolButton* m_none;
};

}
