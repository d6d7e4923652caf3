#include "app/team/segment_agreement_dialog.h"

#include "app/agreement/agreement_text.h"
#include "app/team/segment_texts.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/scale_number.h"
#include "widgets/base/section_head.h"
#include "widgets/base/text_rows.h"
#include "widgets/review/sweep_curve.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace app {

namespace {

enum FigureColumn { NameColumn, ValueColumn, IntervalColumn, QuestionColumn };
enum PairColumn { PairNames, PairSegments, PairFound, PairKappa, PairEdge };

constexpr std::size_t kShownEdge = 3; ///< of the tolerances: 0.25 s
constexpr std::size_t kMostDifferences = 2000; ///< rows

}

SegmentAgreementDialog::SegmentAgreementDialog(QWidget* parent)
    : QDialog(parent)
    , m_head(widgets::named(new QLabel(this), "segmentsHead"))
    , m_tier(
          widgets::named(new QComboBox(this), "segmentsTier", tr("Tier, and the label that names segments")))
    , m_content(new QWidget(this))
    , m_figures(widgets::textRows("segmentFigures", tr("Figures of agreement"),
                                  {tr("Figure"), tr("Value"), tr("95 % interval"), tr("What it asks")}, this))
    , m_sweep(widgets::named(new QLabel(this), "segmentSweep"))
    , m_differencesHead(widgets::sectionHead({}, this))
    , m_differences(widgets::textRows("segmentDifferences", tr("Where two people differ"),
                                      {tr("Video"), tr("From"), tr("To"), tr("What they marked")}, this))
    , m_stateText(widgets::mutedLabel(QStringLiteral("segmentsState"), this))
    , m_progress(widgets::named(new QProgressBar(this), "segmentsProgress", tr("How far the figures are")))
    , m_stop(widgets::quietButton("segmentsStop", tr("S&top"), this))
{
    setObjectName(QStringLiteral("segmentAgreement"));
    setWindowTitle(tr("Agreement on segments"));
    widgets::setGuidePage(*this, "agree");
    m_head->setWordWrap(true);
    m_head->setTextFormat(Qt::PlainText);
    m_sweep->setWordWrap(true);
    m_sweep->setTextFormat(Qt::PlainText);
    m_differencesHead->setObjectName(QStringLiteral("segmentDifferencesHead"));
    m_differences->setToolTip(tr("A click, or Enter, goes to the place and plays it."));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    const int line = fontMetrics().height();
    m_progress->setFixedWidth(line * 8);
    for (const int column : {1, 2})
        m_differences->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    m_figures->headerItem()->setTextAlignment(ValueColumn, Qt::AlignRight | Qt::AlignVCenter);
    auto* top = new QHBoxLayout;
    top->addWidget(m_head, 1);
    top->addWidget(m_tier);
    auto* content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->addWidget(widgets::sectionHead(tr("All together"), m_content));
    content->addWidget(m_figures, 5);
    content->addWidget(widgets::sectionHead(tr("Two at a time"), m_content));
    content->addWidget(makePairs(), 5);
    content->addWidget(m_sweep);
    content->addWidget(m_differencesHead);
    content->addWidget(m_differences, 4);
    auto* close = widgets::quietButton("segmentsClose", tr("&Close"), this);
    auto* footer = new QHBoxLayout;
    footer->addWidget(m_stateText, 1);
    footer->addWidget(m_progress);
    footer->addWidget(m_stop);
    footer->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(line, line, line, line);
    column->addLayout(top);
    column->addWidget(m_content, 1);
    column->addStretch(0);
    column->addLayout(footer);
    const QSize most
        = parent ? parent->window()->size() - QSize(line * 2, line * 3) : QSize(line * 76, line * 54);
    resize(QSize(line * 76, line * 54).boundedTo(most));
    connect(m_tier, &QComboBox::activated, this, [this] {
        m_chosenTier = m_tier->currentText().toStdString();
        m_pair = 0;
        showAgreement();
    });
    connect(m_pairs, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem* item) {
        if (!item)
            return;
        m_pair = static_cast<std::size_t>(m_pairs->indexOfTopLevelItem(const_cast<QTreeWidgetItem*>(item)));
        showPair();
    });
    connect(m_differences, &QTreeWidget::itemClicked, this, &SegmentAgreementDialog::playDifference);
    connect(m_differences, &QTreeWidget::itemActivated, this, &SegmentAgreementDialog::playDifference);
    connect(m_stop, &QPushButton::clicked, this, &SegmentAgreementDialog::stopWished);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    showState();
}

QWidget* SegmentAgreementDialog::makePairs()
{
    auto* page = new QWidget(m_content);
    m_pairs
        = widgets::textRows("segmentPairs", tr("Pairs of annotators"),
                            {tr("Pair"), tr("Segments"), tr("Found"), tr("κ of names"), tr("Edges")}, page);
    for (const int column : {PairSegments, PairFound, PairKappa, PairEdge})
        m_pairs->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    m_pairs->headerItem()->setToolTip(PairFound, tr("F of segments that overlap at all"));
    m_pairs->headerItem()->setToolTip(PairKappa, tr("Cohen’s κ of the names of what both found"));
    m_pairs->headerItem()->setToolTip(
        PairEdge, tr("F of edges not more than 0.25 s apart, beyond what turned edges reach by chance"));
    m_found = widgets::named(new widgets::SweepCurve(page), "segmentFound");
    m_edge = widgets::named(new widgets::SweepCurve(page), "segmentEdge");
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(fontMetrics().height());
    row->addWidget(m_pairs, 5);
    row->addWidget(m_found, 3);
    row->addWidget(m_edge, 4);
    return page;
}

void SegmentAgreementDialog::setComputing()
{
    m_state = State::Computing;
    m_progress->setValue(0);
    showState();
}

void SegmentAgreementDialog::setProgress(double progress)
{
    m_progress->setValue(static_cast<int>(progress * 1000.0));
}

void SegmentAgreementDialog::setAgreements(std::vector<SegmentAgreement> agreements)
{
    m_agreements = std::move(agreements);
    m_state = State::Done;
    m_tier->clear();
    for (const SegmentAgreement& agreement : m_agreements)
        m_tier->addItem(SegmentTexts::tierText(agreement));
    m_tier->setCurrentIndex(std::max(0, m_tier->findText(QString::fromStdString(m_chosenTier))));
    if (const SegmentAgreement* agreement = chosen(); agreement && m_pair >= agreement->report.sweeps.size())
        m_pair = 0;
    showAgreement();
    showState();
}

void SegmentAgreementDialog::setFailed(const QString& why)
{
    m_state = State::Failed;
    m_failure = why;
    showState();
}

void SegmentAgreementDialog::setWhyNot(const QString& why)
{
    m_whyNot = why;
    showState();
}

const SegmentAgreement* SegmentAgreementDialog::chosen() const
{
    const int index = m_tier->currentIndex();
    return index < 0 ? nullptr : &m_agreements[static_cast<std::size_t>(index)];
}

void SegmentAgreementDialog::showState()
{
    const bool isComputing = m_state == State::Computing && m_whyNot.isEmpty();
    const SegmentAgreement* agreement = chosen();
    const bool isShown = m_whyNot.isEmpty() && agreement;
    m_content->setVisible(isShown);
    m_tier->setVisible(isShown && m_agreements.size() > 1);
    m_progress->setVisible(isComputing);
    m_stop->setVisible(isComputing);
    m_stateText->setText(!m_whyNot.isEmpty()            ? QString()
                             : isComputing              ? tr("Comparing segments…")
                             : m_state == State::Failed ? m_failure
                                                        : QString());
    if (!m_whyNot.isEmpty())
        m_head->setText(m_whyNot);
    else if (agreement)
        m_head->setText(SegmentTexts::headText(*agreement));
    else if (m_state == State::Done)
        m_head->setText(
            tr("There is nothing to compare. Two people need segments of their own on tiers of one "
               "name, each with the person as its annotator: gesture/anna, gesture/ben."));
    else
        m_head->setText(QString());
}

void SegmentAgreementDialog::showAgreement()
{
    m_figures->clear();
    m_pairs->clear();
    m_differences->clear();
    const SegmentAgreement* agreement = chosen();
    if (!agreement)
        return;
    QTreeWidgetItem* names = nullptr; // what is told of each name, and of each pair, stands below
    QTreeWidgetItem* cuts = nullptr;
    for (const engine::Statistic& statistic : agreement->report.statistics) {
        const bool isOfName = statistic.key.starts_with("ku_alpha:");
        addFigure(statistic, isOfName ? names : statistic.between.empty() ? nullptr : cuts);
        if (statistic.key == "cu_alpha")
            names = m_figures->topLevelItem(m_figures->topLevelItemCount() - 1);
        else if (statistic.key == "boundary_b" && statistic.between.empty())
            cuts = m_figures->topLevelItem(m_figures->topLevelItemCount() - 1);
    }
    m_figures->setRootIsDecorated((names && names->childCount() > 0) || (cuts && cuts->childCount() > 0));
    widgets::fitColumns(*m_figures);
    const std::size_t pair = m_pair; // the first row becomes current at once
    for (const engine::LabelledSweep& labelled : agreement->report.sweeps) {
        const engine::SegmentSweep& sweep = labelled.sweep;
        auto* item = new QTreeWidgetItem(
            m_pairs,
            {SegmentTexts::pairText(sweep),
             QStringLiteral("%1 / %2").arg(sweep.segments[0]).arg(sweep.segments[1]),
             SegmentTexts::figure(sweep.found.front().f), SegmentTexts::figure(sweep.found.front().kappa),
             SegmentTexts::figure(sweep.edge[kShownEdge].beyond)});
        for (const int column : {PairSegments, PairFound, PairKappa, PairEdge})
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    for (int column = 0; column < m_pairs->columnCount(); ++column)
        m_pairs->resizeColumnToContents(column); // beside two curves there is no room to spare
    if (QTreeWidgetItem* item = m_pairs->topLevelItem(static_cast<int>(pair)))
        m_pairs->setCurrentItem(item);
    m_pair = pair;
    showPair();
    m_head->setText(SegmentTexts::headText(*agreement));
}

void SegmentAgreementDialog::addFigure(const engine::Statistic& statistic, QTreeWidgetItem* parent)
{
    const QString why = statistic.value ? QString() : undefinedText(statistic);
    const QStringList cells{SegmentTexts::figureText(statistic), SegmentTexts::valueText(statistic),
                            SegmentTexts::intervalText(statistic),
                            why.isEmpty() ? SegmentTexts::questionText(statistic)
                                          : tr("%1 %2").arg(SegmentTexts::questionText(statistic), why)};
    auto* item = parent ? new QTreeWidgetItem(parent, cells) : new QTreeWidgetItem(m_figures, cells);
    item->setTextAlignment(ValueColumn, Qt::AlignRight | Qt::AlignVCenter);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    item->setFont(ValueColumn, strong);
    const QString rule = SegmentTexts::ruleText(statistic);
    for (const int column : {NameColumn, ValueColumn, IntervalColumn, QuestionColumn})
        item->setToolTip(column, rule);
}

void SegmentAgreementDialog::showPair()
{
    const SegmentAgreement* agreement = chosen();
    m_differences->clear();
    const bool isThere = agreement && m_pair < agreement->report.sweeps.size();
    for (QWidget* part : std::initializer_list<QWidget*>{m_found, m_edge, m_sweep, m_differences})
        part->setEnabled(isThere);
    if (!isThere) {
        m_found->setCurve({}, {});
        m_edge->setCurve({}, {});
        m_sweep->clear();
        m_differencesHead->clear();
        return;
    }
    const engine::SegmentSweep& sweep = agreement->report.sweeps[m_pair].sweep;
    std::vector<widgets::SweepCurve::Point> found;
    for (const engine::FoundSegments& one : sweep.found)
        found.push_back(
            {one.overlap > 0 ? QStringLiteral("≥ %1").arg(widgets::shownNumber(one.overlap, 2)) : tr("any"),
             one.f.value,
             {}});
    m_found->setCurve(tr("Found by both (F), by overlap"), std::move(found));
    std::vector<widgets::SweepCurve::Point> edge;
    for (const engine::EdgeAgreement& one : sweep.edge)
        edge.push_back(
            {tr("%1 s").arg(widgets::shownNumber(one.tolerance, 2)), one.f.value, one.expected.value});
    m_edge->setCurve(tr("Edges in common (F), by distance; dashed: chance"), std::move(edge));
    m_sweep->setText(SegmentTexts::sweepText(sweep));
    const std::vector<engine::SegmentDifference>& differences = agreement->differences[m_pair];
    m_differencesHead->setText(
        (differences.size() > kMostDifferences
             ? tr("Where %1 differ: the first %2 of %3 places")
                   .arg(SegmentTexts::pairText(sweep))
                   .arg(kMostDifferences)
                   .arg(differences.size())
             : tr("Where %1 differ: %n place(s)", nullptr, static_cast<int>(differences.size()))
                   .arg(SegmentTexts::pairText(sweep)))
            .toUpper());
    for (std::size_t i = 0; i < std::min(differences.size(), kMostDifferences); ++i) {
        const engine::SegmentDifference& one = differences[i];
        const engine::Interval span = one.span();
        auto* item = new QTreeWidgetItem(m_differences,
                                         {QString::fromStdString(one.video),
                                          tr("%1 s").arg(widgets::shownNumber(span.start, 2, 'f')),
                                          tr("%1 s").arg(widgets::shownNumber(span.end, 2, 'f')),
                                          SegmentTexts::differenceText(one, sweep)});
        for (const int column : {1, 2})
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    widgets::fitColumns(*m_differences);
}

void SegmentAgreementDialog::playDifference(const QTreeWidgetItem* item)
{
    const SegmentAgreement* agreement = chosen();
    const auto row
        = static_cast<std::size_t>(m_differences->indexOfTopLevelItem(const_cast<QTreeWidgetItem*>(item)));
    if (!agreement || m_pair >= agreement->differences.size() || row >= agreement->differences[m_pair].size())
        return;
    const engine::SegmentDifference& one = agreement->differences[m_pair][row];
    emit segmentWished(QString::fromStdString(one.video), one.span());
}

}
