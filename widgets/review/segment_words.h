#pragma once

#include <QFrame>
#include <QStringList>

#include <optional>

class QLabel;
class QToolButton;

namespace widgets {

/// The box with the words of the segment in hand, where the word that is being said is marked, and the button
/// that plays it.
class SegmentWords : public QFrame {
    Q_OBJECT
public:
    explicit SegmentWords(QWidget* parent = nullptr);

    void setWords(const QStringList& words); ///< none: the box holds the button only
    /// @param word  its place among the words; absent, or no place of a word: no word is marked
    void setSpoken(std::optional<qsizetype> word);
    void setAgainText(const QString& text); ///< with its key

signals:
    void againRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void show();

    QLabel* m_text;
    QToolButton* m_again;
    QStringList m_words;
    std::optional<qsizetype> m_spoken;
};

}
