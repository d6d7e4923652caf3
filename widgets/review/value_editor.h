#pragma once

#include "engine/annotation/tier.h"
#include "widgets/base/word_chips.h"

#include <QWidget>

#include <optional>
#include <variant>

class QAbstractButton;
class QDoubleSpinBox;
class QLineEdit;

namespace widgets {

class ValueScale;

/// One label of a segment, by its scale: buttons for steps and terms, a number for what lies between, a line
/// for text, chips for a set of words.
class ValueEditor : public QWidget {
    Q_OBJECT
public:
    using Value = std::variant<double, std::string>;

    /// @param isFirst  it is the widest, with the keys of its steps
    ValueEditor(const engine::LabelScheme& label, bool isFirst, QWidget* parent = nullptr);
    void setValue(const std::optional<Value>& value); // never emits
    void setWordLooks(const WordLooks& looks); ///< of the words of a set
    void setLetter(QChar letter); ///< that chooses the label in label mode

signals:
    /// @param value  absent: the value is removed
    void chosen(const QString& label, const std::optional<widgets::ValueEditor::Value>& value);
    void writingEnded(); ///< a field of words was left by a key: the keyboard is free

private:
    void makeScale(const engine::NumberScale& scale, bool isFirst);
    void makeNumber(const engine::NumberScale& scale);
    void makeTerms(const engine::Vocabulary& vocabulary, bool isFirst);
    void makeText();
    void makeWords(const engine::WordList& list, bool isFirst);
    void announce(const std::optional<Value>& value) { emit chosen(m_name, value); }

    QString m_name;
    std::optional<Value> m_value;
    ValueScale* m_scale = nullptr;
    QDoubleSpinBox* m_number = nullptr;
    std::vector<QAbstractButton*> m_terms;
    QLineEdit* m_text = nullptr;
    WordChips* m_words = nullptr;
};

}
