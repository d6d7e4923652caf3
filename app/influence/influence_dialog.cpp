#include "app/influence/influence_dialog.h"

#include "app/influence/influence_texts.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/section_head.h"

#include <QClipboard>
#include <QComboBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <limits>

namespace app {

namespace {

constexpr int kAskAfterMs = 300; ///< of silence on the keyboard

}

InfluenceDialog::InfluenceDialog(InfluenceOffer offer, const QString& model, const QString& annotator,
                                 QWidget* parent)
    : QDialog(parent)
    , m_offer(std::move(offer))
    , m_modelName(model)
    , m_label(widgets::narrowChoice(QStringLiteral("influenceLabel"), tr("Label that is measured"), this))
    , m_state(widgets::mutedLabel(QStringLiteral("influenceState"), this))
    , m_model(widgets::mutedLabel(QStringLiteral("influenceModel"), this))
    , m_raters(widgets::named(new QLineEdit(this), "influenceRaters", tr("Annotators, separated by commas")))
    , m_seed(widgets::named(new QSpinBox(this), "influenceSeed", tr("Seed of the draw")))
    , m_power(widgets::mutedLabel(QStringLiteral("influencePower"), this))
    , m_finding(widgets::named(new QLabel(this), "influenceFinding"))
    , m_plot(new widgets::InfluencePlot(this))
    , m_copy(widgets::quietButton("influenceCopy", tr("&Copy the sentence"), this))
    , m_begin(widgets::primaryButton("influenceBegin", tr("&Begin to measure"), this))
    , m_end(widgets::quietButton("influenceEnd", tr("&End the measurement"), this))
{
    setObjectName(QStringLiteral("influenceDialog"));
    setWindowTitle(tr("Measure the model’s influence"));
    widgets::setGuidePage(*this, "agree");
    const int line = fontMetrics().height();
    QStringList raters = m_offer.annotators;
    if (!annotator.isEmpty() && !raters.contains(annotator))
        raters.prepend(annotator);
    m_raters->setText(raters.join(QStringLiteral(", ")));
    m_seed->setRange(1, std::numeric_limits<int>::max());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(line, line, line, line);
    column->setSpacing(line / 2);
    auto* what = widgets::mutedLabel({}, this);
    what->setText(
        tr("Do answers move towards a prediction that is seen before them? Chance decides for each "
           "segment and annotator of blind passes whether the prediction is shown beside the answer; "
           "other people’s answers stay hidden."));
    column->addWidget(what);
    auto* head = new QFormLayout;
    head->addRow(tr("&Label:"), m_label);
    column->addLayout(head);
    column->addWidget(m_state);
    m_plan = plan();
    column->addWidget(m_plan);
    column->addWidget(result(), 1);
    auto* buttons = new QHBoxLayout;
    auto* close = widgets::quietButton("influenceClose", tr("Close"), this);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    buttons->addWidget(m_end);
    buttons->addWidget(m_begin);
    buttons->addWidget(close);
    column->addLayout(buttons);
    resize(line * 44, line * 34);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_label, &QComboBox::currentIndexChanged, this, [this] {
        m_powers.clear();
        m_segments.reset();
        showLabel();
        emit labelChosen();
    });
    m_soon.setSingleShot(true);
    m_soon.setInterval(kAskAfterMs);
    connect(&m_soon, &QTimer::timeout, this, &InfluenceDialog::askForPower);
    connect(m_raters, &QLineEdit::textChanged, this, [this] {
        m_powers.clear();
        m_soon.start();
        showPlan();
    });
    connect(m_begin, &QPushButton::clicked, this, &InfluenceDialog::beginWished);
    connect(m_end, &QPushButton::clicked, this, &InfluenceDialog::endWished);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_finding->text()); });
    fillLabels();
}

QWidget* InfluenceDialog::plan()
{
    auto* page = new QWidget(this);
    auto* form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("Model:"), m_model);
    form->addRow(tr("&Annotators:"), m_raters);
    form->addRow(tr("&Seed:"), m_seed);
    form->addRow(m_power);
    return page;
}

QWidget* InfluenceDialog::result()
{
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(widgets::sectionHead(tr("Distance of answers to the prediction, in steps"), page));
    column->addWidget(m_plot, 1);
    m_finding->setWordWrap(true);
    m_finding->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_finding);
    column->addStretch();
    return page;
}

void InfluenceDialog::fillLabels()
{
    const QSignalBlocker quiet(m_label);
    const QString before = m_label->currentText();
    m_label->clear();
    for (const MeasuredLabel& label : m_offer.labels)
        m_label->addItem(InfluenceTexts::labelName(label));
    if (const int place = m_label->findText(before); place >= 0)
        m_label->setCurrentIndex(place);
    showLabel();
}

const MeasuredLabel* InfluenceDialog::label() const
{
    const int place = m_label->currentIndex();
    return place < 0 ? nullptr : &m_offer.labels[static_cast<std::size_t>(place)];
}

QStringList InfluenceDialog::raters() const
{
    QStringList names;
    for (const QString& part : m_raters->text().split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (const QString name = part.simplified(); !name.isEmpty() && !names.contains(name))
            names << name;
    }
    return names;
}

std::uint32_t InfluenceDialog::seed() const
{
    return static_cast<std::uint32_t>(m_seed->value());
}

void InfluenceDialog::setOffer(InfluenceOffer offer)
{
    m_offer = std::move(offer);
    fillLabels();
}

void InfluenceDialog::setSegments(std::size_t count)
{
    m_segments = count;
    askForPower();
}

void InfluenceDialog::setModel(const QString& model)
{
    m_modelName = model;
    showPlan();
}

void InfluenceDialog::setPowers(std::vector<engine::InfluencePower> powers)
{
    m_powers = std::move(powers);
    showPlan();
}

void InfluenceDialog::askForPower()
{
    m_powers.clear();
    showPlan();
    if (segments() > 0 && raters().size() >= 2)
        emit powerWished();
}

void InfluenceDialog::showLabel()
{
    const MeasuredLabel* shown = label();
    const bool goesOn = shown && shown->study && !shown->study->isEnded;
    m_state->setVisible(!shown || shown->study);
    m_state->setText(shown ? InfluenceTexts::state(*shown)
                           : tr("The project has no label on a scale of numbers that could be measured."));
    m_plan->setVisible(shown && !goesOn);
    m_begin->setVisible(shown && !goesOn);
    m_end->setVisible(goesOn);
    m_plot->setUnits(shown ? shown->units : std::vector<widgets::InfluencePlot::Unit>());
    m_plot->setVisible(shown && !shown->units.empty());
    m_finding->setText(shown ? InfluenceTexts::finding(*shown) : QString());
    m_copy->setEnabled(shown && shown->found && shown->found->closer);
    showPlan();
}

void InfluenceDialog::showPlan()
{
    m_model->setText(m_modelName.isEmpty() ? tr("none answers now; open one first, and begin then")
                                           : m_modelName);
    const auto count = static_cast<std::size_t>(raters().size());
    QString text = InfluenceTexts::power(m_powers, count);
    if (!m_segments)
        text = tr("Counting the segments…");
    else if (*m_segments == 0)
        text = tr("There are no segments to be judged.");
    else if (text.isEmpty())
        text = tr("Simulating what %n segment(s) can find…", nullptr, static_cast<int>(*m_segments));
    m_power->setText(text);
    m_begin->setEnabled(label() && !m_modelName.isEmpty() && count >= 2 && segments() > 0);
}

}
