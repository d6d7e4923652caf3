#include "app/space/points_feed.h"

#include "app/document/document.h"
#include "app/snapshot/project_moment.h"
#include "app/space/hover_pictures.h"
#include "app/space/space_points.h"
#include "app/video/video_opener.h"
#include "widgets/space/space_panel.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace app {

namespace {

constexpr int kSoon = 300; // ms
constexpr double kInside = 0.01; // seconds behind the start of a segment, where it is sure to be

struct ReadLabels {
    std::shared_ptr<const SpaceLabels> labels;
    std::size_t segments = 0; ///< a number for where the project's own segments lie
};
using Placed = std::pair<ReadSpace, ReadLabels>;

ReadLabels readSpaceLabels(const ProjectMoment& moment, const engine::RunContext& run)
{
    std::string places;
    for (const auto& [video, rows] : engine::projectEdits(moment.annotation()).labels) {
        places += video;
        for (const engine::Interval& span : rows.intervals)
            places.append(reinterpret_cast<const char*>(&span), sizeof(span));
    }
    return {std::make_shared<SpaceLabels>(engine::labelsToLearn(*moment.dataset, moment.annotation(), run),
                                          termColours(moment.annotation())),
            std::hash<std::string>()(places)};
}

}

PointsFeed::PointsFeed(Document& document, const ProjectMoments& moments, VideoOpener& videos, Tasks& tasks,
                       std::filesystem::path programs, widgets::SpacePanel& panel)
    : QObject(&panel)
    , m_document(document)
    , m_moments(moments)
    , m_videos(videos)
    , m_panel(panel)
    , m_programs(std::move(programs))
    , m_pictures(new HoverPictures(this))
    , m_placing(tasks)
    , m_labelling(tasks)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoon);
    connect(&m_soon, &QTimer::timeout, this, &PointsFeed::readLabels);
    connect(&videos, &VideoOpener::datasetOpened, this, [this] {
        m_placing.abandon();
        m_wanted.reset();
        m_placed.clear();
        m_answers = {}; // they were about another dataset
        m_panel.setContent({});
        m_panel.setMessage({});
    });
    const auto readWhenSeen = [this] {
        m_stale = true;
        m_placed.clear();
        readIfSeen();
    };
    connect(&videos, &VideoOpener::entriesListed, this, readWhenSeen);
    connect(&document, &Document::itemsChanged, this, [readWhenSeen](const QString& kind) {
        if (kind == QLatin1String(engine::kOffsetItems) || kind == QLatin1String(engine::kFaceItems))
            readWhenSeen();
    });
    connect(&document, &Document::videoChanged, this, &PointsFeed::showSelected);
    connect(&document, &Document::labelsChanged, this, [this](const QString& video) {
        recolour(video);
        m_areLabelsOld = true;
        m_soon.start();
    });
    connect(&document, &Document::tierChanged, this, [this] {
        m_areLabelsOld = true;
        m_soon.start();
    });
    connect(&document, &Document::wordsChanged, this, &PointsFeed::reword);
    connect(&panel, &widgets::SpaceFrame::appeared, this, [this] {
        readIfSeen();
        readLabels();
        emit answersWished();
    });
    connect(&panel, &widgets::SpacePanel::sequenceChosen, this, [this](const QString& key) {
        m_sequence = key;
        read();
    });
    connect(&panel, &widgets::SpacePanel::projectionChosen, this, &PointsFeed::read);
    connect(&panel, &widgets::SpacePanel::chosenChanged, this, [this] {
        m_wanted.reset();
        emit selectionChanged(chosen());
    });
    connect(&panel, &widgets::SpacePanel::pointClicked, this, &PointsFeed::jumpTo);
    connect(&panel, &widgets::SpacePanel::pointHovered, this, &PointsFeed::hover);
    connect(&panel, &widgets::SpaceFrame::stepWished, this, [this] {
        if (m_panel.sequence().isEmpty())
            emit sequencesWished();
        else
            emit segmentsWished();
    });
    connect(m_pictures, &HoverPictures::ready, &panel, &widgets::SpacePanel::setHoverPicture);
}

void PointsFeed::readIfSeen()
{
    if (!m_stale)
        return;
    m_placing.abandon();
    if (m_panel.isVisible())
        read();
}

void PointsFeed::read()
{
    const std::shared_ptr<const OpenDataset> dataset = m_videos.dataset();
    if (!dataset)
        return;
    m_stale = false;
    m_areLabelsOld = false;
    m_labelling.abandon(); // what is placed brings its labels
    m_placing.abandon(); // another choice that is not wanted any more
    const QStringList keys = choices(*dataset);
    if (keys.isEmpty()) {
        m_panel.setSequences({}, {});
        m_panel.setContent({});
        m_panel.setMessage(tr("The dataset has no sequence of numbers that could place its segments."),
                           tr("Make sequences…"));
        return;
    }
    const QString key = keys.contains(m_sequence) ? m_sequence : keys.front();
    m_panel.setSequences(keys, key);
    const engine::ProjectionOptions projection = m_panel.projection();
    if (const PlacedPoints::Content known = m_placed.of(key, projection)) {
        showContent(known);
        return;
    }
    m_panel.setMessage(tr("Placing the segments by %1…").arg(key));
    const ProjectMoment moment = m_moments.now();
    m_placing.start(
        tr("Placing the segments"),
        [moment, projection, rows = m_placed.rowsOf(key),
         reading = reading(moment, key)](const engine::RunContext& run) {
            ReadLabels labels = readSpaceLabels(moment, run);
            return Placed(readSpace(*moment.dataset, projection, reading, rows, run), std::move(labels));
        },
        [this, key](const Outcome<Placed>& end) {
            if (const auto* placed = std::get_if<Placed>(&end)) {
                m_placed.keepRows(key, placed->first.rows);
                m_placed.keep(key, placed->first.content);
                m_labels = placed->second.labels;
                m_segmentsPlaced = placed->second.segments;
                showContent(placed->first.content);
            } else if (std::holds_alternative<Stopped>(end)) {
                m_stale = true;
                m_panel.setMessage(tr("The segments were not placed; open the tab again to try once more."));
            } else {
                m_panel.setContent({});
                m_panel.setMessage(tr("%1: the segments cannot be placed.").arg(key) + QLatin1Char('\n')
                                   + failureOf(end));
            }
        });
}

QStringList PointsFeed::choices(const OpenDataset& dataset) const
{
    QStringList keys = spaceSequences(dataset);
    const bool hasLabels = dataset.withRole(Role::Labels) || !m_document.videosWithOwnLabels().empty();
    if (!m_model.file.isEmpty() && hasLabels)
        keys << layerTitle(m_model);
    return keys;
}

ReadSpaceRows PointsFeed::reading(const ProjectMoment& moment, const QString& key) const
{
    if (!m_model.file.isEmpty() && key == layerTitle(m_model))
        return [moment, model = m_model, programs = m_programs](const engine::RunContext& run) {
            return readLayerRows(moment, model, engine::projectEdits(moment.annotation()), programs, run);
        };
    return [moment, key](const engine::RunContext& run) {
        const engine::OpenedSequence* sequence = moment.dataset->called(key.toStdString());
        return sequence ? readSpaceRows(*moment.dataset, *sequence->file, key,
                                        engine::projectEdits(moment.annotation()), run)
                        : engine::SegmentMeans();
    };
}

void PointsFeed::setModel(const FusedModel& model)
{
    if (model == m_model)
        return;
    const QString before = m_model.file.isEmpty() ? QString() : layerTitle(m_model);
    m_model = model;
    m_placed.forget(before);
    const std::shared_ptr<const OpenDataset> dataset = m_videos.dataset();
    if (!dataset || m_stale)
        return; // the choices are made when they are read
    if (!before.isEmpty() && m_panel.sequence() == before) {
        if (!model.file.isEmpty())
            m_sequence = layerTitle(model); // the layer of the model in use was chosen
        m_stale = true;
        readIfSeen();
    } else {
        m_panel.setSequences(choices(*dataset), m_panel.sequence());
    }
}

void PointsFeed::showContent(const std::shared_ptr<const widgets::SpaceContent>& content)
{
    m_panel.setContent(*content);
    showLabels();
    showAnswers();
    m_panel.chooseLabel(m_given.name);
    showWanted();
    m_panel.setMessage(
        content->points.empty()
            ? tr("No segment has rows of %1: points need labels, or words.").arg(m_panel.sequence())
            : QString(),
        content->points.empty() ? tr("Make labelled segments…") : QString());
    showSelected();
}

/// Points have the project's labels, found by the time at which their segments lay when they were placed.
void PointsFeed::recolour(const QString& video)
{
    auto labels = m_document.ownLabels(video.toStdString());
    if (!labels && m_document.hasVideo() && m_document.video().id == video)
        labels = m_document.labels(); // an undone edit: they follow their file again
    if (!labels)
        return;
    const QStringList& names = m_panel.content().labels;
    m_panel.relabel(video, [&](widgets::SpacePoint& point) {
        const auto row = engine::rowAt(labels->rows.intervals, point.start + kInside);
        if (!row)
            return;
        for (qsizetype i = 0; i < names.size(); ++i) {
            const auto column = labels->names.indexOf(names[i]);
            if (column >= 0 && static_cast<std::size_t>(i) < point.labels.size())
                point.labels[static_cast<std::size_t>(i)]
                    = labels->rows.features.at(*row, static_cast<std::size_t>(column));
        }
    });
}

/// What is said in the segments of a video, after its words were edited.
void PointsFeed::reword(const QString& video)
{
    if (!m_document.hasOwnWords(video.toStdString()))
        return;
    const engine::TimedText words = m_document.ownWords(video.toStdString()).text;
    m_panel.relabel(video, [&words](widgets::SpacePoint& point) {
        QStringList said;
        for (std::size_t i = 0; i < words.intervals.size(); ++i) {
            if (words.intervals[i].start >= point.start && words.intervals[i].start < point.end)
                said << QString::fromStdString(words.texts[i]);
        }
        point.words = said.join(QLatin1Char(' '));
    });
}

/// Reads the labels that changed since they were read; where segments lie elsewhere, points are placed anew.
void PointsFeed::readLabels()
{
    if (!m_areLabelsOld || m_stale || !m_panel.isVisible() || m_placing.isRunning())
        return;
    m_areLabelsOld = false;
    m_labelling.start(
        tr("Reading the labels of Space"),
        [moment = m_moments.now()](const engine::RunContext& run) { return readSpaceLabels(moment, run); },
        [this](const ReadLabels& read) {
            m_labels = read.labels;
            if (read.segments != m_segmentsPlaced) {
                m_stale = true;
                m_placed.clear();
                readIfSeen();
            } else {
                showLabels();
            }
        });
}

void PointsFeed::showLabels()
{
    m_panel.setLabels(m_given.withName(m_labels->numbers()), m_labels->classes(), m_labels->colours(),
                      [this](widgets::SpacePoint& point) {
                          m_labels->tell(point);
                          m_given.tell(point);
                      });
}

void PointsFeed::setGiven(const GivenValues& given)
{
    m_given = given;
    showLabels();
    m_panel.chooseLabel(given.name);
}

void PointsFeed::setAnswers(const widgets::DatasetContentPtr& answers)
{
    m_answers.setAnswers(answers);
    showAnswers();
}

void PointsFeed::setDynamics(const std::vector<widgets::SegmentDynamics>& dynamics)
{
    m_answers.setDynamics(dynamics);
    showAnswers();
}

void PointsFeed::showAnswers()
{
    m_panel.answer([this](widgets::SpacePoint& point) { m_answers.tell(point); }, m_answers.output());
}

std::vector<engine::ReviewPass::Place> PointsFeed::chosen() const
{
    std::vector<engine::ReviewPass::Place> places;
    const widgets::SpaceContent& content = m_panel.content();
    for (const std::size_t index : m_panel.chosen()) {
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

void PointsFeed::choose(const std::vector<engine::ReviewPass::Place>& places)
{
    m_wanted.emplace(places);
    showWanted();
}

/// Points that are not placed yet are selected when they are.
void PointsFeed::showWanted()
{
    const auto& points = m_panel.content().points;
    if (!m_wanted || points.empty())
        return;
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (m_wanted->contains(points[i].video, points[i].start))
            chosen.push_back(i);
    }
    m_wanted.reset();
    m_panel.setChosen(chosen);
}

void PointsFeed::hover(int point)
{
    const std::shared_ptr<const OpenDataset> dataset = m_videos.dataset();
    if (point < 0 || !dataset)
        return m_pictures->forget();
    const widgets::SpacePoint& of = m_panel.content().points.at(static_cast<std::size_t>(point));
    const auto* media = m_document.dataset().mediaOf(of.video.toStdString());
    if (media)
        m_pictures->want(point, QString::fromStdString(media->file.string()), (of.start + of.end) / 2);
    else
        m_pictures->forget();
}

void PointsFeed::jumpTo(int point)
{
    const widgets::SpacePoint& target = m_panel.content().points.at(static_cast<std::size_t>(point));
    m_panel.setSelected(static_cast<std::size_t>(point));
    m_videos.openAt(target.video, target.start);
}

void PointsFeed::setSegment(std::optional<std::size_t> segment)
{
    m_segment = segment;
    showSelected();
}

/// Marks the point of the segment in sight.
void PointsFeed::showSelected()
{
    if (m_videos.isJumping())
        return;
    const auto& points = m_panel.content().points;
    const bool known = m_segment && m_document.hasVideo();
    const auto found = std::find_if(points.begin(), points.end(), [&](const widgets::SpacePoint& point) {
        return known && point.video == m_document.video().id
            && point.segment == static_cast<int>(*m_segment) + 1;
    });
    m_panel.setSelected(found == points.end() ? std::nullopt
                                              : std::optional<std::size_t>(found - points.begin()));
}

}
