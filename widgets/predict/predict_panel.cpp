#include "widgets/predict/predict_panel.h"

#include "widgets/base/elided_label.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/menu_text.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/scale_number.h"
#include "widgets/base/section_head.h"
#include "widgets/base/theme.h"
#include "widgets/predict/against_chooser.h"
#include "widgets/predict/caution_banner.h"
#include "widgets/predict/display_view.h"
#include "widgets/predict/interaction_view.h"
#include "widgets/predict/modality_list.h"
#include "widgets/predict/model_chooser.h"
#include "widgets/predict/sentiment_scale.h"
#include "widgets/predict/value_bar.h"
#include "widgets/predict/what_if.h"
#include "widgets/predict/why_section.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace widgets {

namespace {

std::optional<double> given(const std::vector<double>& labels, std::size_t output)
{
    return output < labels.size() && !std::isnan(labels[output]) ? std::optional(labels[output])
                                                                 : std::nullopt;
}

}

PredictPanel::PredictPanel(QWidget* parent)
    : QWidget(parent)
    , m_chooser(new ModelChooser(this))
    , m_segment(new ElidedLabel({}, this, Qt::ElideRight))
    , m_message(new QLabel(this))
    , m_caution(new CautionBanner(this))
    , m_card(new QPushButton(tr("Card…"), this))
    , m_lack(mutedLabel(QStringLiteral("modelLack"), this))
    , m_remedy(new QPushButton(this))
    , m_scale(new SentimentScale(this))
    , m_value(new QLabel(this))
    , m_against(new AgainstChooser(this))
    , m_other(new QLabel(this))
    , m_otherProblem(mutedLabel(QStringLiteral("otherProblem"), this))
    , m_accept(new QPushButton(tr("&Accept as label"), this))
    , m_latency(mutedLabel(QStringLiteral("latency"), this))
    , m_modalities(new ModalityList(this))
    , m_why(new WhySection(this))
    , m_displays(new DisplayView(this))
    , m_emotionLayout(new QGridLayout)
    , m_emotionHead(sectionHead(tr("Emotions"), this))
    , m_whatIf(new WhatIf(this))
    , m_scores(mutedLabel(QStringLiteral("modelScores"), this))
{
    setGuidePage(*this, "models");
    setObjectName(QStringLiteral("predict"));
    setAutoFillBackground(true);
    setProperty("panelButtons", true);
    m_segment->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_segment->setObjectName(QStringLiteral("predictSegment"));
    m_segment->setForegroundRole(QPalette::PlaceholderText);
    m_segment->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_message->setObjectName(QStringLiteral("predictMessage"));
    m_message->setWordWrap(true);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setWeight(QFont::DemiBold);
    m_value->setFont(large);
    m_value->setObjectName(QStringLiteral("predictedSentiment"));
    m_value->setAccessibleName(tr("Predicted sentiment"));
    m_latency->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    auto* top = new QHBoxLayout;
    m_card->setObjectName(QStringLiteral("modelCardButton"));
    m_card->setFocusPolicy(Qt::TabFocus);
    m_card->setToolTip(
        tr("All that is known of this model: what it learnt from, how good it is, what it takes"));
    connect(m_card, &QPushButton::clicked, this, &PredictPanel::cardWished);
    top->addWidget(m_chooser, 1);
    top->addWidget(m_card);
    top->addWidget(m_segment);
    auto* numbers = new QHBoxLayout;
    numbers->addWidget(m_value);
    m_accept->setObjectName(QStringLiteral("acceptPrediction"));
    m_accept->setFocusPolicy(Qt::TabFocus);
    m_accept->setToolTip(
        tr("Gives the segment what the model says, rounded to the step of the label, with your name "
           "and the model's. Undo takes it back."));
    connect(m_accept, &QPushButton::clicked, this, &PredictPanel::acceptWished);
    numbers->addSpacing(10);
    numbers->addWidget(m_accept);
    numbers->addWidget(m_latency, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(4);
    layout->addLayout(top);
    connect(m_caution, &CautionBanner::helpWished, this, &PredictPanel::helpWished);
    layout->addWidget(m_caution);
    layout->addSpacing(6);
    layout->addWidget(m_scale);
    layout->addLayout(numbers);
    layout->addLayout(makeAgainst());
    layout->addWidget(m_otherProblem);
    layout->addWidget(m_message);
    layout->addWidget(m_lack);
    m_remedy->setObjectName(QStringLiteral("predictRemedy"));
    m_remedy->setFocusPolicy(Qt::TabFocus);
    connect(m_remedy, &QPushButton::clicked, this, &PredictPanel::remedyWished);
    layout->addWidget(m_remedy, 0, Qt::AlignLeft);
    layout->addWidget(m_whatIf);
    layout->addSpacing(8);
    layout->addWidget(sectionHead(tr("Modalities"), this));
    layout->addWidget(m_modalities);
    layout->addSpacing(8);
    m_why->hide();
    connect(m_why, &WhySection::outputChosen, this, &PredictPanel::explainedOutputChosen);
    layout->addWidget(m_why);
    layout->addWidget(m_displays);
    layout->addSpacing(8);
    layout->addWidget(m_emotionHead);
    m_emotionLayout->setVerticalSpacing(0);
    m_emotionLayout->setHorizontalSpacing(16);
    layout->addLayout(m_emotionLayout);
    layout->addStretch(1);
    layout->addWidget(m_scores);
    setModel(std::nullopt);
    setAnswer(std::nullopt);
    setAcceptable(false);
    setLack({}, {});
}

QLayout* PredictPanel::makeAgainst()
{
    auto* label = new QLabel(tr("against"), this);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setBuddy(m_against);
    m_other->setObjectName(QStringLiteral("otherSentiment"));
    m_otherProblem->hide();
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_against, 1);
    row->addWidget(m_other);
    return row;
}

void PredictPanel::setOther(const std::optional<Other>& other, const QString& problem)
{
    m_scale->setOther(other ? std::optional(other->value) : std::nullopt, other ? other->deviation : 0.0,
                      !other || other->isCurrent);
    QString text;
    if (other)
        text = other->deviation > 0.0
            ? tr("%1 ± %2").arg(number(other->value), shownNumber(other->deviation, 2, 'f'))
            : number(other->value);
    m_other->setText(text);
    m_other->setEnabled(!other || other->isCurrent);
    m_otherProblem->setText(problem);
    m_otherProblem->setVisible(!problem.isEmpty());
}

void PredictPanel::setCaution(const QString& sentence, const QString& about)
{
    m_caution->setCaution(sentence, about);
    const bool isMuted = !sentence.isEmpty();
    m_value->setForegroundRole(isMuted ? QPalette::PlaceholderText : QPalette::WindowText);
    m_accept->setText(isMuted ? tr("&Accept as label…") : tr("&Accept as label"));
}

void PredictPanel::setAcceptable(bool isAcceptable)
{
    m_accept->setVisible(isAcceptable);
}

void PredictPanel::setModel(const std::optional<Model>& model)
{
    m_scores->setText(model ? model->scores : QString());
    m_card->setEnabled(model.has_value());
    for (ValueBar* bar : m_emotions)
        bar->deleteLater();
    m_emotions.clear();
    m_outputs = model ? model->outputs : std::vector<Output>();
    m_areStrengths = model && model->areStrengths;
    m_isOfParts = model && model->isOfParts;
    bool areEmotions = true; // which are scored from 0 to 3
    for (std::size_t i = outputOfBar(0); i < m_outputs.size(); ++i) {
        const Output& output = m_outputs[i];
        areEmotions = areEmotions && output.low == 0.0 && output.high == 3.0;
        auto* bar = new ValueBar(output.name, output.low, output.high, this);
        const int place = static_cast<int>(m_emotions.size());
        m_emotionLayout->addWidget(bar, place / 2, place % 2);
        m_emotions.push_back(bar);
    }
    std::vector<QString> names;
    for (const Output& output : m_outputs)
        names.push_back(output.name);
    m_why->setOutputs(names);
    setHeadline(0);
    if (model)
        m_why->interaction().setModalities(model->modalities);
    m_emotionHead->setText(m_isOfParts       ? tr("Arousal, and emotions as raters see them")
                               : areEmotions ? tr("Emotions")
                                             : tr("Other outputs"));
    m_emotionHead->setVisible(!m_emotions.empty());
    m_modalities->setLearnt(model ? model->modalities : std::array{true, true, true});
}

void PredictPanel::setSegment(const QString& title, const std::vector<double>& labels)
{
    m_segment->setText(title);
    m_segment->setToolTip(title);
    m_labels = labels;
    m_scale->setLabel(given(labels, m_headline));
    for (std::size_t i = 0; i < m_emotions.size(); ++i)
        m_emotions[i]->setLabel(given(labels, outputOfBar(i)));
}

const PredictPanel::Output* PredictPanel::headline() const
{
    return m_headline < m_outputs.size() ? &m_outputs[m_headline] : nullptr;
}

/// The large scale is of this output; so is what is explained, unless a person chose another.
void PredictPanel::setHeadline(std::size_t output)
{
    m_headline = output;
    const Output* shown = headline();
    if (!shown)
        return;
    m_scale->setScale(shown->name, shown->low, shown->high);
    m_scale->setLabel(given(m_labels, output));
    m_value->setAccessibleName(tr("Predicted %1").arg(shown->name));
    m_why->setHeadline(output);
}

void PredictPanel::setAnswer(const std::optional<Answer>& answer)
{
    const bool known = answer && answer->headline < answer->values.size();
    const std::optional<double> sentiment
        = known ? std::optional<double>(answer->values[answer->headline]) : std::nullopt;
    if (known && answer->headline != m_headline)
        setHeadline(answer->headline);
    m_accept->setEnabled(known && answer->current);
    m_scale->setPrediction(sentiment, !answer || answer->current);
    m_value->setText(sentiment ? number(*sentiment) : QStringLiteral("–"));
    m_latency->setText(
        known ? tr("%1 ms").arg(shownNumber(answer->milliseconds, answer->milliseconds < 10 ? 1 : 0, 'f'))
              : QString());
    for (std::size_t i = 0; i < m_emotions.size(); ++i)
        m_emotions[i]->setValue(known && outputOfBar(i) < answer->values.size()
                                    ? std::optional<double>(answer->values[outputOfBar(i)])
                                    : std::nullopt);
    m_modalities->setEffects(known ? answer->withoutModality : decltype(answer->withoutModality){});
    if (known)
        m_message->hide();
    showWhatIf(answer);
}

QString PredictPanel::number(double value) const
{
    const Output* output = headline();
    const bool isSentiment = !output || output->name == QLatin1String("sentiment");
    const QString digits = output ? scaleNumber(value, output->low, 2) : signedNumber(value, 2);
    return isSentiment ? digits : QStringLiteral("%1 %2").arg(output->name, digits);
}

void PredictPanel::showWhatIf(const std::optional<Answer>& answer)
{
    std::vector<WhatIf::Change> changes;
    if (answer && answer->headline < answer->values.size()) {
        const double now = answer->values[answer->headline];
        if (answer->asRecorded)
            changes.push_back({tr("words as edited"), *answer->asRecorded, now});
        if (answer->allOn)
            changes.push_back({tr("without %1").arg(m_modalities->off()), *answer->allOn, now});
        changes.insert(changes.end(), answer->tried.begin(), answer->tried.end());
    }
    m_whatIf->setCanTry(answer && !answer->values.empty() && !m_isOfParts);
    m_whatIf->setChanges(changes, headline() ? headline()->low : -1.0);
}

void PredictPanel::setMessage(const QString& message, bool attention)
{
    m_message->setText(breakableText(message));
    QPalette colours = palette();
    if (attention)
        colours.setColor(QPalette::WindowText, themeOf(palette()).attention);
    m_message->setPalette(colours);
    m_message->setVisible(!message.isEmpty());
}

void PredictPanel::setLack(const QString& sentence, const QString& button)
{
    m_lack->setText(sentence);
    m_lack->setVisible(!sentence.isEmpty());
    m_remedy->setText(button);
    m_remedy->setVisible(!button.isEmpty());
}

}
