#include "app/team/raters_dialog.h"

#include "app/agreement/rater_card_text.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/scale_number.h"
#include "widgets/base/section_head.h"
#include "widgets/base/text_rows.h"
#include "widgets/review/clear_layout.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

enum DifferingColumn { SegmentColumn, RatingsColumn, MeanColumn, MajorityColumn, ConsensusColumn };

constexpr int kCardsBeside = 2;
constexpr std::size_t kMostDiffering = 500;
constexpr double kSame = 1e-9; // beyond half a step

double gapOf(const engine::SettledUnit& unit)
{
    return std::max(std::abs(unit.consensus - unit.mean), std::abs(unit.consensus - unit.majority));
}

bool areAllTheSame(const std::vector<double>& ratings)
{
    return std::ranges::all_of(ratings, [&](double one) { return one == ratings.front(); });
}

}

RatersDialog::RatersDialog(QWidget* parent)
    : QDialog(parent)
    , m_head(new QLabel(this))
    , m_tier(new QComboBox(this))
    , m_label(new QComboBox(this))
    , m_area(new QScrollArea(this))
    , m_summary(new QLabel(this))
    , m_differing(new QTreeWidget(this))
    , m_settle(new QPushButton(tr("&Settle by consensus"), this))
{
    widgets::setGuidePage(*this, "reviewing");
    setObjectName(QStringLiteral("raters"));
    setWindowTitle(tr("Raters"));
    m_head->setObjectName(QStringLiteral("ratersHead"));
    m_head->setTextFormat(Qt::PlainText);
    m_head->setWordWrap(true);
    m_tier->setObjectName(QStringLiteral("ratedTier"));
    m_tier->setAccessibleName(tr("Tier"));
    m_label->setObjectName(QStringLiteral("ratedLabel"));
    m_label->setAccessibleName(tr("Label"));
    auto* content = new QWidget;
    m_cards = new QGridLayout(content);
    m_cards->setContentsMargins(0, 0, 0, 0);
    m_cards->setSpacing(10);
    m_area->setObjectName(QStringLiteral("raterCards"));
    m_area->setWidget(content);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_summary->setObjectName(QStringLiteral("consensusSummary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_differing->setObjectName(QStringLiteral("consensusRows"));
    m_differing->setAccessibleName(tr("Where the consensus differs"));
    m_differing->setHeaderLabels({tr("Segment"), tr("Answers"), tr("Mean"), tr("Majority"), tr("Consensus")});
    m_differing->setRootIsDecorated(false);
    m_differing->setUniformRowHeights(true);
    m_differing->setToolTip(tr("Enter, or a double click, opens the segment on the timeline and plays it."));
    m_differing->headerItem()->setToolTip(MajorityColumn,
                                          tr("The value that most gave; of several, their mean"));
    for (const int column : {MeanColumn, MajorityColumn, ConsensusColumn})
        m_differing->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    m_settle->setObjectName(QStringLiteral("settleByConsensus"));
    m_settle->setAutoDefault(false);
    m_settle->setToolTip(tr("Each of these segments gets the value of the consensus in the settled layer, as "
                            "one step that can be "
                            "undone. What a person settled stays."));
    auto* close = new QPushButton(tr("&Close"), this);
    close->setAutoDefault(false);
    auto* top = new QHBoxLayout;
    top->addWidget(m_head, 1);
    top->addWidget(m_tier);
    top->addWidget(m_label);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_settle);
    bottom->addStretch(1);
    bottom->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(8);
    column->addLayout(top);
    column->addWidget(m_area, 7);
    column->addWidget(widgets::sectionHead(tr("Consensus"), this));
    column->addWidget(m_summary);
    column->addWidget(m_differing, 3);
    column->addLayout(bottom);
    const int line = fontMetrics().height();
    const QSize most
        = parent ? parent->window()->size() - QSize(line * 2, line * 3) : QSize(line * 76, line * 50);
    resize(QSize(line * 76, line * 50).boundedTo(most));
    connect(m_tier, &QComboBox::textActivated, this, &RatersDialog::tierWished);
    connect(m_label, &QComboBox::textActivated, this, &RatersDialog::labelWished);
    connect(m_settle, &QPushButton::clicked, this, &RatersDialog::settleWished);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_differing, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        const auto row = static_cast<std::size_t>(m_differing->indexOfTopLevelItem(item));
        if (row >= m_shown.size())
            return;
        const TeamFigures::Segment& segment = m_team.segments[m_shown[row]];
        emit segmentWished(QString::fromStdString(segment.video), segment.span);
    });
    showState();
}

void RatersDialog::setTeam(const TeamFigures& team)
{
    m_team = team;
    m_isWorking = false;
    showState();
}

void RatersDialog::setWorking()
{
    m_isWorking = true;
    showState();
}

void RatersDialog::setWhyNot(const QString& why)
{
    m_whyNot = why;
    showState();
}

void RatersDialog::showState()
{
    if (!m_whyNot.isEmpty())
        m_head->setText(m_whyNot);
    else if (m_team.raters.empty() && m_isWorking)
        m_head->setText(tr("Reading what was said…"));
    else if (m_team.raters.empty())
        m_head->setText(tr("Nobody has judged anything yet: Review → Begin or go on with a pass…"));
    else
        m_head->setText(tr("%n rater(s), first passes. A figure of too few answers says so.", nullptr,
                           static_cast<int>(m_team.raters.size())));
    const bool isShown = m_whyNot.isEmpty() && !m_team.raters.empty();
    m_area->setVisible(isShown);
    m_label->setVisible(isShown && m_team.labels.size() > 1);
    m_tier->setVisible(m_whyNot.isEmpty() && m_team.tiers.size() > 1);
    m_tier->clear();
    for (const std::string& tier : m_team.tiers)
        m_tier->addItem(QString::fromStdString(tier));
    m_tier->setCurrentText(QString::fromStdString(m_team.of));
    m_label->clear();
    for (const std::string& label : m_team.labels)
        m_label->addItem(QString::fromStdString(label));
    m_label->setCurrentText(QString::fromStdString(m_team.label));
    if (!m_isWorking || !isShown)
        showCards();
    showConsensus();
}

void RatersDialog::showCards()
{
    widgets::clearLayout(*m_cards);
    int place = 0;
    for (const RaterFigures& figures : m_whyNot.isEmpty() ? m_team.raters : std::vector<RaterFigures>()) {
        m_cards->addWidget(
            new widgets::RaterCard(raterCard(figures, m_team.scale, m_team.terms), m_area->widget()),
            place / kCardsBeside, place % kCardsBeside, Qt::AlignTop);
        ++place;
    }
    for (int beside = 0; beside < kCardsBeside; ++beside)
        m_cards->setColumnStretch(beside, 1);
    m_cards->setRowStretch(place / kCardsBeside + 1, 1);
}

void RatersDialog::showConsensus()
{
    m_differing->clear();
    m_shown.clear();
    const bool isPossible = m_whyNot.isEmpty() && m_team.raters.size() > 1 && !m_team.segments.empty();
    m_settle->setEnabled(isPossible && m_team.segments.size() > m_team.settledByPeople + m_team.tied
                         && !m_isWorking);
    m_differing->setVisible(isPossible);
    if (!isPossible) {
        m_summary->setText(tr("A consensus needs segments that two people judged."));
        return;
    }
    m_summary->setText(summary());
    showDiffering();
}

/// Segments whose answers are all the same, and not the consensus.
std::size_t RatersDialog::overruled() const
{
    const double least = m_team.scale.halfStep() + kSame;
    return static_cast<std::size_t>(std::ranges::count_if(m_team.segments, [&](const auto& segment) {
        const engine::SettledUnit& unit = segment.settled;
        return !areTerms() && std::abs(unit.consensus - unit.mean) > least && areAllTheSame(unit.ratings);
    }));
}

/// What a consensus would do. Notes the segments that are shown of it: with numbers where it is another than
/// mean or majority, with terms where not all gave the same, ties first.
QString RatersDialog::summary()
{
    std::size_t fromMean = 0, fromMajority = 0, unlike = 0;
    const double least = m_team.scale.halfStep() + kSame;
    for (std::size_t i = 0; i < m_team.segments.size(); ++i) {
        const engine::SettledUnit& unit = m_team.segments[i].settled;
        const bool isUnlike = areTerms() && !areAllTheSame(unit.ratings);
        unlike += isUnlike ? 1 : 0;
        fromMean += std::abs(unit.consensus - unit.mean) > least ? 1 : 0;
        fromMajority += std::abs(unit.consensus - unit.majority) > least ? 1 : 0;
        if (areTerms() ? isUnlike : gapOf(unit) > least)
            m_shown.push_back(i);
    }
    std::ranges::stable_sort(m_shown, std::greater(), [this](std::size_t i) {
        const engine::SettledUnit& unit = m_team.segments[i].settled;
        return !areTerms() ? gapOf(unit) : std::isnan(unit.consensus) ? 1.0 : 0.0;
    });
    if (m_shown.size() > kMostDiffering)
        m_shown.resize(kMostDiffering);
    const int count = static_cast<int>(m_team.segments.size());
    QString text = areTerms()
        ? tr("%n segment(s) with two answers or more; in %1 the answers differ. The consensus is what most "
             "gave.",
             nullptr, count)
              .arg(unlike)
        : tr("%n segment(s) with two answers or more. The weighted consensus differs from the mean in "
             "%1, from the majority in %2, by more than half a step.",
             nullptr, count)
              .arg(fromMean)
              .arg(fromMajority);
    if (const std::size_t unlikeAll = overruled(); unlikeAll > 0)
        text += QLatin1Char(' ')
            + tr("In %n segment(s) all answers are the same and the consensus is another: where raters "
                 "hardly agree, it is drawn towards the mean of all. Look there before you settle by it.",
                 nullptr, static_cast<int>(unlikeAll));
    if (m_team.tied > 0)
        text += QLatin1Char(' ')
            + tr("%n tie(s) stay open: as many gave one as another.", nullptr, static_cast<int>(m_team.tied));
    if (m_team.settledByPeople > 0)
        text += QLatin1Char(' ')
            + tr("%n of them a person settled; they stay.", nullptr,
                 static_cast<int>(m_team.settledByPeople));
    return text;
}

void RatersDialog::showDiffering()
{
    const auto shown = [this](double value) {
        if (std::isnan(value))
            return tr("tie: open");
        return areTerms() ? QString::fromStdString(m_team.terms[static_cast<std::size_t>(value)])
                          : widgets::labelNumber(value, m_team.scale.least);
    };
    m_differing->setColumnHidden(MeanColumn, areTerms());
    m_differing->setColumnHidden(MajorityColumn, areTerms());
    m_differing->headerItem()->setText(ConsensusColumn,
                                       areTerms() ? tr("Consensus (majority)") : tr("Consensus"));
    m_differing->headerItem()->setToolTip(
        ConsensusColumn,
        areTerms()
            ? tr("The term that more gave than any other")
            : tr("Each answer counts by how its rater judges elsewhere: a lean, a stretched or reversed "
                 "use of the scale is taken back, and who judges with much noise counts less. So it "
                 "may lie outside of what was answered."));
    for (const std::size_t i : m_shown) {
        const TeamFigures::Segment& segment = m_team.segments[i];
        QStringList ratings;
        for (const double rating : segment.settled.ratings)
            ratings << shown(rating);
        auto* row = new QTreeWidgetItem(m_differing,
                                        {tr("%1, %2 s")
                                             .arg(QString::fromStdString(segment.video),
                                                  widgets::shownNumber(segment.span.start, 2, 'f')),
                                         ratings.join(QStringLiteral("   ")), shown(segment.settled.mean),
                                         shown(segment.settled.majority), shown(segment.settled.consensus)});
        row->setSizeHint(RatingsColumn, QSize(0, fontMetrics().height() * 8 / 5)); // takes what is left
        for (const int column : {MeanColumn, MajorityColumn, ConsensusColumn})
            row->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    m_differing->header()->setStretchLastSection(false);
    m_differing->header()->setSectionResizeMode(RatingsColumn, QHeaderView::Stretch);
    widgets::fitColumns(*m_differing, {SegmentColumn, MeanColumn, MajorityColumn, ConsensusColumn});
}

}
