#include "app/main_window/timeline_panel.h"

#include "app/actions/actions.h"
#include "app/document/track_layout_item.h"
#include "app/main_window/camera_menu.h"
#include "app/main_window/segment_selection.h"
#include "app/main_window/timeline_find.h"
#include "app/playback/sample_reader.h"
#include "app/playback/spectrogram_reader.h"
#include "app/playback/speed_menu.h"
#include "app/session/session.h"
#include "widgets/player/overview_strip.h"
#include "widgets/player/transport_bar.h"
#include "widgets/player/volume_control.h"
#include "widgets/timeline/find_bar.h"
#include "widgets/tracks/features_track.h"
#include "widgets/tracks/filmstrip_track.h"
#include "widgets/tracks/labels_track.h"
#include "widgets/tracks/prediction_track.h"
#include "widgets/tracks/spectrogram_track.h"
#include "widgets/tracks/waveform_track.h"
#include "widgets/tracks/words_track.h"

#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace app {

TimelinePanel::TimelinePanel(Session& session, const Actions& actions, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_view(new widgets::TimelineView(this))
    , m_transport(new widgets::TransportBar(this))
    , m_volume(new widgets::VolumeControl(actions.at("mute"), this))
    , m_cameras(new CameraMenu(session.cameras(), this))
    , m_overview(new widgets::OverviewStrip(this))
    , m_filmstrip(new widgets::FilmstripTrack(this))
    , m_waveform(new widgets::WaveformTrack(this))
    , m_spectrogram(new widgets::SpectrogramTrack(this))
    , m_words(new widgets::WordsTrack(this))
    , m_labels(new widgets::LabelsTrack(this))
    , m_predictions(new widgets::PredictionTrack(this))
    , m_selected(new SegmentSelection(session.document(), this))
    , m_samples(new SampleReader(this))
    , m_spectra(new SpectrogramReader(this))
{
    setObjectName(QStringLiteral("timelinePanel"));
    for (const char* id : {"go-to-start", "step-back", "play", "step-forward", "go-to-end"})
        m_transport->addButton(actions.at(id));
    m_transport->addChip((new SpeedMenu(session.player(), this))->menuAction());
    m_transport->addChip(m_cameras->menuAction());
    for (const char* id : {"loop", "follow", "snap"})
        m_transport->addChip(actions.at(id));
    m_transport->addControl(m_volume);
    m_transport->addStretchWidget(m_overview);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_transport);
    auto* findBar = new widgets::FindBar(this);
    layout->addWidget(findBar);
    layout->addWidget(m_view, 1);
    new TimelineFind(session, actions, *this, *findBar, *m_overview, *m_words);
    for (widgets::Track* track : std::initializer_list<widgets::Track*>{
             m_filmstrip, m_waveform, m_spectrogram, m_words, m_labels, m_predictions})
        m_view->addTrack(track);
    m_filmstrip->setObjectName(QStringLiteral("filmstripTrack"));
    m_waveform->setObjectName(QStringLiteral("waveformTrack"));
    m_spectrogram->setObjectName(QStringLiteral("spectrogramTrack"));
    m_words->setObjectName(QStringLiteral("wordsTrack"));
    m_labels->setObjectName(QStringLiteral("labelsTrack"));
    m_predictions->setObjectName(QStringLiteral("predictionTrack"));
    connectSession();
    connectView();
    const auto showMedia = [this, picture = actions.at("show-picture"), sound = actions.at("play-sound")] {
        setShowsMedia(picture->isChecked(), sound->isChecked());
    };
    connect(actions.at("show-picture"), &QAction::toggled, this, showMedia);
    connect(actions.at("play-sound"), &QAction::toggled, this, showMedia);
    QAction* snap = actions.at("snap");
    snap->setChecked(m_snaps);
    connect(snap, &QAction::toggled, this, [this](bool snaps) { m_snaps = snaps; });
    setActiveTier(kWordsTier);
}

void TimelinePanel::connectSession()
{
    connect(&m_session.document(), &Document::videoChanged, this, &TimelinePanel::showVideo);
    connect(&m_session.document(), &Document::wordsChanged, this, [this](const QString& video) {
        if (m_session.document().isInSight(video))
            showWords();
    });
    connect(&m_session.document(), &Document::labelsChanged, this, [this](const QString& video) {
        if (!m_session.document().isInSight(video))
            return;
        if (m_segment && *m_segment >= m_session.prediction().segments().size())
            m_segment.reset(); // it was deleted
        showLabels();
        showPredictions();
        showPosition(m_session.player().position());
    });
    connect(&m_session.document(), &Document::tierChanged, this, [this](const QString& video) {
        if (m_session.document().isInSight(video))
            showOwnTiers();
    });
    const auto showLayout = [this] {
        showDimensionTracks();
        m_view->setTrackLayout(trackLayout(m_session.document().annotation()));
    };
    connect(&m_session.featureReader(), &FeatureReader::arrived, this,
            [this](const engine::FeatureLevels* features) {
                for (widgets::FeaturesTrack* track : m_features) {
                    if (track->features().get() == features)
                        emit track->headChanged();
                }
            });
    connect(&m_session.document(), &Document::layoutChanged, this, showLayout);
    connect(&m_session.document(), &Document::projectChanged, this, showLayout);
    connect(&m_session.alignment(), &Alignment::appliedChanged, this, &TimelinePanel::showFeatures);
    connect(&m_session.player(), &Player::opened, this, &TimelinePanel::showMedia);
    connect(&m_session.player(), &Player::durationChanged, this, &TimelinePanel::updateDuration);
    connect(&m_session.player(), &Player::positionChanged, this, &TimelinePanel::showPosition);
    connect(&m_session, &Session::mediaOpening, this, [this] {
        m_filmstrip->setVideo(0.0, 0.0, {});
        m_view->setSelection(std::nullopt);
        updateDuration();
    });
    connect(&m_session, &Session::peaksChanged, this, [this](const auto& peaks) {
        m_peaks = peaks;
        m_waveform->setPeaks(peaks, soundDescription());
        updateDuration();
    });
    connect(&m_session.thumbnailer(), &Thumbnailer::thumbnailReady, this,
            [this](const QString& path, double seconds, const QImage& image) {
                const auto& info = m_session.player().info();
                if (info && QString::fromStdString(info->path.string()) == path)
                    m_filmstrip->setThumbnail(seconds, image);
            });
    connect(&m_session.prediction(), &LivePrediction::segmentsChanged, this, [this] {
        showPredictions();
        m_session.prediction().setFocus(m_session.prediction().segmentAt(m_session.player().position()));
    });
    m_predictionsTimer.setSingleShot(true);
    m_predictionsTimer.setInterval(0);
    connect(&m_predictionsTimer, &QTimer::timeout, this, &TimelinePanel::showPredictions);
    connect(&m_session.prediction(), &LivePrediction::answerChanged, this,
            [this] { m_predictionsTimer.start(); });
    connect(&m_session.modelsClient(), &ModelsClient::stateChanged, this, &TimelinePanel::showModel);
    connect(m_words, &widgets::WordsTrack::stripChosen, this, [this](const QString& output) {
        m_predictionsTimer.start();
        emit underWordsChanged(output);
    });
}

void TimelinePanel::connectView()
{
    connect(m_view, &widgets::TimelineView::seekRequested, &m_session.player(), &Player::seek);
    connect(m_view, &widgets::TimelineView::selectionEdited, this, &TimelinePanel::setSelectedSpan);
    connect(m_view, &widgets::TimelineView::scaleChanged, this, [this](const widgets::TimeScale& scale) {
        m_overview->setVisibleSpan(scale.visible(m_view->trackArea().width()));
    });
    connect(m_view, &widgets::TimelineView::layoutWished, this,
            [this](const widgets::TrackLayout& layout, const QString& what, bool continues) {
                m_session.editor().setTrackLayout(layout, what, continues ? m_drag : 0);
            });
    connect(m_view, &widgets::TimelineView::layoutReleased, this, [this] { ++m_drag; });
    connect(m_overview, &widgets::OverviewStrip::centreRequested, this, [this](double seconds) {
        const widgets::TimeScale scale = m_view->scale();
        m_view->setScale(
            {seconds - m_view->trackArea().width() / scale.pixelsPerSecond / 2, scale.pixelsPerSecond});
    });
    connect(m_overview, &widgets::OverviewStrip::seekRequested, &m_session.player(), &Player::seek);
    connect(
        m_filmstrip, &widgets::FilmstripTrack::thumbnailsWanted, this,
        [this](const QList<double>& seconds, int height) { m_session.thumbnailer().want(seconds, height); },
        Qt::QueuedConnection);
    connectSound();
    connectEditing();
}

void TimelinePanel::showVideo()
{
    m_words->letGo();
    m_labels->letGo();
    m_dragged.reset();
    makeFeatureTracks();
    showOwnTiers();
    m_segment.reset();
    showLabels();
    showMediaTracks();
    showWords();
    updateDuration();
    showPosition(m_session.player().position());
}

void TimelinePanel::showLabels()
{
    const LabelsView& labels = m_session.document().labels();
    engine::TimedFeatures shown = labels.rows;
    if (m_hidesLabels)
        std::ranges::fill(shown.features.values, std::nanf(""));
    m_labels->setLabels(shown, labels.names);
    m_labels->setCurrent(m_segment);
    m_labels->setVisible(!labels.rows.intervals.empty());
    m_overview->setSegments(shown);
}

void TimelinePanel::showWords()
{
    const Document& document = m_session.document();
    m_words->setWords(document.hasVideo() ? document.words() : engine::TimedText());
    m_words->setVisible(m_showsWords && document.hasVideo() && !document.words().texts.empty());
    m_overview->setWords(document.hasVideo() ? document.words().intervals : std::vector<engine::Interval>());
    showCoverage();
    showPosition(m_session.player().position());
}

void TimelinePanel::showMedia(const engine::MediaInfo& info)
{
    const double aspect
        = info.hasVideo && info.height > 0 ? static_cast<double>(info.width) / info.height : 0.0;
    const QString name = QString::fromStdString(info.path.filename().string());
    m_filmstrip->setVideo(info.hasVideo ? info.duration : 0.0, aspect,
                          tr("%1 · %2 fps").arg(name).arg(info.frameRate, 0, 'g', 4));
    showSound(info);
    showMediaTracks();
    updateDuration();
    showPosition(m_session.player().position());
}

void TimelinePanel::setShowsWords(bool shows)
{
    if (std::exchange(m_showsWords, shows) != shows)
        showWords();
}

void TimelinePanel::updateDuration()
{
    const double duration = m_session.player().duration();
    if (duration == m_view->duration())
        return;
    m_view->setDuration(duration);
    m_overview->setDuration(duration);
}

void TimelinePanel::showPosition(double seconds)
{
    m_view->setPlayhead(seconds);
    m_overview->setPlayhead(seconds);
    m_transport->setPosition(seconds, m_session.player().frame());
    m_words->setCurrentWord(m_session.document().wordAt(seconds));
    m_selected->followPlayhead(seconds);
    showSegmentInHand();
}

/// What is judged, else what the playhead is in.
void TimelinePanel::showSegmentInHand()
{
    const double at = m_judged ? (m_judged->start + m_judged->end) / 2 : m_session.player().position();
    setSegment(m_session.prediction().segmentAt(at));
}

void TimelinePanel::setJudged(std::optional<engine::Interval> span)
{
    m_judged = span;
    showSegmentInHand();
}

void TimelinePanel::setSegment(std::optional<std::size_t> segment)
{
    const auto& segments = m_session.prediction().segments();
    m_view->setHighlight(m_judged ? m_judged : segment ? std::optional(segments.at(*segment)) : std::nullopt);
    if (segment == m_segment)
        return;
    m_segment = segment;
    m_labels->setCurrent(segment);
    emit segmentFocused(segment);
}

std::optional<double> TimelinePanel::neighbourWordEdge(int step) const
{
    if (!m_session.document().hasVideo())
        return std::nullopt;
    const double now = m_session.player().position();
    std::optional<double> nearest;
    for (const engine::Interval& word : m_session.document().words().intervals) {
        for (const double edge : {word.start, word.end}) {
            const bool onSide = step > 0 ? edge > now + 1e-4 : edge < now - 1e-4;
            if (onSide && (!nearest || std::abs(edge - now) < std::abs(*nearest - now)))
                nearest = edge;
        }
    }
    return nearest;
}

std::optional<double> TimelinePanel::neighbourSegment(int step) const
{
    const double now = m_session.player().position();
    std::optional<double> nearest;
    for (const engine::Interval& segment : m_session.prediction().segments()) {
        const bool onSide = step > 0 ? segment.start > now + 1e-4 : segment.start < now - 1e-4;
        if (onSide && (!nearest || std::abs(segment.start - now) < std::abs(*nearest - now)))
            nearest = segment.start;
    }
    return nearest;
}

void TimelinePanel::setSelectedSpan(std::optional<engine::Interval> span)
{
    const Player& player = m_session.player();
    const auto first = span ? player.frameAt(span->start) : std::nullopt;
    const auto last = span ? player.frameAt(span->end) : std::nullopt;
    m_view->setSelection(span,
                         first && last ? std::optional(static_cast<int>(*last - *first)) : std::nullopt);
}

std::optional<engine::Interval> TimelinePanel::spanToPlay() const
{
    if (m_view->selection())
        return m_view->selection();
    return m_segment ? std::optional(m_session.prediction().segments().at(*m_segment)) : std::nullopt;
}

bool TimelinePanel::isComplete() const
{
    return m_filmstrip->isComplete() && m_samples->isIdle() && m_spectra->isIdle()
        && m_session.featureReader().isIdle();
}

}
