#pragma once

#include "engine/annotation/layers.h"
#include "widgets/review/value_editor.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace widgets {

/// The segment in hand: what the annotator says of it, and, once that counts, what the others said.
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
    };
    struct Content {
        QString place; ///< identifies the segment; when it changes, all fields are filled again
        QString pass; ///< `anna · pass 2 · blind`
        QString title; ///< `talk1 · segment 2 of 4`
        QString reason;
        bool needsAttention = false; ///< the reason is something wrong
        QString text; ///< the words; empty: the pass hides them
        std::vector<engine::LabelScheme> labels;
        std::map<std::string, engine::LabelValue> values; ///< given so far
        std::optional<double> confidence;
        QString comment;
        bool isFlagged = false;
        bool isDone = false;
        bool isHiding = true; ///< others are not shown yet
        bool isOpen = false; ///< the pass hides nothing: what others said comes first
        bool isEditable = true; ///< its video is there
        std::vector<Other> others;
        QString mode; ///< which label keys give now; empty: the first
    };
    void setContent(const Content& content);
    void editComment(); ///< gives it the keyboard
    void finishEditing(); ///< takes the text that is being typed as it is

signals:
    void valueChosen(const QString& label, const std::optional<widgets::ValueEditor::Value>& value);
    void confidenceChosen(double confidence);
    void commentEdited(const QString& comment);
    void flagRequested();
    void commitRequested();
    void peekRequested(bool peeking);
    void leaveRequested();

private:
    void makeLabels(const std::vector<engine::LabelScheme>& labels);
    void showOthers(const Content& content);
    QWidget* makeConfidence();
    QWidget* makeButtons();

    std::vector<engine::LabelScheme> m_labels;
    QString m_place;
    QLabel* m_pass;
    QLabel* m_title;
    QLabel* m_reason;
    QLabel* m_text;
    QVBoxLayout* m_scales;
    std::vector<ValueEditor*> m_editors;
    std::vector<QToolButton*> m_confidence;
    QLineEdit* m_comment;
    QLabel* m_othersHead;
    QVBoxLayout* m_others;
    QVBoxLayout* m_column;
    QWidget* m_othersBox;
    QPushButton* m_commit;
    QPushButton* m_flag;
    QPushButton* m_peek;
};

}
