#include "widgets/review/value_editor.h"

#include "engine/annotation/word_sets.h"
#include "widgets/base/menu_text.h"
#include "widgets/base/number_box.h"
#include "widgets/base/theme.h"
#include "widgets/base/value_scale.h"
#include "widgets/base/word_chips.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr std::size_t kDigits = 7; // keys that give values of the first label
constexpr int kTermsPerRow = 4; // at most
constexpr int kTermRoom = 300; // in a narrow panel; longer names have fewer in a row

/// Scales of files have no steps, since their values are means; people give whole ones.
bool isInSteps(const engine::NumberScale& scale)
{
    const bool isWhole = scale.step == 1.0 || (scale.step == 0.0 && scale.greatest - scale.least >= 3.0);
    return isWhole && scale.greatest - scale.least < ValueScale::kMostSteps
        && scale.least == std::round(scale.least);
}

QLabel* nameLabel(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(name, parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

}

ValueEditor::ValueEditor(const engine::LabelScheme& label, bool isFirst, QWidget* parent)
    : QWidget(parent)
    , m_name(QString::fromStdString(label.name))
{
    setObjectName(m_name + QStringLiteral("Value"));
    if (const auto* scale = std::get_if<engine::NumberScale>(&label.scale)) {
        if (isInSteps(*scale))
            makeScale(*scale, isFirst);
        else
            makeNumber(*scale);
    } else if (const auto* vocabulary = std::get_if<engine::Vocabulary>(&label.scale)) {
        makeTerms(*vocabulary, isFirst);
    } else if (const engine::WordList* list = engine::wordListOf(label)) {
        makeWords(*list, isFirst);
    } else {
        makeText();
    }
}

void ValueEditor::makeScale(const engine::NumberScale& scale, bool isFirst)
{
    auto* row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    const bool isWide = isFirst && scale.greatest - scale.least < 8;
    m_scale = new ValueScale(m_name, static_cast<int>(scale.least), static_cast<int>(scale.greatest),
                             isWide ? ValueScale::Style::Wide : ValueScale::Style::Row, this);
    connect(m_scale, &ValueScale::chosen, this, [this](const QString&, std::optional<double> value) {
        announce(value ? std::optional<Value>(*value) : std::nullopt);
    });
    row->addWidget(m_scale);
}

void ValueEditor::makeNumber(const engine::NumberScale& scale)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(nameLabel(m_name, this), 1);
    m_number = new NumberBox(this);
    m_number->setAccessibleName(m_name);
    m_number->setKeyboardTracking(false);
    const double step = scale.step > 0 ? scale.step : (scale.greatest - scale.least) / 100;
    m_number->setDecimals(std::max(0, static_cast<int>(std::ceil(-std::log10(step)))));
    m_number->setRange(scale.least - step, scale.greatest); // the least stands for no value
    m_number->setSingleStep(step);
    m_number->setSpecialValueText(tr("–"));
    m_number->setValue(m_number->minimum());
    connect(m_number, &QDoubleSpinBox::valueChanged, this, [this, least = scale.least](double value) {
        announce(value < least ? std::nullopt : std::optional<Value>(value));
    });
    row->addWidget(m_number);
}

void ValueEditor::makeTerms(const engine::Vocabulary& vocabulary, bool isFirst)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    if (!isFirst)
        column->addWidget(nameLabel(m_name, this));
    auto* grid = new QGridLayout;
    grid->setSpacing(4);
    column->addLayout(grid);
    int widest = 1;
    for (const engine::Term& term : vocabulary.terms) {
        auto* button = new QToolButton(this);
        const QString name = QString::fromStdString(term.name);
        button->setObjectName(QStringLiteral("%1 %2").arg(m_name, name));
        const bool hasDigit = isFirst && m_terms.size() < kDigits;
        button->setText(hasDigit ? QStringLiteral("%1  %2").arg(literalText(name)).arg(m_terms.size() + 1)
                                 : literalText(name));
        button->setAccessibleName(tr("%1 %2").arg(m_name, name));
        button->setToolTip(term.key.empty() ? name
                                            : tr("%1 (key %2)").arg(name, QString::fromStdString(term.key)));
        button->setCheckable(true);
        button->setProperty("term", name);
        button->setProperty("scaleStep", QStringLiteral("narrow"));
        button->setFocusPolicy(Qt::TabFocus);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setMinimumWidth(24);
        button->ensurePolished();
        widest = std::max(widest, button->sizeHint().width());
        connect(button, &QToolButton::clicked, this, [this, own = term.name] {
            const auto before = m_value;
            setValue(before); // until the answer comes back
            announce(before == Value(own) ? std::nullopt : std::optional<Value>(own));
        });
        m_terms.push_back(button);
    }
    const int columns
        = std::clamp((kTermRoom + grid->spacing()) / (widest + grid->spacing()), 1, kTermsPerRow);
    for (int i = 0; i < static_cast<int>(m_terms.size()); ++i)
        grid->addWidget(m_terms[static_cast<std::size_t>(i)], i / columns, i % columns);
}

void ValueEditor::makeText()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(nameLabel(m_name, this));
    m_text = new QLineEdit(this);
    m_text->setAccessibleName(m_name);
    connect(m_text, &QLineEdit::editingFinished, this, [this] {
        const std::string text = m_text->text().trimmed().toStdString();
        const std::optional<Value> now = text.empty() ? std::nullopt : std::optional<Value>(text);
        if (now != m_value)
            announce(now);
    });
    row->addWidget(m_text, 1);
}

void ValueEditor::makeWords(const engine::WordList& list, bool isFirst)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    if (!isFirst)
        column->addWidget(nameLabel(m_name, this));
    m_words = new WordChips(m_name, this);
    m_words->setMost(static_cast<int>(engine::kMostWords));
    QStringList words;
    std::map<QString, QColor> colours;
    for (const engine::Term& term : list.terms) {
        words << QString::fromStdString(term.name);
        if (!term.colour.empty())
            colours[words.back().simplified().toLower()] = QColor(QString::fromStdString(term.colour));
    }
    m_words->setList(words, list.isClosed, std::move(colours));
    connect(m_words, &WordChips::chosen, this, [this](const std::optional<QStringList>& given) {
        if (!given) {
            announce(std::nullopt);
            return;
        }
        std::vector<std::string> said;
        for (const QString& word : *given)
            said.push_back(word.toStdString());
        announce(Value(engine::wordsText(said)));
    });
    connect(m_words, &WordChips::ended, this, &ValueEditor::writingEnded);
    column->addWidget(m_words);
}

void ValueEditor::setWordLooks(const WordLooks& looks)
{
    if (m_words)
        m_words->setLooks(looks);
}

void ValueEditor::setValue(const std::optional<Value>& value)
{
    m_value = value;
    const double* number = value ? std::get_if<double>(&*value) : nullptr;
    const std::string* text = value ? std::get_if<std::string>(&*value) : nullptr;
    if (m_scale)
        m_scale->setValue(number ? std::optional(*number) : std::nullopt);
    if (m_number) {
        const QSignalBlocker silence(m_number);
        m_number->setValue(number ? *number : m_number->minimum());
    }
    for (QAbstractButton* term : m_terms)
        term->setChecked(text && term->property("term").toString().toStdString() == *text);
    if (m_words) {
        QStringList words;
        for (const std::string& word : text ? engine::wordsOfSet(*text) : std::vector<std::string>())
            words << QString::fromStdString(word);
        m_words->setWords(text ? std::optional(words) : std::nullopt);
    }
    if (m_text && !m_text->hasFocus())
        m_text->setText(text ? QString::fromStdString(*text) : QString());
}

void ValueEditor::setLetter(QChar letter)
{
    if (m_scale)
        m_scale->setLetter(letter);
}

}
