#include "widgets/predict/attribution_view.h"

#include "widgets/base/guide_page.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/scale_number.h"
#include "widgets/base/section_head.h"
#include "widgets/base/segmented_choice.h"
#include "widgets/predict/deletion_curve.h"
#include "widgets/predict/term_bars.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr double kPercent = 100.0;

QString badgeText(const engine::Faithfulness& measured)
{
    const QString sigmas = shownNumber(measured.sigmas(), 1, 'f');
    return measured.isBetterThanChance() ? AttributionView::tr("better than chance, %1 σ").arg(sigmas)
                                         : AttributionView::tr("no better than chance, %1 σ").arg(sigmas);
}

/// The steps of a span, by the word that they belong to: “was”, or “was … so”; else by their numbers.
QString stepName(const engine::StepSpan& span, const QStringList& words)
{
    const auto word = [&](std::size_t step) {
        return static_cast<qsizetype>(step) < words.size() ? words[static_cast<qsizetype>(step)]
                                                           : AttributionView::tr("step %1").arg(step + 1);
    };
    if (words.isEmpty())
        return span.last == span.first + 1
            ? word(span.first)
            : QStringLiteral("%1 … %2").arg(word(span.first), word(span.last - 1));
    return span.last == span.first + 1
        ? QStringLiteral("“%1”").arg(word(span.first))
        : QStringLiteral("“%1 … %2”").arg(word(span.first), word(span.last - 1));
}

QString pairText(const engine::PairEffect& pair, const QStringList& words)
{
    const QString word = stepName(pair.word, words), span = stepName(pair.span, words);
    return pair.span.modality == engine::Modality::Acoustic
        ? AttributionView::tr("%1 × voice at %2").arg(word, span)
        : AttributionView::tr("%1 × face at %2").arg(word, span);
}

}

AttributionView::AttributionView(QWidget* parent)
    : QWidget(parent)
    , m_methods(new SegmentedChoice(
          QStringLiteral("attributionMethod"),
          {{tr("Occlusion"), tr("The prediction minus that without the step")},
           {tr("Gradient × input"),
            tr("How the prediction changes with each number of the step, times the number")},
           {tr("Integrated"),
            tr("Integrated gradients: the changes on the way from what stands for absent to the "
               "step, added up")}},
          this))
    , m_badge(mutedLabel(QStringLiteral("faithfulness"), this))
    , m_curve(new DeletionCurve(this))
    , m_found(new QLabel(this))
    , m_agreement(mutedLabel(QStringLiteral("agreement"), this))
    , m_pairHead(mutedLabel(QStringLiteral("pairHead"), this))
    , m_pairGrid(new QGridLayout)
    , m_onTimeline(new QPushButton(tr("On the timeline"), this))
{
    setObjectName(QStringLiteral("attributionView"));
    setGuidePage(*this, "why");
    m_badge->setWordWrap(false);
    m_badge->setToolTip(
        tr("Steps are made absent in the order of the attribution, and present again. The area "
           "between both curves, less the mean of 20 random orders, in deviations of these (σ). Better than "
           "chance: above 2 σ, or better than each of the 20."));
    m_found->setObjectName(QStringLiteral("deletionFound"));
    m_found->setWordWrap(true);
    m_onTimeline->setObjectName(QStringLiteral("attributionOnTimeline"));
    m_onTimeline->setCheckable(true);
    m_onTimeline->setFocusPolicy(Qt::TabFocus);
    m_onTimeline->setToolTip(tr("Show under the words how much each word, its sound and its face count"));
    m_pairHead->setText(tr("Largest pairs: what they do together, beyond each alone"));
    auto* head = new QHBoxLayout;
    head->addWidget(sectionHead(tr("Attribution"), this), 1);
    head->addWidget(m_badge);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(1);
    texts->addWidget(m_found);
    texts->addWidget(m_agreement);
    auto* measured = new QHBoxLayout;
    measured->setSpacing(12);
    measured->addWidget(m_curve);
    measured->addLayout(texts, 1);
    m_pairGrid->setColumnStretch(0, 1);
    m_pairGrid->setVerticalSpacing(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_methods);
    column->addLayout(measured);
    column->addWidget(m_pairHead);
    column->addLayout(m_pairGrid);
    column->addWidget(m_onTimeline, 0, Qt::AlignLeft);
    for (std::size_t i = 0; i < kShownPairs; ++i) {
        auto* name = new QLabel(this);
        name->setWordWrap(true);
        auto* value = new QLabel(this);
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        value->setFont(strong);
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        name->setObjectName(QStringLiteral("pair%1").arg(i));
        m_pairGrid->addWidget(name, static_cast<int>(i), 0);
        m_pairGrid->addWidget(value, static_cast<int>(i), 1);
        m_pairs.emplace_back(name, value);
    }
    connect(m_methods, &SegmentedChoice::chosen, this, [this] { emit methodChosen(method()); });
    connect(m_onTimeline, &QPushButton::clicked, this, &AttributionView::onTimelineWished);
    setExplanation(nullptr, {}, true);
}

engine::AttributionMethod AttributionView::method() const
{
    return engine::allAttributionMethods[static_cast<std::size_t>(m_methods->current())];
}

void AttributionView::setOnTimeline(bool isShown)
{
    m_onTimeline->setChecked(isShown);
}

void AttributionView::setExplanation(const engine::Explanation* explanation, const QStringList& words,
                                     bool isCurrent)
{
    const bool isThere = explanation && explanation->attribution && explanation->faithfulness;
    m_curve->setFaithfulness(isThere ? explanation->faithfulness : std::nullopt, isCurrent);
    m_badge->setText(isThere && isCurrent ? badgeText(*explanation->faithfulness) : QString());
    m_agreement->setVisible(isThere);
    if (!isThere) {
        m_found->setText(tr("It comes when nothing has changed for a moment."));
        m_pairHead->hide();
        for (const auto& [name, value] : m_pairs) {
            name->hide();
            value->hide();
        }
        return;
    }
    const engine::Faithfulness& measured = *explanation->faithfulness;
    const auto steps = static_cast<int>(measured.deletion.size() - 1);
    m_found->setText(
        isCurrent
            ? tr("Half of it is gone after %1 of %n step(s).", nullptr, steps).arg(measured.spansToHalf())
            : tr("Of before the last change; it is asked for again."));
    const engine::Attribution& attribution = *explanation->attribution;
    QString agreement = attribution.method == engine::AttributionMethod::Occlusion
        ? QString()
        : tr("ρ %1 with occlusion").arg(shownNumber(explanation->agreement, 2, 'f'));
    if (attribution.method == engine::AttributionMethod::Integrated
        && explanation->wish.output < attribution.completenessErrors.size())
        agreement = tr("%1; adds up but for %2 % (%n step(s))", nullptr, static_cast<int>(attribution.steps))
                        .arg(agreement,
                             shownNumber(kPercent * attribution.completenessErrors[explanation->wish.output],
                                         1, 'f'));
    if (explanation->wish.absent != engine::absentForSteps(explanation->wish.absent))
        agreement = agreement.isEmpty()
            ? tr("Steps get their mean, for only whole modalities can be hidden.")
            : tr("%1; steps get their mean, for only whole modalities can be hidden").arg(agreement);
    m_agreement->setText(agreement);
    showPairs(*explanation, words);
}

void AttributionView::showPairs(const engine::Explanation& explanation, const QStringList& words)
{
    m_pairHead->setVisible(!explanation.pairs.empty());
    for (std::size_t i = 0; i < m_pairs.size(); ++i) {
        const auto& [name, value] = m_pairs[i];
        const bool isThere = i < explanation.pairs.size();
        name->setVisible(isThere);
        value->setVisible(isThere);
        if (!isThere)
            continue;
        name->setText(pairText(explanation.pairs[i], words));
        value->setText(signedNumber(explanation.pairs[i].values[explanation.wish.output], 2));
    }
}

}
