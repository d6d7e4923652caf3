#include "app/timeline/timeline_panel.h"

#include "app/actions/actions.h"
#include "app/alignment/alignment.h"
#include "app/cameras/camera_menu.h"
#include "app/cameras/cameras.h"
#include "app/document/document.h"
#include "app/document/track_layout_item.h"
#include "app/editing/editor.h"
#include "app/features/feature_reader.h"
#include "app/models_client/models_client.h"
#include "app/playback/player.h"
#include "app/playback/speed_menu.h"
#include "app/playback/thumbnailer.h"
#include "app/prediction/live_prediction.h"
#include "app/timeline/kept_scroll.h"
#include "app/timeline/kept_selection.h"
#include "app/timeline/segment_selection.h"
#include "app/timeline/segment_text_field.h"
#include "app/timeline/timeline_find.h"
#include "app/video/video_opener.h"
#include "widgets/player/overview_strip.h"
#include "widgets/player/transport_bar.h"
#include "widgets/player/volume_control.h"
#include "widgets/timeline/find_bar.h"
#include "widgets/tracks/labels_track.h"
#include "widgets/tracks/words_track.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace app {

TimelinePanel::TimelinePanel(const TimelineSources& sources, const Actions& actions, QWidget* parent)
    : QWidget(parent)
    , m_document(sources.document)
    , m_editor(sources.editor)
    , m_player(sources.player)
    , m_view(*new widgets::TimelineView(this))
    , m_transport(new widgets::TransportBar(this))
    , m_overview(*new widgets::OverviewStrip(this))
    , m_tracks(m_view, m_overview, this)
    , m_media(m_tracks, sources.document, sources.player, sources.videos, sources.thumbnailer, this)
    , m_tiers(m_tracks, sources.document, sources.editor.answerLocks(), this)
    , m_texts(m_tracks, sources.document, this)
    , m_faces(m_tracks, sources.document, sources.faces, this)
    , m_features(m_tracks, sources.document, sources.editor, sources.features, sources.alignment, this)
    , m_predictions(m_tracks, sources.document, sources.prediction, sources.model, this)
    , m_compared(m_tracks, sources.document, sources.prediction, sources.others, sources.model, this)
    , m_attributions(m_tracks, sources.document, sources.editor, sources.prediction, this)
    , m_drafts(m_tracks, m_tiers, sources.document, this)
    , m_hand(m_tracks, m_tiers, sources.document, sources.player, this)
    , m_drags(m_tracks, m_tiers, m_hand, sources.document, sources.editor, sources.player, this)
{
    setObjectName(QStringLiteral("timelinePanel"));
    makeTransport(sources.cameras, actions);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_transport);
    auto* findBar = new widgets::FindBar(this);
    layout->addWidget(findBar);
    layout->addWidget(&m_view, 1);
    new TimelineFind(m_document, m_player, actions, m_view, m_hand, *findBar, m_overview, m_tracks.words);
    connectDocument();
    new KeptSelection(sources.document, sources.player, m_hand, m_view, this);
    new KeptScroll(sources.document, m_view, this);
    connectPlayer(sources.videos);
    connectPrediction(sources.prediction);
    connectView();
    connectActions(actions);
}

void TimelinePanel::makeTransport(Cameras& cameras, const Actions& actions)
{
    m_volume = new widgets::VolumeControl(actions.at("mute"), this);
    m_cameras = new CameraMenu(cameras, m_document.notices(), this);
    for (const char* id : {"go-to-start", "step-back", "play", "step-forward", "go-to-end"})
        m_transport->addButton(actions.at(id));
    m_transport->addChip((new SpeedMenu(m_player, this))->menuAction());
    m_transport->addChip(m_cameras->menuAction());
    for (const char* id : {"loop", "follow", "snap"})
        m_transport->addChip(actions.at(id));
    m_transport->addControl(m_volume);
    m_transport->addStretchWidget(&m_overview);
}

void TimelinePanel::connectDocument()
{
    connect(&m_document.sight(), &DocumentSight::changed, this, &TimelinePanel::showSight);
    connect(&m_document.attention(), &Attention::contentChanged, this, &TimelinePanel::showAttention);
    connect(&m_document, &Document::videoChanged, this, &TimelinePanel::showVideo);
    connect(&m_document, &Document::wordsChanged, this, [this](const QString& video) {
        if (m_document.isInSight(video))
            showWords();
    });
    connect(&m_document, &Document::labelsChanged, this, [this](const QString& video) {
        if (!m_document.isInSight(video))
            return;
        m_tiers.showLabels(m_document.attention().segment());
        m_predictions.show();
        showPosition(m_player.position());
    });
    connect(&m_document, &Document::tierChanged, this, [this](const QString& video) {
        if (m_document.isInSight(video))
            m_tiers.showOwnTiers();
    });
    connect(&m_document, &Document::layoutChanged, this, &TimelinePanel::showLayout);
    connect(&m_document, &Document::projectChanged, this, &TimelinePanel::showLayout);
}

void TimelinePanel::connectPlayer(VideoOpener& videos)
{
    connect(&m_player, &Player::opened, this, [this] {
        updateDuration();
        showPosition(m_player.position());
    });
    connect(&m_player, &Player::durationChanged, this, &TimelinePanel::updateDuration);
    connect(&m_player, &Player::positionChanged, this, &TimelinePanel::showPosition);
    connect(&videos, &VideoOpener::mediaOpening, this, [this] {
        m_view.setSelection(std::nullopt);
        updateDuration();
    });
    connect(&videos, &VideoOpener::peaksChanged, this, &TimelinePanel::updateDuration);
}

void TimelinePanel::connectPrediction(LivePrediction& prediction)
{
    connect(&prediction, &LivePrediction::segmentsChanged, &m_predictions, &PredictionTracks::show);
    connect(&m_predictions, &PredictionTracks::shown, &m_compared, &ComparedTracks::show);
}

void TimelinePanel::connectView()
{
    connect(&m_view, &widgets::TimelineView::seekRequested, &m_player, &Player::seek);
    connect(&m_view, &widgets::TimelineView::partDoubleClicked, this,
            [this](widgets::Track* track, std::size_t segment) {
                if (const auto tier = m_tiers.tierOf(track))
                    edit(*tier, segment);
            });
    connect(&m_view, &widgets::TimelineView::selectionEdited, this, &TimelinePanel::setSelectedSpan);
    connect(&m_view, &widgets::TimelineView::scaleChanged, this, [this](const widgets::TimeScale& scale) {
        m_overview.setVisibleSpan(scale.visible(m_view.trackArea().width()));
    });
    connect(&m_overview, &widgets::OverviewStrip::centreRequested, this, [this](double seconds) {
        const widgets::TimeScale scale = m_view.scale();
        m_view.setScale(
            {seconds - m_view.trackArea().width() / scale.pixelsPerSecond / 2, scale.pixelsPerSecond});
    });
    connect(&m_overview, &widgets::OverviewStrip::seekRequested, &m_player, &Player::seek);
}

void TimelinePanel::connectActions(const Actions& actions)
{
    const auto showMedia = [this, picture = actions.at("show-picture"), sound = actions.at("play-sound")] {
        m_media.setShown(picture->isChecked(), sound->isChecked());
        m_faces.setShown(picture->isChecked());
    };
    connect(actions.at("show-picture"), &QAction::toggled, this, showMedia);
    connect(actions.at("play-sound"), &QAction::toggled, this, showMedia);
    QAction* snap = actions.at("snap");
    snap->setChecked(true);
    connect(snap, &QAction::toggled, this, [this](bool snaps) { m_drags.setSnaps(snaps); });
}

void TimelinePanel::showVideo()
{
    m_tiers.letGo();
    m_drags.letGo();
    m_texts.showVideo();
    m_features.showVideo();
    m_tiers.showOwnTiers();
    m_tiers.showLabels(std::nullopt);
    m_media.showVideo();
    m_view.setCountsSteps(m_document.hasVideo() && m_document.video().countsSteps);
    showWords();
    updateDuration();
}

void TimelinePanel::showWords()
{
    m_tiers.showWords();
    m_features.showCoverage();
    showPosition(m_player.position());
}

void TimelinePanel::showLayout()
{
    m_features.showDimensionTracks();
    m_view.setTrackLayout(trackLayout(m_document.annotation()));
    m_faces.showLayout();
    emit layoutShown();
}

void TimelinePanel::updateDuration()
{
    const double duration = m_player.duration();
    if (duration == m_view.duration())
        return;
    m_view.setDuration(duration);
    m_overview.setDuration(duration);
}

void TimelinePanel::showPosition(double seconds)
{
    m_view.setPlayhead(seconds);
    m_overview.setPlayhead(seconds);
    m_transport->setPosition(seconds, m_player.frame());
    m_tracks.words.setCurrentWord(m_document.wordAt(seconds));
    m_hand.selected().followPlayhead(seconds);
}

void TimelinePanel::showAttention()
{
    const Attention& attention = m_document.attention();
    m_view.setHighlight(attention.judged() ? attention.judged() : attention.span());
    m_tracks.labels.setCurrent(attention.segment());
}

/// Another part of the video may be seen.
void TimelinePanel::showSight()
{
    m_tiers.showWords();
    m_tiers.showLabels(m_document.attention().segment());
    m_tiers.showOwnTiers();
    m_texts.showSight();
    m_predictions.show();
    m_compared.show();
    m_attributions.show();
    m_drafts.show();
}

std::optional<double> TimelinePanel::neighbourWordEdge(int step) const
{
    if (!m_document.hasVideo())
        return std::nullopt;
    const double now = m_player.position();
    std::optional<double> nearest;
    for (const engine::Interval& word : m_document.words().intervals) {
        for (const double edge : {word.start, word.end}) {
            const bool onSide = step > 0 ? edge > now + 1e-4 : edge < now - 1e-4;
            if (onSide && (!nearest || std::abs(edge - now) < std::abs(*nearest - now)))
                nearest = edge;
        }
    }
    return nearest;
}

void TimelinePanel::setSelectedSpan(std::optional<engine::Interval> span)
{
    const auto first = span ? m_player.frameAt(span->start) : std::nullopt;
    const auto last = span ? m_player.frameAt(span->end) : std::nullopt;
    m_view.setSelection(span, first && last ? std::optional(static_cast<int>(*last - *first)) : std::nullopt);
}

std::optional<engine::Interval> TimelinePanel::spanToPlay() const
{
    return m_view.selection() ? m_view.selection() : m_document.attention().span();
}

void TimelinePanel::play(std::optional<engine::Interval> span)
{
    const auto played = span ? span : spanToPlay();
    if (!played)
        return;
    m_player.playSpan(*played);
    if (span || !m_view.selection())
        m_document.attention().hold(*played);
}

void TimelinePanel::edit(const TierName& tier, std::size_t index)
{
    const widgets::Track* track = m_tiers.trackOf(tier);
    if (!track || index >= m_document.spans(tier).size()
        || (!m_document.sight().now().labels && tier == kLabelsTier))
        return;
    m_view.ensureVisible(m_document.spans(tier)[index].start);
    m_view.ensureVisible(track);
    new SegmentTextField(m_view, *track, m_document, m_editor, tier, index);
}

/// Esc lets go of what is selected: segments first, then the span of time.
void TimelinePanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape)
        QWidget::keyPressEvent(event);
    else if (!m_hand.selected().isEmpty())
        m_hand.selected().clear();
    else
        m_view.setSelection(std::nullopt);
}

bool TimelinePanel::isComplete() const
{
    return m_media.isComplete() && m_features.isComplete();
}

}
