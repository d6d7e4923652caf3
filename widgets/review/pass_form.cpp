#include "widgets/review/pass_form.h"

#include "widgets/base/elided_combo_box.h"
#include "widgets/base/elided_label.h"
#include "widgets/base/menu_text.h"
#include "widgets/base/scale_number.h"
#include "widgets/base/section_head.h"
#include "widgets/review/agreement_list.h"
#include "widgets/review/clear_layout.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace widgets {

namespace {

constexpr int kMostTurns = 5;
using engine::Presentation;
using engine::ReviewOrder;
using engine::ReviewReason;

enum PassKind { FirstPass, SecondPass, Settling, Training, Preferring, BestWorst, ComparingTexts };

/// Whether segments, or texts of them, are compared, and get no values.
bool isComparing(PassKind kind)
{
    return kind == Preferring || kind == BestWorst || kind == ComparingTexts;
}

constexpr int kMostPercent = 50; // of a pass that only checks its annotator

}

PassForm::PassForm(QWidget* parent)
    : QWidget(parent)
    , m_fields(new QFormLayout)
    , m_tier(new ElidedComboBox(this))
    , m_kind(new QComboBox(this))
    , m_texts(new QToolButton(this))
    , m_annotator(new QLineEdit(this))
    , m_pass(new QSpinBox(this))
    , m_presentation(new QComboBox(this))
    , m_order(new QComboBox(this))
    , m_seed(new QSpinBox(this))
    , m_leadIn(new QComboBox(this))
    , m_turns(new QSpinBox(this))
    , m_most(new QSpinBox(this))
    , m_gold(new QSpinBox(this))
    , m_repeats(new QSpinBox(this))
    , m_apart(new QSpinBox(this))
    , m_blind(new QCheckBox(tr("&Hide what others said until the answer counts"), this))
    , m_open(new QVBoxLayout)
    , m_passes(new QVBoxLayout)
    , m_agreement(new AgreementList(this))
{
    setObjectName(QStringLiteral("passForm"));
    setFocusProxy(m_kind);
    m_kind->setObjectName(QStringLiteral("passKind"));
    m_kind->addItem(tr("Label the segments"), FirstPass);
    m_kind->addItem(tr("Label again, blind and shuffled"), SecondPass);
    m_kind->addItem(tr("Settle disagreements"), Settling);
    m_kind->addItem(tr("Practise on gold items"), Training);
    m_kind->addItem(tr("Which of two has more"), Preferring);
    m_kind->addItem(tr("Best and worst of four"), BestWorst);
    m_texts->setObjectName(QStringLiteral("passTexts"));
    m_texts->setAccessibleName(tr("Texts to compare"));
    m_texts->setToolTip(tr("The tiers whose texts of a segment are compared, two at a time"));
    m_texts->setPopupMode(QToolButton::InstantPopup);
    m_texts->setMenu(new QMenu(m_texts));
    m_texts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_annotator->setObjectName(QStringLiteral("passAnnotator"));
    m_pass->setObjectName(QStringLiteral("passNumber"));
    m_pass->setRange(1, 99);
    m_presentation->setObjectName(QStringLiteral("passPresentation"));
    m_presentation->addItem(tr("Everything"), static_cast<int>(Presentation::All));
    m_presentation->addItem(tr("Text only"), static_cast<int>(Presentation::TextOnly));
    m_presentation->addItem(tr("Sound only"), static_cast<int>(Presentation::SoundOnly));
    m_presentation->addItem(tr("Silent video"), static_cast<int>(Presentation::SilentVideo));
    m_order->setObjectName(QStringLiteral("passOrder"));
    m_order->addItem(tr("What matters most first"), static_cast<int>(ReviewOrder::Reason));
    m_order->addItem(tr("As the videos go"), static_cast<int>(ReviewOrder::Context));
    m_order->addItem(tr("Shuffled"), static_cast<int>(ReviewOrder::Shuffled));
    m_seed->setObjectName(QStringLiteral("passSeed"));
    m_seed->setRange(1, 999999);
    m_seed->setToolTip(tr("The same seed shuffles in the same way"));
    m_leadIn->setObjectName(QStringLiteral("passLeadIn"));
    for (const double seconds : {0.0, 1.0, 3.0, 10.0})
        m_leadIn->addItem(seconds == 0.0 ? tr("none") : tr("%1 s before").arg(shownNumber(seconds, 3)),
                          seconds);
    m_leadIn->setCurrentIndex(1);
    m_turns->setObjectName(QStringLiteral("passTurns"));
    m_turns->setRange(0, kMostTurns);
    m_turns->setSpecialValueText(tr("none"));
    m_turns->setToolTip(
        tr("As many turns of the conversation play before the segment; what is judged is the segment alone"));
    m_most->setObjectName(QStringLiteral("passMost"));
    m_most->setRange(0, 1000000);
    m_most->setSpecialValueText(tr("all segments"));
    m_most->setSuffix(tr(" segments"));
    m_tier->setObjectName(QStringLiteral("passTier"));
    QFormLayout* form = m_fields;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Judged"), m_tier);
    form->addRow(tr("&Pass"), m_kind);
    form->addRow(tr("Te&xts"), m_texts);
    form->addRow(tr("&Annotator"), m_annotator);
    form->addRow(tr("&Number"), m_pass);
    form->addRow(tr("&Shown"), m_presentation);
    form->addRow(tr("&Order"), m_order);
    form->addRow(tr("S&eed"), m_seed);
    form->addRow(tr("&Lead-in"), m_leadIn);
    form->addRow(tr("&Turns before"), m_turns);
    form->addRow(tr("At &most"), m_most);
    makeMix(*form);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(6);
    column->addLayout(m_open);
    column->addWidget(sectionHead(tr("A new pass"), this));
    column->addLayout(form);
    column->addWidget(m_blind);
    column->addSpacing(4);
    column->addWidget(sectionHead(tr("Segments that are"), this));
    const std::pair<ReviewReason, QString> reasons[]{
        {ReviewReason::NotLabelled, tr("not labelled yet")},
        {ReviewReason::Flagged, tr("flagged")},
        {ReviewReason::SignConflict, tr("positive for some, negative for others")},
        {ReviewReason::Spread, tr("two steps or more apart")},
        {ReviewReason::Model, tr("far from the model")},
        {ReviewReason::OffScale, tr("out of scale")},
        {ReviewReason::TooShort, tr("too short")},
        {ReviewReason::NoWords, tr("without words")},
        {ReviewReason::MissingModality, tr("missing a modality")},
        {ReviewReason::Control, tr("none of these: a tenth, at random")},
    };
    for (const auto& [reason, text] : reasons) {
        auto* box = new QCheckBox(text, this);
        box->setObjectName(QStringLiteral("reason %1").arg(QString::fromStdString(engine::name(reason))));
        column->addWidget(box);
        m_reasons.emplace_back(reason, box);
    }
    auto* buttons = new QWidget(this);
    buttons->setProperty("panelButtons", true);
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 6, 0, 0);
    auto* begin = new QPushButton(tr("&Begin"), buttons);
    begin->setObjectName(QStringLiteral("begin"));
    begin->setProperty("primary", true);
    row->addWidget(begin);
    row->addStretch(1);
    column->addWidget(buttons);
    column->addSpacing(8);
    column->addLayout(m_passes);
    column->addSpacing(8);
    column->addWidget(m_agreement);
    column->addStretch(1);
    connect(begin, &QPushButton::clicked, this, &PassForm::beginRequested);
    connect(m_kind, &QComboBox::activated, this, &PassForm::showKind);
    connect(m_blind, &QCheckBox::toggled, this, &PassForm::showMix);
    connect(m_repeats, &QSpinBox::valueChanged, this, &PassForm::showMix);
    setTiers({});
    showKind();
}

void PassForm::setTiers(const QStringList& names)
{
    const QString chosen = m_tier->currentData().toString();
    m_tier->clear();
    for (const QString& name : names)
        m_tier->addItem(name == QLatin1String("labels") ? tr("labelled segments") : name, name);
    m_tier->setCurrentIndex(std::max(0, m_tier->findData(chosen)));
    m_fields->setRowVisible(m_tier, names.size() > 1);
}

void PassForm::setTexts(const QStringList& tiers)
{
    QStringList known, left;
    for (const QAction* action : m_texts->menu()->actions()) {
        known << action->data().toString();
        if (!action->isChecked())
            left << known.back();
    }
    if (tiers == known)
        return;
    m_texts->menu()->clear();
    for (const QString& tier : tiers) {
        QAction* action = m_texts->menu()->addAction(literalText(tier));
        action->setData(tier);
        action->setCheckable(true);
        action->setChecked(!left.contains(tier));
        connect(action, &QAction::toggled, this, &PassForm::showTexts);
    }
    const QVariant kind = m_kind->currentData();
    const int place = m_kind->findData(ComparingTexts);
    if (tiers.size() > 1 && place < 0)
        m_kind->addItem(tr("Which of two texts is better"), ComparingTexts);
    else if (tiers.size() < 2 && place >= 0)
        m_kind->removeItem(place);
    showTexts();
    if (m_kind->currentData() != kind)
        showKind(); // what was typed for another kind stays otherwise
}

/// Which tiers are chosen stands on the button.
void PassForm::showTexts()
{
    const QStringList texts = choice().texts;
    m_texts->setText(texts.size() > 1 ? literalText(texts.join(QStringLiteral(", "))) : tr("choose two"));
}

void PassForm::chooseTier(const QString& name)
{
    if (const int place = m_tier->findData(name); place >= 0)
        m_tier->setCurrentIndex(place);
}

/// What checks the annotator: gold that is not known as such, and segments that come again.
void PassForm::makeMix(QFormLayout& form)
{
    m_gold->setObjectName(QStringLiteral("passGold"));
    m_gold->setToolTip(
        tr("Gold items stand among the segments and cannot be told from them; 5 to 10 % are usual"));
    m_repeats->setObjectName(QStringLiteral("passRepeats"));
    m_repeats->setToolTip(tr("Some segments come again: do you agree with yourself? The first answer stays; "
                             "10 to 20 % are usual"));
    for (QSpinBox* part : {m_gold, m_repeats}) {
        part->setRange(0, kMostPercent);
        part->setSpecialValueText(tr("none"));
        part->setSuffix(tr(" %"));
    }
    m_apart->setObjectName(QStringLiteral("passApart"));
    m_apart->setRange(1, 1000);
    m_apart->setValue(10);
    m_apart->setSuffix(tr(" places"));
    m_apart->setToolTip(tr("How much later a segment comes again, at least"));
    form.addRow(tr("Hidden &gold"), m_gold);
    form.addRow(tr("&Repeats"), m_repeats);
    form.addRow(tr("A&fter"), m_apart);
}

/// Whoever sees what others and the own first answer said is not checked.
void PassForm::showMix()
{
    const auto kind = static_cast<PassKind>(m_kind->currentData().toInt());
    const bool isPossible = m_blind->isChecked() && (kind == FirstPass || kind == SecondPass);
    m_gold->setEnabled(isPossible);
    m_repeats->setEnabled(isPossible);
    m_apart->setEnabled(isPossible && m_repeats->value() > 0);
    for (QSpinBox* box : {m_gold, m_repeats})
        m_fields->setRowVisible(box, kind == FirstPass || kind == SecondPass);
    m_fields->setRowVisible(m_apart, m_apart->isEnabled());
}

/// What is usual for this kind of pass.
void PassForm::showKind()
{
    const auto kind = static_cast<PassKind>(m_kind->currentData().toInt());
    m_pass->setValue(kind == SecondPass ? 2 : 1);
    m_pass->setEnabled(kind != Settling);
    m_presentation->setEnabled(kind != Settling);
    m_blind->setChecked(kind != Settling);
    m_blind->setEnabled(kind != Training); // what is right is hidden until the answer counts
    const ReviewOrder order = kind == FirstPass  ? ReviewOrder::Context
        : kind == SecondPass || kind == Training ? ReviewOrder::Shuffled
                                                 : ReviewOrder::Reason;
    m_order->setCurrentIndex(m_order->findData(static_cast<int>(order)));
    m_fields->setRowVisible(m_pass, kind != Settling);
    const bool compares = isComparing(kind);
    m_fields->setRowVisible(m_texts, kind == ComparingTexts);
    m_fields->setRowVisible(m_presentation, kind != Settling && !compares);
    m_fields->setRowVisible(m_order, !compares); // the pass itself says what comes next
    m_fields->setRowVisible(m_leadIn, !compares);
    m_fields->setRowVisible(m_turns, m_offersTurns && !compares);
    m_blind->setVisible(!compares); // always
    for (const auto& [reason, box] : m_reasons) {
        const bool isDispute = reason == ReviewReason::Flagged || reason == ReviewReason::SignConflict
            || reason == ReviewReason::Spread;
        box->setChecked(kind != Settling || isDispute);
        box->setEnabled(kind != Training && !compares);
    }
    showMix();
}

void PassForm::setAnnotator(const QString& annotator)
{
    if (std::exchange(m_known, annotator) != annotator) // else a name that is being typed stays
        m_annotator->setText(annotator);
}

void PassForm::setPasses(const std::vector<Pass>& passes)
{
    for (QVBoxLayout* list : {m_open, m_passes}) {
        clearLayout(*list);
        const bool isDone = list == m_passes;
        if (std::ranges::find(passes, isDone, &Pass::isDone) == passes.end())
            continue;
        list->addWidget(sectionHead(isDone ? tr("Passes") : tr("Open passes"), this));
        for (const Pass& pass : passes) {
            if (pass.isDone == isDone)
                addPass(*list, pass);
        }
        if (!isDone)
            list->addSpacing(8);
    }
}

void PassForm::addPass(QVBoxLayout& list, const Pass& pass)
{
    auto* line = new QWidget(this);
    line->setProperty("panelButtons", true);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto* title = new ElidedLabel(pass.title, line);
    title->setObjectName(QStringLiteral("passTitle"));
    title->setToolTip(pass.title);
    auto* progress = new QLabel(pass.progress, line);
    progress->setObjectName(QStringLiteral("passProgress"));
    progress->setForegroundRole(QPalette::PlaceholderText);
    auto* resume = new QPushButton(tr("Go on"), line);
    resume->setObjectName(QStringLiteral("resume %1").arg(pass.layer));
    resume->setAccessibleName(tr("Go on with %1").arg(pass.title));
    connect(resume, &QPushButton::clicked, this, [this, layer = pass.layer] { emit resumeRequested(layer); });
    row->addWidget(title, 1);
    row->addWidget(progress);
    row->addWidget(resume);
    list.addWidget(line);
}

void PassForm::setOffersTurns(bool offers)
{
    m_offersTurns = offers;
    const auto kind = static_cast<PassKind>(m_kind->currentData().toInt());
    m_fields->setRowVisible(m_turns, offers && !isComparing(kind));
}

PassForm::Choice PassForm::choice() const
{
    Choice choice;
    choice.tier = m_tier->currentData().toString();
    choice.annotator = m_annotator->text().trimmed();
    choice.pass = m_pass->value();
    choice.isSettling = m_kind->currentData().toInt() == Settling;
    choice.isTraining = m_kind->currentData().toInt() == Training;
    if (m_kind->currentData().toInt() == Preferring)
        choice.comparison = Comparison::OfTwo;
    else if (m_kind->currentData().toInt() == BestWorst)
        choice.comparison = Comparison::BestAndWorst;
    else if (m_kind->currentData().toInt() == ComparingTexts)
        choice.comparison = Comparison::Texts;
    for (const QAction* action : m_texts->menu()->actions()) {
        if (action->isChecked())
            choice.texts << action->data().toString();
    }
    choice.presentation = choice.isSettling
        ? Presentation::All
        : static_cast<Presentation>(m_presentation->currentData().toInt());
    choice.isBlind = m_blind->isChecked();
    choice.leadIn = m_leadIn->currentData().toDouble();
    choice.turnsBefore = m_offersTurns ? m_turns->value() : 0;
    choice.settings.order = static_cast<ReviewOrder>(m_order->currentData().toInt());
    choice.settings.repeatsOnly = m_kind->currentData().toInt() == SecondPass;
    choice.settings.most = static_cast<std::size_t>(m_most->value());
    if (m_gold->isEnabled())
        choice.mix = {m_gold->value() / 100.0, m_repeats->value() / 100.0,
                      static_cast<std::size_t>(m_apart->value())};
    choice.settings.seed = static_cast<std::uint32_t>(m_seed->value());
    for (const auto& [reason, box] : m_reasons) {
        if (box->isChecked())
            choice.settings.reasons.insert(reason);
    }
    return choice;
}

}
