#include "app/space/space_tab.h"

#include "app/document/document.h"
#include "app/export/picture_file.h"
#include "app/space/face_feed.h"
#include "app/space/model_figures.h"
#include "app/space/points_feed.h"
#include "app/space/space_painter.h"
#include "app/space/surface_feed.h"
#include "app/tasks/tasks.h"
#include "widgets/base/guide_page.h"
#include "widgets/predict/display_words.h"
#include "widgets/space/face_panel.h"
#include "widgets/space/graph_panel.h"
#include "widgets/space/space_panel.h"
#include "widgets/space/space_view.h"
#include "widgets/space/space_views.h"
#include "widgets/space/surface_panel.h"
#include "widgets/space/tensor_panel.h"

#include <QVBoxLayout>

namespace app {

SpaceTab::SpaceTab(const SpaceSources& sources, QWidget* parent) : QWidget(parent), m_sources(sources)
{
    widgets::setGuidePage(*this, "exploring");
    setObjectName(QStringLiteral("spaceTab"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

void SpaceTab::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_views)
        makeViews();
    if (m_failed) { // it may work now: another display, an installed driver
        m_painter->deleteLater();
        makePainter();
        fail({});
    }
    emit modelShownWished();
}

void SpaceTab::makeViews()
{
    m_views = new widgets::SpaceViews(widgets::vertexMeaning, this);
    m_points = new PointsFeed(m_sources.document, m_sources.moments, m_sources.videos, m_sources.tasks,
                              m_sources.programs.toStdString(), m_views->points());
    m_surface = new SurfaceFeed(m_sources.document, m_sources.player, m_sources.features, m_views->surface());
    m_figures = new ModelFigures(*m_views);
    auto* face = new FaceFeed(m_sources.document, m_sources.player, m_sources.faces, m_views->face());
    const Attention& attention = m_sources.document.attention();
    m_points->setSegment(attention.segment());
    m_surface->setSegment(attention.segment());
    connect(&attention, &Attention::segmentChanged, m_points, &PointsFeed::setSegment);
    connect(&attention, &Attention::segmentChanged, m_surface, &SurfaceFeed::setSegment);
    m_points->setModel(m_model);
    m_points->setGiven(m_given);
    m_points->choose(m_wanted);
    connect(m_points, &PointsFeed::selectionChanged, this, &SpaceTab::selectionChanged);
    connect(m_points, &PointsFeed::sequencesWished, this, &SpaceTab::extractionWished);
    connect(m_points, &PointsFeed::segmentsWished, this, &SpaceTab::segmentsWished);
    connect(m_points, &PointsFeed::answersWished, this, &SpaceTab::answersWished);
    connect(m_figures, &ModelFigures::modelWished, this, &SpaceTab::modelWished);
    connect(face, &FaceFeed::extractionWished, this, &SpaceTab::extractionWished);
    connect(&m_views->points(), &widgets::SpacePanel::reviewWished, this, &SpaceTab::reviewWished);
    connect(&m_views->points(), &widgets::SpacePanel::datasetWished, this, &SpaceTab::datasetWished);
    for (widgets::SpaceFrame* frame : m_views->all())
        connect(frame, &widgets::SpaceFrame::pictureWished, this, &SpaceTab::askForSpacePicture);
    makePainter();
    layout()->addWidget(m_views);
    m_views->show();
}

void SpaceTab::makePainter()
{
    m_painter = new SpacePainter(m_sources.programs, this);
    for (widgets::SpaceFrame* frame : m_views->all()) {
        widgets::SpaceView& view = frame->view();
        view.forgetPicture();
        connect(&view, &widgets::SpaceView::pictureWanted, m_painter, &SpacePainter::want);
        connect(m_painter, &SpacePainter::painted, &view, &widgets::SpaceView::setPicture);
    }
    connect(m_painter, &SpacePainter::failed, this, &SpaceTab::fail);
    m_painter->start();
}

void SpaceTab::fail(const QString& why)
{
    m_failed = !why.isEmpty();
    for (widgets::SpaceFrame* frame : m_views->all())
        frame->setFailure(why);
}

void SpaceTab::setAnswers(const widgets::DatasetContentPtr& answers)
{
    if (m_points)
        m_points->setAnswers(answers);
}

void SpaceTab::setDynamics(const std::vector<widgets::SegmentDynamics>& dynamics)
{
    if (m_points)
        m_points->setDynamics(dynamics);
}

void SpaceTab::setGiven(const GivenValues& given)
{
    m_given = given;
    if (m_points)
        m_points->setGiven(given);
}

void SpaceTab::setModelShown(const ModelShown& shown)
{
    if (m_figures)
        m_figures->show(shown);
}

void SpaceTab::setModel(const FusedModel& model)
{
    m_model = model;
    if (m_points)
        m_points->setModel(model);
}

void SpaceTab::choose(const std::vector<engine::ReviewPass::Place>& places)
{
    m_wanted = places;
    if (m_points)
        m_points->choose(places);
}

std::vector<engine::ReviewPass::Place> SpaceTab::chosen() const
{
    return m_points ? m_points->chosen() : std::vector<engine::ReviewPass::Place>();
}

void SpaceTab::askForSpacePicture()
{
    widgets::SpaceFrame& frame = m_views->current();
    const QSize size = frame.pictureSize();
    askForPicture(window(), tr("Picture of Space"),
                  {m_views->name(), size, logicalDpiX(),
                   [&frame, size](QPainter& painter) { frame.paintPicture(painter, size); }},
                  m_sources.tasks, [this](const QString& text) { m_sources.document.notices().say(text); });
}

bool SpaceTab::isComplete() const
{
    return !isVisible() || m_failed
        || (m_views && !m_points->isReading() && m_views->current().view().isComplete());
}

}
