#include "widgets/conversation/turn_predictions.h"

#include "widgets/base/form_kit.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/scale_number.h"
#include "widgets/base/section_head.h"
#include "widgets/predict/caution_banner.h"
#include "widgets/predict/sentiment_scale.h"
#include "widgets/predict/value_bar.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

namespace widgets {

namespace {

QLabel* plainLabel(const char* name, const QString& text, QWidget* parent)
{
    auto* label = named(new QLabel(text, parent), name);
    label->setTextFormat(Qt::PlainText);
    return label;
}

/// A scale that goes both ways has its mark, everything else a bar.
QWidget* valueWidget(const TurnPredictions::Value& value, QWidget* parent)
{
    if (value.low < 0.0) {
        auto* scale = new SentimentScale(parent);
        scale->setScale(value.name, value.low, value.high);
        scale->setPrediction(value.answer, true);
        scale->setLabel(value.label);
        return scale;
    }
    auto* bar = new ValueBar(value.name, value.low, value.high, parent);
    bar->setValue(value.answer);
    bar->setLabel(value.label);
    return bar;
}

/// What a screen reader says of a person's column.
QString saidOf(const TurnPredictions::Person& person)
{
    QStringList said;
    for (const TurnPredictions::Value& value : person.values)
        said << QStringLiteral("%1 %2").arg(value.name, scaleNumber(value.answer, value.low, 2));
    if (!person.note.isEmpty())
        said << person.note;
    return said.join(QStringLiteral(", "));
}

QWidget* personColumn(const TurnPredictions::Person& person, QWidget* parent)
{
    auto* column = named(new QWidget(parent), person.speaks ? "speakerAnswer" : "listenerAnswer");
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 2, 0, 2);
    layout->setSpacing(2);
    const QString title = person.speaks ? TurnPredictions::tr("%1 · speaks").arg(person.name)
                                        : TurnPredictions::tr("%1 · listens").arg(person.name);
    auto* head = plainLabel("answerOf", title, column);
    QFont bold = head->font();
    bold.setWeight(QFont::DemiBold);
    head->setFont(bold);
    layout->addWidget(head);
    column->setAccessibleName(title);
    column->setAccessibleDescription(saidOf(person));
    for (const TurnPredictions::Value& value : person.values) {
        if (value.low < 0.0) {
            auto* number = plainLabel(
                "answerValue",
                QStringLiteral("%1 %2").arg(value.name, scaleNumber(value.answer, value.low, 2)), column);
            number->setAlignment(Qt::AlignRight);
            layout->addWidget(number);
        }
        layout->addWidget(valueWidget(value, column));
    }
    if (!person.note.isEmpty()) {
        QLabel* const note = mutedLabel(QStringLiteral("answerNote"), column);
        note->setText(person.note);
        layout->addWidget(note);
    }
    layout->addStretch(1);
    return column;
}

}

TurnPredictions::TurnPredictions(QWidget* parent)
    : QWidget(parent)
    , m_models(new ModelChooser(this))
    , m_caution(new CautionBanner(this))
    , m_turn(plainLabel("predictedTurn", {}, this))
    , m_message(mutedLabel(QStringLiteral("turnPredictionsMessage"), this))
    , m_people(named(new QWidget(this), "turnAnswers"))
    , m_columns(new QGridLayout(m_people))
    , m_attention(mutedLabel(QStringLiteral("turnAttention"), this))
    , m_contextRow(new QWidget(this))
    , m_context(named(new QSlider(Qt::Horizontal, m_contextRow), "turnContext", tr("Context")))
    , m_contextLabel(plainLabel("turnContextText", {}, m_contextRow))
{
    setObjectName(QStringLiteral("turnPredictions"));
    m_models->setObjectName(QStringLiteral("dialogueModel"));
    m_models->setAccessibleName(tr("Model of conversations"));
    m_context->setToolTip(
        tr("How many turns before a turn the model sees; at the right end it sees the whole conversation"));
    m_context->setPageStep(1);
    connect(m_caution, &CautionBanner::helpWished, this, &TurnPredictions::helpWished);
    connect(m_context, &QSlider::valueChanged, this, &TurnPredictions::choose);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setHorizontalSpacing(14);
    m_columns->setColumnStretch(0, 1);
    m_columns->setColumnStretch(1, 1);
    auto* context = new QHBoxLayout(m_contextRow);
    context->setContentsMargins(0, 0, 0, 0);
    auto* name = new QLabel(tr("Conte&xt"), m_contextRow);
    name->setBuddy(m_context);
    context->addWidget(name);
    context->addWidget(m_context, 1);
    context->addWidget(m_contextLabel);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(sectionHead(tr("Predictions"), this));
    for (QWidget* part :
         {static_cast<QWidget*>(m_models), static_cast<QWidget*>(m_caution), static_cast<QWidget*>(m_turn),
          static_cast<QWidget*>(m_message), m_people, static_cast<QWidget*>(m_attention), m_contextRow})
        layout->addWidget(part);
    showPeople();
    showContext();
}

void TurnPredictions::setContent(const Content& content)
{
    if (content == m_content)
        return;
    const bool isOtherModel = content.path != m_content.path || content.model != m_content.model;
    m_content = content;
    if (isOtherModel)
        m_models->setCurrentModel(content.path, content.model);
    m_caution->setCaution(content.caution, content.cautionAbout);
    showPeople();
    showContext();
}

void TurnPredictions::showPeople()
{
    while (QLayoutItem* item = m_columns->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    int listeners = 0;
    for (const Person& person : m_content.people) {
        QWidget* const column = personColumn(person, m_people);
        if (person.speaks)
            m_columns->addWidget(column, 0, 0, Qt::AlignTop);
        else
            m_columns->addWidget(column, listeners++, 1, Qt::AlignTop);
    }
    m_people->setVisible(!m_content.people.empty());
    m_people->setEnabled(!m_content.isComputing);
    m_turn->setText(m_content.turn);
    m_turn->setVisible(!m_content.turn.isEmpty());
    m_message->setText(m_content.message);
    m_message->setVisible(!m_content.message.isEmpty());
    m_attention->setText(m_content.attention);
    m_attention->setVisible(!m_content.attention.isEmpty());
}

QString TurnPredictions::contextText() const
{
    if (!m_content.context || *m_content.context >= m_content.turns)
        return m_content.looksAhead ? tr("all turns, also behind") : tr("all turns before");
    return *m_content.context == 0 ? tr("the turn alone")
                                   : tr("%n turn(s) before", nullptr, static_cast<int>(*m_content.context));
}

void TurnPredictions::showContext()
{
    const auto turns = static_cast<int>(m_content.turns);
    const QSignalBlocker silent(m_context);
    m_context->setRange(0, turns);
    m_context->setValue(m_content.context ? static_cast<int>(*m_content.context) : turns);
    m_contextLabel->setText(contextText());
    m_context->setAccessibleDescription(contextText());
    m_contextRow->setVisible(turns > 0);
}

/// The right end is the whole conversation.
void TurnPredictions::choose(int place)
{
    m_content.context = place < static_cast<int>(m_content.turns)
        ? std::optional(static_cast<std::size_t>(place))
        : std::nullopt;
    m_contextLabel->setText(contextText());
    m_context->setAccessibleDescription(contextText());
    emit contextWished(m_content.context);
}

}
