#pragma once

#include "widgets/review/answer_content.h"
#include "widgets/review/value_editor.h"

#include <QWidget>

#include <array>
#include <optional>

class QLabel;
class QPushButton;
class QScrollArea;

namespace widgets {

class AnswerLabels;
class CommentField;
class ConfidenceBar;
class FoldSection;
class OthersSection;
class SectionFolder;
class SegmentWords;

/// The segment in hand, in the order of work: its words, the scale, other labels, confidence, comment, what
/// the others said, and the buttons that commit. Where the height is not enough, others, comment and
/// confidence fold away in this order; the buttons stay.
class AnswerPanel : public QWidget {
    Q_OBJECT
public:
    explicit AnswerPanel(QWidget* parent = nullptr);

    using Content = AnswerContent;
    using Other = OtherAnswer;
    /// The keys that the controls name.
    struct Keys {
        QString commit = QStringLiteral("⏎");
        QString flag = QStringLiteral("⇧F");
        QString peek = QStringLiteral("T");
        QString skip = QStringLiteral("Ctrl+⏎");
        QString again = QStringLiteral("Ctrl+⇧Space");
        QString comment = QStringLiteral("C");
        QString none = QStringLiteral("0");
        QString letters = QStringLiteral("E");
        std::array<QString, 3> confidence
            = {QStringLiteral("⇧1"), QStringLiteral("⇧2"), QStringLiteral("⇧3")};
        friend bool operator==(const Keys&, const Keys&) = default;
    };
    void setKeys(const Keys& keys);
    void setWordLooks(const WordLooks& looks); ///< of words of sets
    void setContent(const Content& content);
    /// Marks the word that is being said. @param word  its place among the words; absent: none of them
    void setSpoken(std::optional<qsizetype> word);
    void editComment(); ///< shows the field and gives it the keyboard
    void finishEditing(); ///< takes the text that is being typed as it is
    QWidget& othersView() const; ///< where the views of others stand

signals:
    void valueChosen(const QString& label, const std::optional<widgets::ValueEditor::Value>& value);
    void confidenceChosen(double confidence);
    void commentEdited(const QString& comment);
    void flagRequested();
    void commitRequested();
    void skipRequested(); ///< to the next one, without an answer
    void againRequested(); ///< the segment is to be played again
    void writingEnded(); ///< the comment was left by a key: the keyboard is free
    void peekRequested(bool peeking);
    void leaveRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makePage();
    QWidget* makeButtons();
    void connectSections();
    void showKeys();

    bool m_isCorrected = false; ///< the right value is shown
    Keys m_keys;
    QString m_place;
    QLabel* m_pass;
    QLabel* m_title;
    QLabel* m_question;
    QLabel* m_reason;
    SegmentWords* m_words;
    QScrollArea* m_area;
    AnswerLabels* m_labels;
    ConfidenceBar* m_confidence;
    CommentField* m_comment;
    FoldSection* m_commentSection;
    OthersSection* m_others;
    SectionFolder* m_folder = nullptr;
    QPushButton* m_commit = nullptr;
    QPushButton* m_flag = nullptr;
    QPushButton* m_skip = nullptr;
};

}
