#pragma once

#include "widgets/review/answer_content.h"
#include "widgets/review/value_editor.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace widgets {

class FoldSection;

/// The labels of the segment in hand and their values: the first label, what is right of it after an
/// exercise, the other labels with the letters that choose them.
class AnswerLabels : public QWidget {
    Q_OBJECT
public:
    explicit AnswerLabels(QWidget* parent = nullptr);

    void setContent(const AnswerContent& content); ///< never emits
    /// Keys that the heads of the sections name; empty: none.
    /// @param none     takes a value away
    /// @param letters  comes before the letter of a label
    void setKeys(const QString& none, const QString& letters);
    void setWordLooks(const WordLooks& looks); ///< of words of sets

signals:
    void valueChosen(const QString& label, const std::optional<widgets::ValueEditor::Value>& value);
    void writingEnded(); ///< as ValueEditor's

private:
    void makeLabels(const std::vector<engine::LabelScheme>& labels);
    void makeOtherLabels();
    QWidget* endsOfSentiment(const engine::NumberScale& scale);
    QFont smallFont() const;

    std::vector<engine::LabelScheme> m_labels;
    std::vector<ValueEditor*> m_editors;
    WordLooks m_looks;
    FoldSection* m_firstLabel;
    FoldSection* m_goldSection;
    GoldCard* m_gold;
    FoldSection* m_otherLabels;
};

}
