#include "widgets/review/answer_labels.h"

#include "engine/annotation/label_sets.h"
#include "widgets/base/fold_section.h"
#include "widgets/base/value_scale.h"
#include "widgets/review/clear_layout.h"
#include "widgets/review/label_letters.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double kStretchOfStep = 12.0;

}

AnswerLabels::AnswerLabels(QWidget* parent)
    : QWidget(parent)
    , m_firstLabel(new FoldSection(QStringLiteral("firstLabel"), {}, this))
    , m_goldSection(new FoldSection(QStringLiteral("goldSection"), tr("The right value"), this))
    , m_gold(new GoldCard(this))
    , m_otherLabels(new FoldSection(QStringLiteral("otherLabels"), tr("Other labels"), this))
{
    m_goldSection->body().addWidget(m_gold);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    for (FoldSection* section : {m_firstLabel, m_goldSection, m_otherLabels}) {
        section->hide();
        column->addWidget(section);
    }
}

void AnswerLabels::setKeys(const QString& none, const QString& letters)
{
    m_firstLabel->setNote(none.isEmpty() ? QString() : tr("%1 takes it away").arg(none));
    m_otherLabels->setNote(letters.isEmpty() ? QString()
                                             : tr("%1, then the letter, then the value").arg(letters));
}

void AnswerLabels::setContent(const AnswerContent& content)
{
    makeLabels(content.labels);
    for (std::size_t i = 0; i < m_editors.size(); ++i) {
        const auto given = content.values.find(content.labels[i].name);
        m_editors[i]->setValue(given == content.values.end() ? std::nullopt
                                                             : std::optional(given->second.value));
        m_editors[i]->setEnabled(content.isEditable && !content.gold);
    }
    m_goldSection->setVisible(content.gold.has_value());
    if (content.gold)
        m_gold->setContent(*content.gold);
    setVisible(!content.labels.empty() || content.gold);
}

void AnswerLabels::setWordLooks(const WordLooks& looks)
{
    m_looks = looks;
    for (ValueEditor* editor : m_editors)
        editor->setWordLooks(looks);
}

void AnswerLabels::makeLabels(const std::vector<engine::LabelScheme>& labels)
{
    if (labels == m_labels)
        return;
    m_labels = labels;
    m_editors.clear();
    for (FoldSection* section : {m_firstLabel, m_otherLabels})
        clearLayout(section->body());
    m_firstLabel->setVisible(!labels.empty());
    m_otherLabels->setVisible(labels.size() > 1);
    if (labels.empty())
        return;
    m_firstLabel->setTitle(QString::fromStdString(labels.front().name));
    for (std::size_t i = 0; i < labels.size(); ++i) {
        auto* editor = new ValueEditor(labels[i], i == 0, this);
        connect(editor, &ValueEditor::chosen, this, &AnswerLabels::valueChosen);
        connect(editor, &ValueEditor::writingEnded, this, &AnswerLabels::writingEnded);
        editor->setWordLooks(m_looks);
        m_editors.push_back(editor);
    }
    m_firstLabel->body().addWidget(m_editors.front());
    if (engine::isStrengthOfSentiment(labels.front()))
        m_firstLabel->body().addWidget(endsOfSentiment(std::get<engine::NumberScale>(labels.front().scale)));
    makeOtherLabels();
}

/// What the ends of the scale and its 0 mean, in the words of CMU-MOSI.
QWidget* AnswerLabels::endsOfSentiment(const engine::NumberScale& scale)
{
    const double left = 0.5 - scale.least; // steps up to the middle of the 0
    const double right = 0.5 + scale.greatest;
    const double half = std::min(left, right) / 3.0; // of what stands below the 0

    auto* ends = new QWidget(this);
    ends->setObjectName(QStringLiteral("sentimentEnds"));
    auto* row = new QHBoxLayout(ends);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    const auto add = [&](const QString& text, Qt::Alignment alignment, double steps) {
        auto* end = new QLabel(text, ends);
        end->setFont(smallFont());
        end->setForegroundRole(QPalette::PlaceholderText);
        end->setAlignment(alignment);
        row->addWidget(end, static_cast<int>(std::lround(steps * kStretchOfStep)));
    };
    add(tr("strongly negative"), Qt::AlignLeft, left - half);
    add(tr("neutral"), Qt::AlignHCenter, 2 * half);
    add(tr("strongly positive"), Qt::AlignRight, right - half);
    return ends;
}

QFont AnswerLabels::smallFont() const
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.84);
    return small;
}

/// Where all of them tell how much of something there is, as emotions do, a line above the steps says it.
void AnswerLabels::makeOtherLabels()
{
    const std::vector<engine::LabelScheme> others(m_labels.begin() + 1, m_labels.end());
    m_otherLabels->setTitle(std::ranges::all_of(others, engine::isEmotionLabel) ? tr("Emotions")
                                                                                : tr("Other labels"));
    if (!others.empty() && std::ranges::all_of(others, engine::isPresenceScale)) {
        auto* names = new QWidget(this);
        auto* row = new QHBoxLayout(names);
        row->setContentsMargins(ValueScale::kNameWidth + ValueScale::kRowSpacing, 0, 0, 0);
        row->setSpacing(ValueScale::kRowSpacing);
        const QFont small = smallFont();
        for (const QString& name : {tr("none"), tr("weak"), tr("present"), tr("high")}) {
            auto* step = new QLabel(name, names);
            step->setFont(small);
            step->setForegroundRole(QPalette::PlaceholderText);
            step->setAlignment(Qt::AlignCenter);
            step->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
            row->addWidget(step, 1);
        }
        m_otherLabels->body().addWidget(names);
    }
    const std::vector<QChar> letters = lettersOf(others);
    for (std::size_t i = 0; i < others.size(); ++i) {
        m_editors[i + 1]->setLetter(letters[i]);
        m_otherLabels->body().addWidget(m_editors[i + 1]);
    }
}

}
