// What the actions of the main window do.
#include "app/actions/actions.h"
#include "app/dialogs/fetch_dialog.h"
#include "app/dialogs/new_file.h"
#include "app/dialogs/settings_dialog.h"
#include "app/help/help_dialog.h"
#include "app/labelling/labelling_actions.h"
#include "app/labelling/rating_recorder.h"
#include "app/main_window/align_tab.h"
#include "app/main_window/main_window.h"
#include "app/main_window/presets.h"
#include "app/main_window/report_actions.h"
#include "app/main_window/review_actions.h"
#include "app/main_window/review_tab.h"
#include "app/main_window/segment_jump.h"
#include "app/main_window/segment_selection.h"
#include "app/main_window/side_panels.h"
#include "app/main_window/time_entry.h"
#include "app/main_window/timeline_panel.h"
#include "app/main_window/timeline_picture.h"
#include "app/review/review.h"
#include "app/session/session.h"
#include "app/shortcuts/shortcuts_dialog.h"
#include "engine/core/installation.h"
#include "widgets/base/theme.h"
#include "widgets/library/library_panel.h"
#include "widgets/palette/command_palette.h"
#include "widgets/player/transcript_strip.h"
#include "widgets/review/queue_panel.h"
#include "widgets/review/rating_bar.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QTimer>

#include <algorithm>

namespace app {

namespace {

constexpr double kAround = 0.5; // seconds before and after the playhead that Ctrl+Space plays
constexpr double kSpeedStep = 1.25;
constexpr double kZoomStep = 1.5;

}

void applyTheme(ThemeChoice choice)
{
    const bool systemIsDark
        = QApplication::style()->standardPalette().color(QPalette::Window).lightness() < 128;
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && systemIsDark);
    const widgets::Theme& theme = dark ? widgets::darkTheme() : widgets::lightTheme();
    QApplication::setPalette(widgets::paletteOf(theme));
    qApp->setStyleSheet(widgets::styleSheetOf(theme));
}

void MainWindow::on(const char* action, const std::function<void()>& work)
{
    connect(m_actions->at(action), &QAction::triggered, this, work);
}

void MainWindow::connectActions()
{
    on("open-files", [this] { askForFiles(); });
    on("open-folder", [this] { askForFolder(); });
    on("open-demo", [this] { openPaths({QString::fromStdString(engine::demoFolder().string())}); });
    on("fetch-dataset", [this] {
        auto* dialog = new FetchDialog(m_session.jobs(), this);
        connect(dialog, &FetchDialog::fetched, this, [this](const QString& list) { openPaths({list}); });
        dialog->open();
    });
    on("export-words", [this] { exportWords(); });
    on("timeline-picture", [this] {
        askForTimelinePicture(this, m_timeline->view(), [this](const QString& text) { addMessage(text); });
    });
    on("quit", [this] { close(); });
    on("find", [this] { m_library->focusSearch(); });
    on("palette", [this] {
        auto* palette = new widgets::CommandPalette({m_actions->all().begin(), m_actions->all().end()}, this);
        palette->move(mapToGlobal(QPoint((width() - palette->width()) / 2, 60)));
        palette->show();
    });
    for (const QString& name : presetNames())
        on(presetCalled(name).action, [this, name] {
            setPreset(name);
            m_settings.setPreset(name);
        });
    on("reset-layout", [this] { resetLayout(); });
    m_panels->align().connectActions(*m_actions);
    for (const auto& [name, show] :
         std::initializer_list<std::pair<const char*, void (TimelinePanel::*)(bool)>>{
             {"show-aligned", &TimelinePanel::setShowsAligned},
             {"show-imputed", &TimelinePanel::setShowsImputed},
             {"show-coverage", &TimelinePanel::setShowsCoverage}}) { // the last as the preset has it
        m_actions->at(name)->setChecked(true);
        connect(m_actions->at(name), &QAction::toggled, m_timeline, show);
    }
    on("help", [this] { HelpDialog(this).exec(); });
    on("tour", [this] { startTour(); });
    on("settings", [this] {
        SettingsDialog dialog(m_settings, this);
        connect(&dialog, &SettingsDialog::themeChosen, this, [this] { setThemeChoice(m_settings.theme()); });
        connect(&dialog, &SettingsDialog::annotatorChosen, &m_session.editor(), &Editor::setAnnotator);
        connect(&dialog, &SettingsDialog::trustChosen, &m_session, &Session::setTrustsFiles);
        dialog.exec();
    });
    on("shortcuts", [this] { showShortcuts(); });
    on("about", [this] { showAbout(); });
    on("open-model", [this] { askForModel(); });
    on("show-inspector", [this] { m_panels->showTab(QStringLiteral("inspector")); });
    on("show-align", [this] { m_panels->showTab(QStringLiteral("align")); });
    on("show-predict", [this] { m_panels->showTab(QStringLiteral("predict")); });
    on("predict", [this] {
        m_panels->showTab(QStringLiteral("predict"));
        m_panels->setSegment(m_timeline->focusedSegment());
    });
    on("toggle-text", [this] { m_panels->toggleModality(engine::Modality::Text); });
    on("toggle-sound", [this] { m_panels->toggleModality(engine::Modality::Acoustic); });
    on("toggle-vision", [this] { m_panels->toggleModality(engine::Modality::Visual); });
    on("show-history", [this] { showTab(QStringLiteral("history")); });
    on("show-table", [this] { toggleBesideTimeline(m_tableDock, 54); });
    on("show-statistics", [this] { toggleBesideTimeline(m_statisticsDock, 76); });
    on("show-review", [this] { m_panels->showTab(QStringLiteral("review")); });
    on("show-space", [this] { m_panels->showTab(QStringLiteral("space")); });
    connectPlaying();
    connectWalking();
    connectReview();
    connectLabelling();
    connectEditing();
}

/// The keys 1…7 are the steps of the first label's scale, from its least.
void MainWindow::connectLabelling()
{
    m_session.editor().setAnnotator(m_settings.annotator());
    for (int step = 0; step < 7; ++step)
        on(("label-" + std::to_string(step + 1)).c_str(), [this, step] { m_reviewActions->give(step); });
    on("label-none", [this] { m_reviewActions->give(std::nullopt); });
    on("annotator", [this] { askForAnnotator(); });
    auto* labelling = new LabellingActions(m_session, *m_actions,
                                           *static_cast<widgets::RatingBar*>(m_ratingDock->widget()),
                                           *m_ratingDock, this);
    connect(labelling, &LabellingActions::message, this, &MainWindow::addMessage);
    labelling->setTier(m_timeline->activeTier());
    connect(m_timeline, &TimelinePanel::activeTierChanged, labelling,
            [this, labelling] { labelling->setTier(m_timeline->activeTier()); });
    connect(labelling, &LabellingActions::recorded, m_timeline, [this, labelling] {
        const RatingRecorder& recorder = labelling->recorder();
        m_timeline->showRecording(recorder.tier(), recorder.startTime(), recorder.values());
    });
    connect(labelling, &LabellingActions::finished, m_timeline, [this] { m_timeline->view().setFocus(); });
}

void MainWindow::connectReview()
{
    m_reviewActions = new ReviewActions(m_session, *m_review, *m_actions, *m_timeline, *m_panels, this);
    connect(m_reviewActions, &ReviewActions::message, this, &MainWindow::addMessage);
    connect(m_reviewActions, &ReviewActions::hidingChanged, this, [this](bool hides) {
        for (const char* action : {"show-table", "show-statistics", "find-timeline"})
            m_actions->at(action)->setEnabled(!hides);
        if (hides) { // they show labels and words
            m_tableDock->hide();
            m_statisticsDock->hide();
        }
    });
    connect(m_reviewActions, &ReviewActions::passBegan, this,
            [this] { m_actions->at("preset-review")->trigger(); });
    connect(m_reviewActions, &ReviewActions::presentationChosen, this,
            [this](bool picture, bool sound, bool words) {
                m_actions->at("show-picture")->setChecked(picture);
                m_actions->at("play-sound")->setChecked(sound);
                m_timeline->setShowsWords(words);
                m_transcript->setVisible(words);
            });
    auto* reports = new ReportActions(m_session, *m_actions, this);
    connect(reports, &ReportActions::message, this, &MainWindow::addMessage);
    connect(&m_panels->review().queue(), &widgets::QueuePanel::beginRequested, m_actions->at("begin-pass"),
            &QAction::trigger);
}

void MainWindow::reviewWhenOpen(const QString& annotator)
{
    connect(
        &m_session, &Session::entriesListed, m_review,
        [this, annotator] {
            ReviewPass pass;
            pass.layer = engine::annotatorLayer(kLabelsTier, annotator.toStdString(), 1);
            pass.settings.reasons = {engine::ReviewReason::NotLabelled, engine::ReviewReason::Flagged};
            pass.settings.order = engine::ReviewOrder::Context;
            if (reviewPass(m_session.document().annotation(), pass.layer.name))
                m_review->resume(pass.layer.name);
            else
                m_review->start(std::move(pass));
        },
        Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
}

void MainWindow::askForAnnotator()
{
    bool accepted = false;
    const QString name = QInputDialog::getText(this, tr("Annotator"), tr("Who gives values from now on:"),
                                               QLineEdit::Normal, m_settings.annotator(), &accepted);
    if (!accepted || name.trimmed().isEmpty())
        return;
    m_settings.setAnnotator(name.trimmed());
    m_session.editor().setAnnotator(name.trimmed());
}

void MainWindow::connectPlaying()
{
    Player& player = m_session.player();
    on("play", [&player] { player.togglePlaying(); });
    on("play-span", [this, &player] {
        if (const auto span = m_timeline->spanToPlay())
            player.playSpan(*span);
    });
    on("play-around", [&player] {
        const double centre = player.position();
        player.playSpan({std::max(0.0, centre - kAround), std::min(player.duration(), centre + kAround)});
    });
    on("loop", [this, &player] {
        const bool loop = m_actions->at("loop")->isChecked();
        const engine::Interval whole{0.0, player.duration()};
        player.setLoop(loop ? std::optional(m_timeline->view().selection().value_or(whole)) : std::nullopt);
    });
    on("loop-selection", [this, &player] {
        const auto span = m_timeline->spanToPlay();
        player.setLoop(span);
        m_timeline->setSelectedSpan(span);
        m_actions->at("loop")->setChecked(span.has_value());
    });
    on("faster", [&player] { player.setRate(player.rate() * kSpeedStep); });
    on("slower", [&player] { player.setRate(player.rate() / kSpeedStep); });
    on("speed-normal", [&player] { player.setRate(1.0); });
    connect(m_actions->at("mute"), &QAction::toggled, this, [this](bool muted) {
        m_actions->setIcon("mute", muted ? QStringLiteral("muted") : QStringLiteral("volume"), palette());
    });
    connect(&player, &Player::playingChanged, this, [this](bool playing) {
        m_actions->setIcon("play", playing ? QStringLiteral("pause") : QStringLiteral("play"), palette());
    });
    connect(&m_session, &Session::mediaOpening, this, [this] { m_actions->at("loop")->setChecked(false); });
}

void MainWindow::connectWalking()
{
    Player& player = m_session.player();
    widgets::TimelineView& view = m_timeline->view();
    const auto seekTo = [&player, &view](std::optional<double> seconds) {
        if (!seconds)
            return;
        player.seek(*seconds);
        view.ensureVisible(*seconds);
    };
    on("step-back", [&player] { player.step(-1); });
    on("step-forward", [&player] { player.step(1); });
    on("second-back", [=, &player] { seekTo(player.position() - 1.0); });
    on("second-forward", [=, &player] { seekTo(player.position() + 1.0); });
    on("previous-word-edge", [=, this] { seekTo(m_timeline->neighbourWordEdge(-1)); });
    on("next-word-edge", [=, this] { seekTo(m_timeline->neighbourWordEdge(1)); });
    on("previous-segment", [=, this] { seekTo(m_timeline->neighbourSegment(-1)); });
    on("next-segment", [=, this] { seekTo(m_timeline->neighbourSegment(1)); });
    on("go-to-start", [=] { seekTo(0.0); });
    on("go-to-end", [=, &player] { seekTo(player.duration()); });
    on("screen-back", [&view] { view.panByScreens(-1); });
    on("screen-forward", [&view] { view.panByScreens(1); });
    on("previous-entry", [this] { m_session.openVideo(m_library->neighbour(-1)); });
    on("next-entry", [this] { m_session.openVideo(m_library->neighbour(1)); });
    m_jump = new SegmentJump(m_session, this);
    connect(m_jump, &SegmentJump::failed, this, &MainWindow::addMessage);
    connect(m_jump, &SegmentJump::reached, this, [this](std::size_t segment) {
        m_timeline->setActiveTier(kLabelsTier);
        m_timeline->selected().click(kLabelsTier, segment, {});
        m_timeline->view().ensureVisible(m_session.player().position());
    });
    on("go-to-time", [this] { askForTime(); });
    on("zoom-in", [&view] { view.zoomAroundPlayhead(kZoomStep); });
    on("zoom-out", [&view] { view.zoomAroundPlayhead(1 / kZoomStep); });
    on("zoom-segment", [this, &view] {
        if (const auto span = m_timeline->spanToPlay())
            view.zoomTo(*span);
    });
    on("zoom-all", [&view] { view.showAll(); });
    m_actions->at("follow")->setChecked(view.isFollowing());
    on("follow", [this, &view] { view.setFollowing(m_actions->at("follow")->isChecked()); });
}

void MainWindow::askForFiles()
{
    openPaths(QFileDialog::getOpenFileNames(
        this, tr("Open files"), {},
        tr("Projects, media, sequences and dataset lists (*.polylogue *.csd *.json *.mp4 *.m4v *.mov *.mkv "
           "*.webm *.avi "
           "*.mpg *.mpeg *.ts *.wav *.flac *.mp3 *.m4a *.ogg *.opus);;All files (*)")));
}

void MainWindow::askForFolder()
{
    const QString folder
        = QFileDialog::getExistingDirectory(this, tr("Open a folder of media and computational sequences"));
    if (!folder.isEmpty())
        openPaths({folder});
}

void MainWindow::askForModel()
{
    const QString path
        = QFileDialog::getOpenFileName(this, tr("Open model"), {}, tr("Fusion models (*.safetensors)"));
    if (path.isEmpty())
        return;
    m_settings.addRecentModel(path);
    m_session.startModel(path);
}

void MainWindow::askForTime()
{
    bool accepted = false;
    const QString text = QInputDialog::getText(this, tr("Go to"),
                                               tr("Time (75.5, 1:15.5), frame (f120) or segment (video[3]):"),
                                               QLineEdit::Normal, {}, &accepted);
    if (!accepted)
        return;
    const auto target = parseTimeEntry(text);
    if (!target) {
        addMessage(tr("“%1” is no time, frame or segment; write 75.5, 1:15.5, f120 or video[3].").arg(text));
        return;
    }
    if (target->segment) {
        m_jump->start(target->segment->video, target->segment->row);
        return;
    }
    const double seconds = target->frame
        ? m_session.player().frameTime(*target->frame).value_or(m_session.player().duration())
        : target->seconds;
    m_session.player().seek(seconds);
    m_timeline->view().ensureVisible(m_session.player().position());
}

void MainWindow::exportWords()
{
    const QString path = askForNewFile(this, tr("Export words"), QStringLiteral("words-edited"),
                                       tr("Computational sequences (*.csd)"), QStringLiteral("csd"));
    if (!path.isEmpty())
        m_session.exportWords(path);
}

/// Shows or hides a dock with a table, as wide as so many digits.
void MainWindow::toggleBesideTimeline(QDockWidget* dock, int characters)
{
    dock->setVisible(!dock->isVisible());
    if (!dock->isVisible())
        return;
    dock->findChild<QTableView*>()->setFocus();
    QTimer::singleShot(0, this, [this, dock, characters] { // once the dock has its place
        const int wide = fontMetrics().horizontalAdvance(QLatin1Char('0')) * characters;
        resizeDocks({findChild<QDockWidget*>(QStringLiteral("timelineDock")), dock}, {width() - wide, wide},
                    Qt::Horizontal);
    });
}

void MainWindow::showShortcuts()
{
    ShortcutsDialog(*m_actions, m_settings, this).exec();
}

void MainWindow::showAbout()
{
    QMessageBox about(this);
    about.setWindowTitle(tr("About Polylogue"));
    about.setTextFormat(Qt::RichText);
    about.setText(tr("<b>Polylogue %1</b><p>A workbench for multimodal language: talking videos with "
                     "their computational "
                     "sequences on one timeline, alignment and fusion models live.</p><p>Free software "
                     "under the GNU GPL, "
                     "version 3 or later.</p>")
                      .arg(QCoreApplication::applicationVersion()));
    about.exec();
}

}
