#pragma once

#include "engine/annotation/layers.h"
#include "widgets/review/gold_card.h"
#include "widgets/review/value_editor.h"

#include <QTimer>
#include <QWidget>

#include <array>
#include <optional>
#include <utility>
#include <vector>

class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace widgets {

class CommentField;
class FoldSection;
class HiddenVotes;
class SegmentWords;

/// The segment in hand, in the order of work: its words, the scale, other labels, confidence, comment, what
/// the others said, and the buttons that commit. Where the height is not enough, others, comment and
/// confidence fold away in this order; the buttons stay.
class AnswerPanel : public QWidget {
    Q_OBJECT
public:
    explicit AnswerPanel(QWidget* parent = nullptr);

    /// What somebody else said, or a model.
    struct Other {
        QString who;
        QString value; ///< of the first label
        QString detail; ///< other labels, confidence, comment
        bool isModel = false;
        std::optional<double> number = {}; ///< the value, where the first label has numbers
    };
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
    struct Content {
        QString place; ///< identifies the segment; when it changes, all fields are filled again
        QString pass; ///< `anna · pass 2 · blind`
        QString title; ///< `talk1 · segment 2 of 4`
        QString reason;
        bool needsAttention = false; ///< the reason is something wrong
        QStringList words; ///< none: the pass hides them
        std::vector<engine::LabelScheme> labels;
        std::map<std::string, engine::LabelValue> values; ///< given so far
        std::optional<double> confidence;
        QString comment;
        bool isFlagged = false;
        bool isDone = false;
        bool isHiding = true; ///< others are not shown yet
        bool isOpen = false; ///< the pass hides nothing: what others said comes first
        bool isEditable = true; ///< the video is there
        std::vector<Other> others; ///< none while they are hidden
        int hiddenAnswers = 0; ///< how many people's answers are hidden
        int hiddenPredictions = 0; ///< and how many models'
        QString othersNote; ///< `mean +2 · spread 1`; empty: nothing to tell
        /// What is right, after an exercise on a gold item: the answer stays as it is then.
        std::optional<GoldCard::Content> gold = {};
        QString mode; ///< which label keys give now; empty: the first
    };
    void setContent(const Content& content);
    /// Marks the word that is being said. @param word  its place among the words; absent: none of them
    void setSpoken(std::optional<qsizetype> word);
    void editComment(); ///< shows the field and gives it the keyboard
    void finishEditing(); ///< takes the text that is being typed as it is

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
    QWidget* makeConfidence();
    QWidget* makeButtons();
    void makeLabels(const std::vector<engine::LabelScheme>& labels);
    QWidget* endsOfSentiment();
    QFont smallFont() const;
    void makeOtherLabels();
    void connectSections();
    void showOthers(const Content& content);
    QWidget* lineOf(const Other& other);
    void showKeys();
    void foldToFit();

    bool m_isCorrected = false; ///< the right value is shown
    std::vector<engine::LabelScheme> m_labels;
    Keys m_keys;
    QString m_place;
    QLabel* m_pass;
    QLabel* m_title;
    QLabel* m_reason;
    SegmentWords* m_words;
    QScrollArea* m_area;
    FoldSection* m_firstLabel;
    FoldSection* m_goldSection;
    GoldCard* m_gold;
    FoldSection* m_otherLabels;
    FoldSection* m_confidenceSection;
    FoldSection* m_commentSection;
    FoldSection* m_othersSection;
    /// Those that fold by themselves, from the bottom, and how a person wished each.
    std::vector<std::pair<FoldSection*, std::optional<bool>>> m_folding;
    std::vector<ValueEditor*> m_editors;
    std::vector<QToolButton*> m_confidence;
    CommentField* m_comment;
    QPushButton* m_commit = nullptr;
    QPushButton* m_flag = nullptr;
    QPushButton* m_skip = nullptr;
    HiddenVotes* m_hidden; ///< in the place of what others said
    QToolButton* m_hideAgain; ///< ends a peek
    QTimer m_fit; ///< folds once what was shown has its sizes
    bool m_showsComment = false; ///< the comment is to be scrolled to
};

}
