#include "widgets/predict/interaction_view.h"

#include "widgets/base/folding_row.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/scale_number.h"
#include "widgets/base/section_head.h"
#include "widgets/base/segmented_choice.h"
#include "widgets/predict/term_bars.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <bit>
#include <cmath>

namespace widgets {

namespace {

using engine::Modality;

/// Those that one segment can be asked about; `marginal` needs others, which the mode Dataset has.
constexpr std::array kAbsent{engine::AbsentKind::Mean, engine::AbsentKind::Zero, engine::AbsentKind::Mask};
constexpr int kMask = 2;

QString dominanceTitle(Modality modality)
{
    switch (modality) {
    case Modality::Text:
        return InteractionView::tr("Dominance: the words decide");
    case Modality::Acoustic:
        return InteractionView::tr("Dominance: the voice decides");
    case Modality::Visual:
        break;
    }
    return InteractionView::tr("Dominance: the face decides");
}

QString conflictTitle(Modality alone)
{
    switch (alone) {
    case Modality::Text:
        return InteractionView::tr("Conflict: the words say otherwise");
    case Modality::Acoustic:
        return InteractionView::tr("Conflict: the voice says otherwise");
    case Modality::Visual:
        break;
    }
    return InteractionView::tr("Conflict: the face says otherwise");
}

Modality onlyOf(engine::Coalition coalition)
{
    return static_cast<Modality>(std::countr_zero(coalition));
}

/// Which modality of a conflict stands alone: of two against one, the one; where the third hardly moves the
/// prediction, the weaker of the two that pull apart.
Modality standingAlone(const engine::InteractionMap& map, const std::vector<engine::Coalition>& pulling)
{
    for (const Modality modality : engine::allModalities) {
        const double own = map.term(engine::coalitionOf(modality));
        const bool isAgainstAll = std::ranges::all_of(engine::allModalities, [&](Modality other) {
            const double term = map.term(engine::coalitionOf(other));
            return other == modality
                || (own * term < 0.0 && std::abs(term) >= engine::kInteractionBounds.flat * map.size());
        });
        if (isAgainstAll)
            return modality;
    }
    return onlyOf(std::abs(map.term(pulling.front())) < std::abs(map.term(pulling.back())) ? pulling.front()
                                                                                           : pulling.back());
}

/// Single terms, and the rest in one number.
QString sentenceOf(const engine::InteractionMap& map)
{
    const auto term
        = [&](Modality modality) { return signedNumber(map.term(engine::coalitionOf(modality)), 2); };
    double together = map.total();
    for (const Modality modality : engine::allModalities)
        together -= map.term(engine::coalitionOf(modality));
    return InteractionView::tr("By themselves: words %1, voice %2, face %3. Where they meet: %4.")
        .arg(term(Modality::Text), term(Modality::Acoustic), term(Modality::Visual),
             signedNumber(together, 2));
}

/// Whether a prediction with something absent lies further outside of the scale than the scale is wide.
bool isFarOff(const InteractionView::Shown& shown)
{
    const double all = shown.map.value(engine::kEverything);
    for (engine::Coalition coalition = 0; coalition < engine::kEverything; ++coalition) {
        if (std::abs(shown.map.value(coalition) - all) > 2.0 * shown.range)
            return true;
    }
    return false;
}

}

QString verdictTitle(const engine::InteractionMap& map, const engine::InteractionMap::Verdict& verdict)
{
    switch (verdict.kind) {
    case engine::InteractionClass::Flat:
        return InteractionView::tr("Flat: hardly anything moves it");
    case engine::InteractionClass::Emergent:
        return InteractionView::tr("Emergent: it comes of what they say together");
    case engine::InteractionClass::Conflict:
        return conflictTitle(standingAlone(map, verdict.of));
    case engine::InteractionClass::Dominance:
        return dominanceTitle(onlyOf(verdict.of.front()));
    case engine::InteractionClass::Redundant:
        return InteractionView::tr("Redundant: they say the same");
    case engine::InteractionClass::Complement:
        break;
    }
    return InteractionView::tr("Complement: each adds its part");
}

InteractionView::InteractionView(QWidget* parent)
    : QWidget(parent)
    , m_absent(new SegmentedChoice(
          QStringLiteral("absentKind"),
          {{tr("Mean"), tr("What is absent is replaced by its mean in training, at the same steps")},
           {tr("Zero"), tr("What is absent is replaced by zeros")},
           {tr("Hidden"), QString()}},
          this))
    , m_card(new QFrame(this))
    , m_class(new QLabel(m_card))
    , m_sentence(new QLabel(m_card))
    , m_bars(new TermBars(this))
    , m_sum(new QLabel(this))
{
    setObjectName(QStringLiteral("interactionView"));
    setGuidePage(*this, "why");
    auto* note = new QLabel(tr("absent is"), this);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto* head = new FoldingRow({}, this);
    head->addFirst(sectionHead(tr("Interaction map"), this));
    head->addSecond(note);
    head->addSecond(m_absent);
    m_card->setObjectName(QStringLiteral("verdictCard"));
    m_class->setObjectName(QStringLiteral("verdict"));
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_class->setFont(strong);
    m_class->setWordWrap(true);
    m_sentence->setObjectName(QStringLiteral("verdictSentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    auto* card = new QVBoxLayout(m_card);
    card->setContentsMargins(12, 8, 12, 8);
    card->setSpacing(2);
    card->addWidget(m_class);
    card->addWidget(m_sentence);
    m_sum->setObjectName(QStringLiteral("termSum"));
    m_sum->setWordWrap(true);
    m_sum->setForegroundRole(QPalette::PlaceholderText);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(head);
    column->addWidget(m_card);
    column->addWidget(m_bars);
    column->addWidget(m_sum);
    connect(m_absent, &SegmentedChoice::chosen, this,
            [this](int choice) { emit absentChosen(kAbsent[static_cast<std::size_t>(choice)]); });
    setHidingOffered(false);
    setMap(std::nullopt);
}

void InteractionView::setAbsent(engine::AbsentKind absent)
{
    m_absent->setCurrent(static_cast<int>(std::ranges::find(kAbsent, absent) - kAbsent.begin()));
}

void InteractionView::setHidingOffered(bool isOffered)
{
    m_absent->setOffered(kMask, isOffered,
                         isOffered ? tr("No other modality attends to what is absent")
                                   : tr("This model has no mask of keys, so it cannot hide a modality"));
}

void InteractionView::setModalities(const engine::EnabledModalities& learnt)
{
    m_bars->setModalities(learnt);
}

void InteractionView::setMap(const std::optional<Shown>& shown)
{
    m_bars->setMap(shown ? std::optional(shown->map) : std::nullopt, shown && shown->isCurrent);
    m_card->setVisible(shown.has_value());
    m_sum->setVisible(shown.has_value());
    if (!shown)
        return;
    m_class->setText(verdictTitle(shown->map, shown->map.verdict(shown->range)));
    m_sentence->setText(sentenceOf(shown->map));
    m_sum->setText(
        tr("nothing %1, all %2; the terms add up, error %3")
            .arg(signedNumber(shown->map.value(0), 2), signedNumber(shown->map.value(engine::kEverything), 2),
                 shownNumber(shown->map.error(), 1))
        + (isFarOff(*shown) ? QStringLiteral("\n")
                   + tr("Far off the scale: with what stands for absent, the model is where it never learnt.")
                            : QString()));
}

}
