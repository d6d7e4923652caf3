#include "app/space/space_tab.h"

#include "app/document/document.h"
#include "app/export/picture_file.h"
#include "app/jobs/jobs.h"
#include "app/space/hover_pictures.h"
#include "app/space/space_painter.h"
#include "app/space/space_points.h"
#include "app/video/video_opener.h"
#include "widgets/space/space_panel.h"
#include "widgets/space/space_view.h"

#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace app {

namespace {

constexpr double kInside = 0.01; // seconds behind the start of a segment, where it is sure to be

}

namespace {

/// Of the job; starting it again ends the one before.
QString title()
{
    return SpaceTab::tr("Placing the segments");
}

}

SpaceTab::SpaceTab(Document& document, VideoOpener& videos, Jobs& jobs, const QString& programs,
                   QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_videos(videos)
    , m_jobs(jobs)
    , m_programs(programs)
    , m_pictures(new HoverPictures(this))
{
    setObjectName(QStringLiteral("spaceTab"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    connect(&videos, &VideoOpener::datasetOpened, this, [this] {
        m_placed.clear();
        m_answers = {}; // they were about another dataset
        if (m_panel)
            m_panel->setContent({});
    });
    const auto readWhenSeen = [this] {
        m_stale = true;
        m_placed.clear();
        if (isVisible())
            read();
    };
    connect(&videos, &VideoOpener::entriesListed, this, readWhenSeen);
    connect(&document, &Document::itemsChanged, this, [readWhenSeen](const QString& kind) {
        if (kind == QLatin1String(kOffsetItems))
            readWhenSeen();
    });
    connect(&document, &Document::videoChanged, this, &SpaceTab::showSelected);
    connect(&document, &Document::labelsChanged, this, &SpaceTab::recolour);
    // Queued: a job that ends is gone from the list before its result is taken.
    connect(&jobs, &Jobs::changed, this, &SpaceTab::noteStop, Qt::QueuedConnection);
}

void SpaceTab::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_panel)
        makePanel();
    if (m_failed) { // it may work now: another display, an installed driver
        m_failed = false;
        m_painter->deleteLater();
        makePainter();
        m_panel->setMessage({});
    }
    if (m_stale)
        read();
    emit answersWished();
}

void SpaceTab::makePanel()
{
    m_panel = new widgets::SpacePanel(this);
    layout()->addWidget(m_panel);
    connect(m_panel, &widgets::SpacePanel::sequenceChosen, this, [this](const QString& key) {
        m_sequence = key;
        read();
    });
    connect(m_panel, &widgets::SpacePanel::projectionChosen, this, &SpaceTab::read);
    connect(m_panel, &widgets::SpacePanel::pointClicked, this, &SpaceTab::jumpTo);
    connect(m_panel, &widgets::SpacePanel::pointHovered, this, &SpaceTab::hover);
    connect(m_pictures, &HoverPictures::ready, m_panel, &widgets::SpacePanel::setHoverPicture);
    connect(m_panel, &widgets::SpacePanel::reviewWished, this, &SpaceTab::reviewWished);
    connect(m_panel, &widgets::SpacePanel::datasetWished, this, &SpaceTab::datasetWished);
    connect(m_panel, &widgets::SpacePanel::pictureWished, this, &SpaceTab::askForSpacePicture);
    makePainter();
}

void SpaceTab::makePainter()
{
    m_painter = new SpacePainter(m_programs, this);
    widgets::SpaceView& view = m_panel->view();
    view.forgetPicture();
    connect(&view, &widgets::SpaceView::pictureWanted, m_painter, &SpacePainter::want);
    connect(m_painter, &SpacePainter::painted, &view, &widgets::SpaceView::setPicture);
    connect(m_painter, &SpacePainter::failed, this, [this](const QString& message) {
        m_failed = true;
        m_panel->setMessage(message);
    });
    m_painter->start();
}

void SpaceTab::read()
{
    const std::shared_ptr<const OpenDataset> dataset = m_videos.dataset();
    if (!dataset || !m_panel)
        return;
    m_stale = false;
    const QStringList keys = spaceSequences(*dataset);
    if (keys.isEmpty()) {
        m_panel->setSequences({}, {});
        m_panel->setContent({});
        m_panel->setMessage(tr("The dataset has no sequence of numbers that could place its segments."));
        return;
    }
    const QString key = keys.contains(m_sequence) ? m_sequence : keys.front();
    m_panel->setSequences(keys, key);
    const engine::ProjectionOptions projection = m_panel->projection();
    if (const PlacedPoints::Content known = m_placed.of(key, projection)) {
        m_jobs.cancel(title()); // another choice that is not wanted any more
        showContent(known);
        return;
    }
    if (!m_failed)
        m_panel->setMessage(tr("Placing the segments by %1…").arg(key));
    m_reading = true;
    m_jobs.start(
        title(), this,
        [dataset, key, projection, rows = m_placed.rowsOf(key),
         offsets = projectOffsets(m_document.annotation())](const engine::RunContext& run) {
            return readSpace(*dataset, key, offsets, projection, rows, run);
        },
        [this, dataset, key, projection](const ReadSpace& read) {
            if (dataset != m_videos.dataset() || key != m_panel->sequence()
                || projection != m_panel->projection())
                return; // another was chosen meanwhile
            m_placed.keepRows(key, read.rows);
            m_placed.keep(key, read.content);
            showContent(read.content);
        });
}

void SpaceTab::showContent(const std::shared_ptr<const widgets::SpaceContent>& content)
{
    m_reading = false;
    m_panel->setContent(*content);
    for (const std::string& video : m_document.videosWithOwnLabels())
        recolour(QString::fromStdString(video));
    showAnswers();
    if (!m_failed)
        m_panel->setMessage(
            content->points.empty()
                ? tr("No segment has rows of %1: points need labels, or words.").arg(m_panel->sequence())
                : QString());
    showSelected();
}

/// The user stopped the work, or it failed: nothing is on its way any more.
void SpaceTab::noteStop()
{
    const auto running = m_jobs.running();
    const bool works = std::any_of(running.begin(), running.end(),
                                   [](const Jobs::Running& job) { return job.title == title(); });
    if (!m_reading || works)
        return;
    m_reading = false;
    m_stale = true;
    if (!m_failed)
        m_panel->setMessage(tr("The segments were not placed; open the tab again to try once more."));
}

/// Points have the project's labels, found by the time at which their segments lay when they were placed.
void SpaceTab::recolour(const QString& video)
{
    if (!m_panel)
        return;
    auto labels = m_document.ownLabels(video.toStdString());
    if (!labels && m_document.hasVideo() && m_document.video().id == video)
        labels = m_document.labels(); // an undone edit: they follow their file again
    if (!labels)
        return;
    const QStringList& names = m_panel->content().labels;
    m_panel->relabel(video, [&](widgets::SpacePoint& point) {
        const auto row = engine::rowAt(labels->rows.intervals, point.start + kInside);
        if (!row)
            return;
        point.labels.assign(static_cast<std::size_t>(names.size()), std::nanf(""));
        for (qsizetype i = 0; i < names.size(); ++i) {
            const auto column = labels->names.indexOf(names[i]);
            if (column >= 0)
                point.labels[static_cast<std::size_t>(i)]
                    = labels->rows.features.at(*row, static_cast<std::size_t>(column));
        }
    });
}

void SpaceTab::setAnswers(const widgets::DatasetContentPtr& answers)
{
    m_answers.setAnswers(answers);
    showAnswers();
}

void SpaceTab::setDynamics(const std::vector<widgets::SegmentDynamics>& dynamics)
{
    m_answers.setDynamics(dynamics);
    showAnswers();
}

void SpaceTab::showAnswers()
{
    if (m_panel)
        m_panel->answer([this](widgets::SpacePoint& point) { m_answers.tell(point); }, m_answers.output());
}

std::vector<ReviewPass::Place> SpaceTab::chosen() const
{
    std::vector<ReviewPass::Place> places;
    if (!m_panel)
        return places;
    const widgets::SpaceContent& content = m_panel->content();
    for (const std::size_t index : m_panel->chosen()) {
        const widgets::SpacePoint& point = content.points[index];
        const float error = widgets::scaleValue(content, point, {widgets::SpaceColouring::Kind::Error});
        const bool isLabelled
            = std::ranges::any_of(point.labels, [](float label) { return std::isfinite(label); });
        places.push_back({point.video.toStdString(),
                          {point.start, point.end},
                          isLabelled ? engine::ReviewReason::Model : engine::ReviewReason::NotLabelled,
                          std::isfinite(error) ? static_cast<double>(std::abs(error)) : 0.0,
                          point.segment});
    }
    return places;
}

void SpaceTab::hover(int point)
{
    const std::shared_ptr<const OpenDataset> dataset = m_videos.dataset();
    if (point < 0 || !dataset)
        return m_pictures->forget();
    const widgets::SpacePoint& of = m_panel->content().points.at(static_cast<std::size_t>(point));
    const auto* media = m_document.dataset().mediaOf(of.video.toStdString());
    if (media)
        m_pictures->want(point, QString::fromStdString(media->file.string()), (of.start + of.end) / 2);
    else
        m_pictures->forget();
}

void SpaceTab::askForSpacePicture()
{
    const QSize size = m_panel->pictureSize();
    askForPicture(window(), tr("Picture of Space"),
                  {tr("Space"), size, logicalDpiX(),
                   [this, size](QPainter& painter) { m_panel->paintPicture(painter, size); }},
                  m_jobs, [this](const QString& text) { emit message(text); });
}

void SpaceTab::jumpTo(int point)
{
    const widgets::SpacePoint& target = m_panel->content().points.at(static_cast<std::size_t>(point));
    m_panel->setSelected(static_cast<std::size_t>(point));
    m_videos.openAt(target.video, target.start);
}

void SpaceTab::setSegment(std::optional<std::size_t> segment)
{
    m_segment = segment;
    showSelected();
}

/// Marks the point of the segment in sight.
void SpaceTab::showSelected()
{
    if (!m_panel || m_videos.isJumping())
        return;
    const auto& points = m_panel->content().points;
    const bool known = m_segment && m_document.hasVideo();
    const auto found = std::find_if(points.begin(), points.end(), [&](const widgets::SpacePoint& point) {
        return known && point.video == m_document.video().id
            && point.segment == static_cast<int>(*m_segment) + 1;
    });
    m_panel->setSelected(found == points.end() ? std::nullopt
                                               : std::optional<std::size_t>(found - points.begin()));
}

bool SpaceTab::isComplete() const
{
    return !isVisible() || m_failed || (!m_reading && m_panel && m_panel->view().isComplete());
}

}
