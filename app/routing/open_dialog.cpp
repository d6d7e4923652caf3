#include "app/routing/open_dialog.h"

#include "app/routing/open_texts.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/section_head.h"
#include "widgets/base/text_rows.h"
#include "widgets/base/theme.h"
#include "widgets/review/chances_bars.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <cmath>

namespace app {

namespace {

enum UnitColumn { UnitName, UnitChances, UnitLabel, UnitSet, UnitLoss, UnitAnswers, UnitState };
enum FaultColumn { FaultUnit, FaultAnswers, FaultVerdict };

constexpr std::size_t kMostUnits = 2000; ///< rows
constexpr int kUnitRole = Qt::UserRole + 20; ///< of the first column: the segment's place

QString placeOf(const OpenUnit& unit)
{
    return QStringLiteral("%1 %2–%3 s")
        .arg(QString::fromStdString(unit.video), QLocale().toString(unit.span.start, 'f', 2),
             QLocale().toString(unit.span.end, 'f', 2));
}

}

OpenDialog::OpenDialog(QWidget* parent)
    : QDialog(parent)
    , m_label(widgets::narrowChoice(QStringLiteral("openLabel"), tr("Tier and label"), this))
    , m_head(widgets::named(new QLabel(this), "openHead"))
    , m_cautions(widgets::mutedLabel(QStringLiteral("openCautions"), this))
    , m_content(new QWidget(this))
    , m_units(widgets::textRows("openUnits", tr("What is believed of each segment"),
                                {tr("Segment"), tr("How likely each step is"), tr("Label"), tr("90 % within"),
                                 tr("Expected error"), tr("Answers"), tr("State")},
                                this))
    , m_faultsHead(widgets::sectionHead(tr("Guideline? Good annotators differ more than they should"), this))
    , m_faults(widgets::textRows("openFaults", tr("Where the guideline may be read in two ways"),
                                 {tr("Segment"), tr("Their answers"), tr("Verdict")}, this))
    , m_verdicts(new QWidget(this))
    , m_ask(widgets::named(new QCheckBox(tr("&Ask where it tells most"), this), "openAsk"))
    , m_state(widgets::mutedLabel(QStringLiteral("openState"), this))
    , m_progress(widgets::named(new QProgressBar(this), "openProgress", tr("How far the figures are")))
    , m_stop(widgets::quietButton("openStop", tr("S&top"), this))
{
    setObjectName(QStringLiteral("openRatings"));
    setWindowTitle(tr("What is still open"));
    widgets::setGuidePage(*this, "agree");
    const int line = fontMetrics().height();
    m_head->setWordWrap(true);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(line * 8);
    m_ask->setToolTip(
        tr("First passes of annotators take next the segments where their answer tells most; every "
           "tenth is drawn by chance."));
    auto* top = new QHBoxLayout;
    top->addWidget(m_head, 1);
    top->addWidget(m_label);
    auto* close = widgets::quietButton("openClose", tr("&Close"), this);
    auto* footer = new QHBoxLayout;
    footer->addWidget(m_ask);
    footer->addWidget(m_state, 1);
    footer->addWidget(m_progress);
    footer->addWidget(m_stop);
    footer->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(line, line, line, line);
    column->addLayout(top);
    column->addWidget(content(), 1);
    column->addStretch(0);
    column->addLayout(footer);
    const QSize most
        = parent ? parent->window()->size() - QSize(line * 2, line * 3) : QSize(line * 66, line * 44);
    resize(QSize(line * 66, line * 44).boundedTo(most));
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_stop, &QPushButton::clicked, this, &OpenDialog::stopWished);
    connect(m_label, &QComboBox::activated, this, [this] {
        m_chosen = m_label->currentText().toStdString();
        showLabel();
    });
    connect(m_ask, &QCheckBox::clicked, this, [this](bool isOn) {
        if (const OpenRatings* open = chosen())
            emit askWished(*open, isOn);
    });
    for (QTreeWidget* rows : {m_units, m_faults}) {
        const auto playRow = [this](const QTreeWidgetItem* item) {
            play(static_cast<std::size_t>(item->data(0, kUnitRole).toULongLong()));
        };
        rows->setToolTip(tr("A click, or Enter, goes to the place and plays it."));
        connect(rows, &QTreeWidget::itemClicked, this, playRow);
        connect(rows, &QTreeWidget::itemActivated, this, playRow);
    }
    showState();
}

QWidget* OpenDialog::content()
{
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_cautions);
    for (const int column : {UnitLabel, UnitLoss, UnitAnswers})
        m_units->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    m_units->setItemDelegateForColumn(UnitChances, new widgets::ChancesBars(m_units));
    column->addWidget(m_units, 4);
    column->addWidget(m_faultsHead);
    column->addWidget(m_faults, 2);
    auto* row = new QHBoxLayout(m_verdicts);
    row->setContentsMargins(0, 0, 0, 0);
    using engine::GuidelineVerdict;
    for (const auto& [name, text, verdict] :
         {std::tuple("verdictFault", tr("&Fault of the guideline"), GuidelineVerdict::Fault),
          std::tuple("verdictBoth", tr("&Both are right"), GuidelineVerdict::Both),
          std::tuple("verdictSlip", tr("A &slip"), GuidelineVerdict::Slip)}) {
        auto* button = widgets::quietButton(name, text, m_verdicts);
        connect(button, &QPushButton::clicked, this, [this, verdict = verdict] { give(verdict); });
        row->addWidget(button);
    }
    row->addStretch(1);
    column->addWidget(m_verdicts);
    return m_content;
}

void OpenDialog::setComputing()
{
    m_isComputing = true;
    m_failure.clear();
    m_progress->setValue(0);
    showState();
}

void OpenDialog::setProgress(double progress)
{
    m_progress->setValue(static_cast<int>(progress * 1000.0));
}

void OpenDialog::setRatings(std::vector<OpenRatings> ratings)
{
    m_isComputing = false;
    m_failure.clear();
    m_ratings = std::move(ratings);
    const QSignalBlocker quiet(m_label);
    m_label->clear();
    for (const OpenRatings& open : m_ratings)
        m_label->addItem(OpenTexts::labelName(open));
    if (const int place = m_label->findText(QString::fromStdString(m_chosen)); place >= 0)
        m_label->setCurrentIndex(place);
    showLabel();
}

void OpenDialog::setFailed(const QString& why)
{
    m_isComputing = false;
    m_failure = why;
    showState();
}

void OpenDialog::setWhyNot(const QString& why)
{
    m_whyNot = why;
    showState();
}

const OpenRatings* OpenDialog::chosen() const
{
    const int place = m_label->currentIndex();
    return place < 0 || m_ratings.empty() ? nullptr : &m_ratings[static_cast<std::size_t>(place)];
}

void OpenDialog::showState()
{
    const OpenRatings* open = chosen();
    const bool isShown = m_whyNot.isEmpty() && open && open->undefined.empty();
    m_content->setVisible(isShown);
    m_ask->setVisible(isShown && !open->next.empty());
    m_label->setVisible(m_whyNot.isEmpty() && m_ratings.size() > 1);
    m_progress->setVisible(m_isComputing);
    m_stop->setVisible(m_isComputing);
    m_state->setText(m_failure);
    if (!m_whyNot.isEmpty())
        m_head->setText(m_whyNot);
    else if (m_isComputing && m_ratings.empty())
        m_head->setText(tr("Fitting the model of annotators…"));
    else if (!open)
        m_head->setText(
            tr("Nobody has judged a label on a scale of numbers yet: answers of first passes count."));
    else if (!open->undefined.empty())
        m_head->setText(tr("Nothing can be said of %1: %2.")
                            .arg(OpenTexts::labelName(*open), QString::fromStdString(open->undefined)));
    else
        m_head->setText(OpenTexts::progress(*open));
}

void OpenDialog::showLabel()
{
    if (const OpenRatings* open = chosen(); open && open->undefined.empty()) {
        m_cautions->setText(OpenTexts::cautions(*open));
        m_ask->setChecked(open->isAsked);
        showUnits(*open);
        showFaults(*open);
    }
    showState();
}

void OpenDialog::showUnits(const OpenRatings& open)
{
    m_units->clear();
    QList<QTreeWidgetItem*> items;
    const bool isWhole
        = open.scale.width == std::floor(open.scale.width) && open.scale.low == std::floor(open.scale.low);
    const auto value
        = [&](double step) { return widgets::signedNumber(open.scale.value(step), isWhole ? 0 : 1); };
    for (std::size_t place = 0; place < std::min(open.units.size(), kMostUnits); ++place) {
        const OpenUnit& unit = open.units[place];
        const engine::OrdinalEstimate& estimate = unit.estimate;
        auto* item = new QTreeWidgetItem;
        item->setData(0, kUnitRole, static_cast<qulonglong>(place));
        item->setText(UnitName, placeOf(unit));
        QVariantList chances;
        QStringList told;
        for (std::size_t step = 0; step < estimate.chances.size(); ++step) {
            chances << estimate.chances[step];
            told << QStringLiteral("%1: %2 %")
                        .arg(value(static_cast<double>(step)))
                        .arg(static_cast<int>(estimate.chances[step] * 100.0 + 0.5));
        }
        item->setData(UnitChances, widgets::ChancesBars::ChancesRole, chances);
        item->setData(UnitChances, widgets::ChancesBars::LabelRole, static_cast<int>(estimate.label));
        item->setData(UnitChances, widgets::ChancesBars::FirstRole, static_cast<int>(estimate.first));
        item->setData(UnitChances, widgets::ChancesBars::LastRole, static_cast<int>(estimate.last));
        item->setToolTip(UnitChances, told.join(QLatin1Char('\n')));
        item->setData(UnitChances, Qt::AccessibleTextRole, told.join(QStringLiteral(", ")));
        item->setText(UnitLabel, value(static_cast<double>(estimate.label)));
        item->setText(UnitSet,
                      estimate.first == estimate.last
                          ? value(static_cast<double>(estimate.first))
                          : QStringLiteral("%1 … %2").arg(value(static_cast<double>(estimate.first)),
                                                          value(static_cast<double>(estimate.last))));
        item->setText(UnitLoss, QLocale().toString(estimate.loss, 'f', 2));
        item->setText(UnitAnswers, QString::number(unit.answers));
        item->setText(UnitState, unit.isDone ? tr("✓ done") : tr("open"));
        for (const int column : {UnitLabel, UnitLoss, UnitAnswers})
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        items << item;
    }
    m_units->addTopLevelItems(items);
    widgets::fitColumns(*m_units);
}

void OpenDialog::showFaults(const OpenRatings& open)
{
    m_faults->clear();
    for (const OpenFault& fault : open.faults) {
        auto* item = new QTreeWidgetItem(m_faults);
        item->setData(0, kUnitRole, static_cast<qulonglong>(fault.unit));
        item->setText(FaultUnit, placeOf(open.units[fault.unit]));
        item->setText(FaultAnswers, OpenTexts::answers(fault));
        item->setText(FaultVerdict, OpenTexts::verdict(fault.verdict));
    }
    if (!open.faults.empty())
        m_faults->setCurrentItem(m_faults->topLevelItem(0));
    for (QWidget* part : std::initializer_list<QWidget*>{m_faultsHead, m_faults, m_verdicts})
        part->setVisible(!open.faults.empty());
    widgets::fitColumns(*m_faults);
}

void OpenDialog::play(std::size_t place)
{
    const OpenRatings* open = chosen();
    if (open && place < open->units.size())
        emit segmentWished(QString::fromStdString(open->units[place].video), open->units[place].span);
}

void OpenDialog::give(engine::GuidelineVerdict verdict)
{
    const OpenRatings* open = chosen();
    QTreeWidgetItem* item = m_faults->currentItem();
    if (!open || !item)
        return;
    item->setText(FaultVerdict, OpenTexts::verdict(verdict));
    emit verdictGiven(*open, static_cast<std::size_t>(item->data(0, kUnitRole).toULongLong()), verdict);
}

}
