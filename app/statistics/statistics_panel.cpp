#include "app/statistics/statistics_panel.h"

#include "app/document/document.h"
#include "app/files/file_questions.h"
#include "app/snapshot/project_moment.h"
#include "app/tasks/tasks.h"
#include "app/video/video_opener.h"
#include "engine/core/error.h"
#include "engine/sequences/csd_file.h"
#include "engine/worker/probe.h"
#include "widgets/statistics/difference_map.h"
#include "widgets/statistics/histogram_delegate.h"
#include "widgets/statistics/statistics_model.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace app {

namespace {

enum Scope { ThisVideo, AllVideos };

constexpr int kSoon = 300; // ms

struct Compared {
    engine::SequenceComparison comparison;
    std::optional<engine::FeatureMatrix> difference; ///< of the video in sight
};

}

StatisticsPanel::StatisticsPanel(Document& document, const ProjectMoments& moments, VideoOpener& videos,
                                 engine::Prober& prober, Tasks& tasks, QWidget* parent)
    : QWidget(parent)
    , m_moments(moments)
    , m_videos(videos)
    , m_listing(tasks)
    , m_prober(prober)
    , m_reading(tasks)
    , m_comparing(tasks)
    , m_sequence(new QComboBox(this))
    , m_scope(new QComboBox(this))
    , m_compare(new QPushButton(tr("Compare with…"), this))
    , m_copy(new QPushButton(tr("Copy"), this))
    , m_summary(new QLabel(this))
    , m_map(new widgets::DifferenceMap(this))
    , m_table(new QTableView(this))
    , m_model(new widgets::StatisticsModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
{
    setObjectName(QStringLiteral("statistics"));
    setProperty("panelButtons", true);
    m_sequence->setObjectName(QStringLiteral("statisticsSequence"));
    m_sequence->setAccessibleName(tr("Sequence"));
    m_scope->setObjectName(QStringLiteral("statisticsScope"));
    m_scope->setAccessibleName(tr("Videos"));
    m_scope->addItems({tr("This video"), tr("All videos")});
    m_copy->setToolTip(tr("Copy the table as CSV"));
    m_copy->setObjectName(QStringLiteral("copyStatistics"));
    m_summary->setObjectName(QStringLiteral("statisticsSummary"));
    m_summary->setWordWrap(true);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(Qt::UserRole);
    m_table->setObjectName(QStringLiteral("statisticsTable"));
    m_table->setAccessibleName(tr("Statistics by dimension"));
    m_table->setModel(m_sorted);
    m_table->setItemDelegate(new widgets::HistogramDelegate(m_table));
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setStretchLastSection(true);

    for (QComboBox* box : {m_sequence, m_scope}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(6);
    }
    auto* row = new QHBoxLayout;
    row->setContentsMargins(8, 6, 8, 2);
    row->setSpacing(6);
    row->addWidget(m_sequence, 2);
    row->addWidget(m_scope, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(8, 0, 8, 4);
    buttons->setSpacing(6);
    buttons->addWidget(m_compare);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    auto* texts = new QVBoxLayout;
    texts->setContentsMargins(10, 0, 8, 2);
    texts->addWidget(m_summary);
    texts->addWidget(m_map);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addLayout(buttons);
    layout->addLayout(texts);
    layout->addWidget(m_table, 1);

    connect(m_sequence, &QComboBox::activated, this, &StatisticsPanel::compute);
    connect(m_scope, &QComboBox::activated, this, &StatisticsPanel::compute);
    connect(m_compare, &QPushButton::clicked, this, &StatisticsPanel::askForOther);
    connect(m_copy, &QPushButton::clicked, this, &StatisticsPanel::copy);
    connect(&videos, &VideoOpener::entriesListed, this, &StatisticsPanel::fillSequences);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoon);
    connect(&m_soon, &QTimer::timeout, this, &StatisticsPanel::readLabels);
    connect(&document, &Document::labelsChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&document, &Document::tierChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&document, &Document::videoChanged, this, [this] {
        if (isVisible() && m_scope->currentIndex() == ThisVideo)
            compute();
    });
}

void StatisticsPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    fillSequences();
}

void StatisticsPanel::fillSequences()
{
    showChoices({});
    if (isVisible())
        compute();
    readLabels();
}

/// The labels that there are now; what is shown of one, or of edited labels, is counted again.
void StatisticsPanel::readLabels()
{
    if (!isVisible() || !m_videos.dataset())
        return;
    m_listing.start(
        tr("Reading the labels of Statistics"),
        [moment = m_moments.now()](const engine::RunContext& run) { return countedLabels(moment, run); },
        [this](std::vector<CountedSequence> labels) {
            const QString before = m_sequence->currentText();
            showChoices(std::move(labels));
            if (!m_isCompared && (countsLabels() || m_sequence->currentText() != before))
                compute();
        });
}

void StatisticsPanel::showChoices(std::vector<CountedSequence> labels)
{
    const QString before = m_sequence->currentText();
    m_counted.clear();
    if (const auto dataset = m_videos.dataset())
        m_counted = countedSequences(*dataset);
    std::ranges::move(labels, std::back_inserter(m_counted));
    m_sequence->clear();
    for (const CountedSequence& counted : m_counted)
        m_sequence->addItem(counted.title);
    m_sequence->setCurrentIndex(std::max(0, m_sequence->findText(before)));
}

const CountedSequence* StatisticsPanel::chosen() const
{
    const auto place = static_cast<std::size_t>(m_sequence->currentIndex());
    return place < m_counted.size() ? &m_counted[place] : nullptr;
}

/// Whether an edited label changes what is shown.
bool StatisticsPanel::countsLabels() const
{
    const auto dataset = m_videos.dataset();
    const CountedSequence* const counted = chosen();
    const auto* labels = dataset ? dataset->withRole(Role::Labels) : nullptr;
    return counted && (counted->label || (labels && labels->key == counted->key));
}

void StatisticsPanel::compute()
{
    const CountedSequence* counted = chosen();
    m_isCompared = false;
    m_map->setDifference(std::nullopt);
    m_compare->setEnabled(counted && !counted->label);
    if (!counted || !m_videos.dataset()) {
        m_model->clear();
        m_summary->setText(tr("The dataset has no sequence of numbers."));
        return;
    }
    m_reading.start(
        tr("Statistics"),
        [counted = *counted, moment = m_moments.now(), video = m_videos.current().toStdString(),
         isOne = m_scope->currentIndex() == ThisVideo](const engine::RunContext& run) {
            const auto file = rowsOf(counted, moment, run);
            return std::make_shared<engine::SequenceStatistics>(!file ? engine::SequenceStatistics()
                                                                    : isOne
                                                                    ? engine::statisticsOf(*file, video, run)
                                                                    : engine::statisticsOf(*file, run));
        },
        [this, key = counted->title](const std::shared_ptr<engine::SequenceStatistics>& statistics) {
            if (key != m_sequence->currentText())
                return;
            std::size_t odd = 0;
            for (const engine::DimensionStatistics& dimension : statistics->dimensions)
                odd += dimension.count() == 0 || dimension.isConstant() ? 1 : 0;
            m_summary->setText(
                tr("%1 rows in %n entry(ies), %2 dimensions; %3 constant or empty.", nullptr,
                   static_cast<int>(statistics->ids))
                    .arg(statistics->rows)
                    .arg(statistics->dimensions.size())
                    .arg(odd)
                + (statistics->namesFrom.empty() ? QString()
                                                 : QLatin1Char('\n')
                           + tr("The file does not name its columns. The names shown are those of %1.")
                                 .arg(QString::fromStdString(statistics->namesFrom))));
            m_model->setStatistics(std::move(*statistics));
            m_table->resizeColumnsToContents();
            m_table->setColumnWidth(m_model->histogramColumn(),
                                    fontMetrics().horizontalAdvance(QLatin1Char('0')) * 14);
        });
}

void StatisticsPanel::askForOther()
{
    const auto dataset = m_videos.dataset(); // another one may be opened meanwhile
    const auto* shown = dataset && chosen() ? dataset->called(chosen()->key) : nullptr;
    const QString folder
        = shown ? QString::fromStdString(shown->file->path().parent_path().string()) : QString();
    const QString path = askForFile(
        this,
        {"sequences", tr("Compare with another version"), tr("Computational sequences (*.csd)"), folder});
    if (!path.isEmpty())
        compareWith(path);
}

void StatisticsPanel::compareWith(const QString& path)
{
    const CountedSequence* const counted = chosen();
    if (!counted || !m_videos.dataset())
        return;
    m_isCompared = true;
    m_comparing.start(
        tr("Comparing"),
        [counted = *counted, moment = m_moments.now(), path, video = m_videos.current().toStdString(),
         prober = &m_prober](const engine::RunContext& run) {
            prober->check(path.toStdString());
            const auto file = rowsOf(counted, moment, run);
            if (!file)
                throw engine::FormatError("data_invalid", counted.key, "is not in the dataset any more");
            const engine::CsdFile other(path.toStdString());
            auto compared = std::make_shared<Compared>();
            compared->comparison = engine::compare(*file, other, run);
            compared->difference = engine::differenceOf(*file, other, video);
            return compared;
        },
        [this, key = counted->title, path](const std::shared_ptr<Compared>& compared) {
            if (key != m_sequence->currentText())
                return;
            const engine::SequenceComparison& all = compared->comparison;
            m_summary->setText(tr("%1 against %2: %3 entries are the same, %4 have other values, %5 other "
                                  "times, %6 other rows; "
                                  "%7 only here, %8 only there.")
                                   .arg(key, QFileInfo(path).fileName())
                                   .arg(all.equal)
                                   .arg(all.different.size())
                                   .arg(all.otherTimes.size())
                                   .arg(all.otherRows.size())
                                   .arg(all.onlyFirst.size())
                                   .arg(all.onlySecond.size()));
            m_model->setComparison(std::move(compared->comparison));
            m_map->setDifference(compared->difference);
            m_table->resizeColumnsToContents();
            m_table->sortByColumn(2, Qt::DescendingOrder); // where most is different
        });
}

void StatisticsPanel::copy() const
{
    QGuiApplication::clipboard()->setText(m_model->toCsv());
}

}
