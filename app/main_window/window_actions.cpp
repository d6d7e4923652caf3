// What the actions of the main window do.
#include "app/actions/actions.h"
#include "app/alignment/align_tab.h"
#include "app/cameras/camera_actions.h"
#include "app/dialogs/settings_dialog.h"
#include "app/exchange/exchange_actions.h"
#include "app/exchange/span_export.h"
#include "app/extraction/extraction_actions.h"
#include "app/help/help_key.h"
#include "app/live/live_room.h"
#include "app/main_window/annotator_actions.h"
#include "app/main_window/command_groups.h"
#include "app/main_window/docks.h"
#include "app/main_window/face_actions.h"
#include "app/main_window/kept_overlay.h"
#include "app/main_window/main_window.h"
#include "app/main_window/open_actions.h"
#include "app/main_window/picture_actions.h"
#include "app/main_window/play_actions.h"
#include "app/main_window/presets.h"
#include "app/main_window/side_panels.h"
#include "app/main_window/stage.h"
#include "app/prediction/nearest_dialog.h"
#include "app/prediction/predict_tab.h"
#include "app/project/review_pass.h"
#include "app/review/review.h"
#include "app/session/session.h"
#include "app/shortcuts/shortcuts_dialog.h"
#include "app/tiers/segment_maker.h"
#include "app/tiers/tier_actions.h"
#include "app/timeline/edit_actions.h"
#include "app/timeline/segment_jump.h"
#include "app/timeline/segment_menu.h"
#include "app/timeline/selection_actions.h"
#include "app/timeline/timeline_panel.h"
#include "app/timeline/timeline_picture.h"
#include "app/transcript/doubt_actions.h"
#include "app/transcript/realign_actions.h"
#include "app/transcript/transcript_actions.h"
#include "app/transcript/transcript_tab.h"
#include "widgets/library/library_panel.h"
#include "widgets/palette/command_palette.h"
#include "widgets/transcript/transcript_panel.h"
#include "widgets/transcript/transcript_text.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>

#include <filesystem>

namespace app {

void MainWindow::on(const char* action, const std::function<void()>& work)
{
    connect(m_actions->at(action), &QAction::triggered, this, work);
}

void MainWindow::makeActions()
{
    const auto tell = [this](auto* part) {
        using Part = std::remove_pointer_t<decltype(part)>;
        connect(part, &Part::message, this, &MainWindow::addMessage);
        return part;
    };
    Document& document = m_session.document();
    Player& player = m_session.player();
    Jobs& jobs = m_session.jobs();
    connectViews();
    connectHelp();
    connectModels();
    auto* jump = new SegmentJump(document, player, m_session.videos(), this);
    tell(new PlayActions(player, m_session.videos(), *jump, *m_actions, *m_timeline, *m_library, *this));
    tell(new AnnotatorActions(
        m_session, {*m_actions, *m_docks, *m_stage, *m_panels, *m_timeline, *m_review, *m_ratingBar},
        m_settings, this));
    connectEditing();
    connectExtraction();
    auto* picture = tell(new PictureActions(document, player, jobs, *m_actions, m_stage->video(), this));
    auto* faces = tell(new FaceActions(
        document, m_session.editor(), player, m_session.faces(), *m_actions,
        [this] { return m_timeline->view().selection(); }, m_stage->video(), this));
    connect(picture, &PictureActions::faceMenuWished, faces, &FaceActions::openMenu);
    new KeptOverlay(m_session.prediction(), player, m_stage->video(), this);
    m_exchange
        = tell(new ExchangeActions(document, m_session.editor(), m_session.videos(), m_session.tierReader(),
                                   m_session.prober(), jobs, *m_actions, this));
    tell(new CameraActions(player, m_session.cameras(), m_session.videos(), *m_actions,
                           m_timeline->cameraMenu(), m_stage->video(), this));
    tell(new SpanExport(document, player, jobs, *m_actions, *m_timeline, this));
    on("timeline-picture", [this, &jobs] {
        askForTimelinePicture(this, m_timeline->view(), jobs,
                              [this](const QString& text) { addMessage(text); });
    });
    on("quit", [this] { close(); });
}

void MainWindow::connectViews()
{
    on("find", [this] { m_library->focusSearch(); });
    for (const QString& name : presetNames())
        on(presetCalled(name).action, [this, name] {
            setPreset(name);
            m_settings.setPreset(name);
            if (name == QLatin1String("transcribe"))
                m_panels->transcript().panel().text().setFocus();
        });
    on("reset-layout", [this] {
        m_docks->reset();
        setPreset(m_settings.preset());
    });
    m_panels->align().connectActions(*m_actions);
    FeatureTracks& features = m_timeline->features();
    for (const auto& [name, show] :
         std::initializer_list<std::pair<const char*, void (FeatureTracks::*)(bool)>>{
             {"show-aligned", &FeatureTracks::setShowsAligned},
             {"show-imputed", &FeatureTracks::setShowsImputed},
             {"show-coverage", &FeatureTracks::setShowsCoverage}}) { // the last as the preset has it
        m_actions->at(name)->setChecked(true);
        connect(m_actions->at(name), &QAction::toggled, &features, show);
    }
    for (const char* tab : {"inspector", "align", "predict", "review", "transcript", "space", "history"})
        on((std::string("show-") + tab).c_str(), [this, tab] { showTab(QLatin1String(tab)); });
    on("show-table", [this] { m_docks->toggleBesideTimeline(m_docks->at("tableDock"), 54); });
    on("show-statistics", [this] { m_docks->toggleBesideTimeline(m_docks->at("statisticsDock"), 76); });
}

void MainWindow::connectHelp()
{
    on("palette", [this] {
        auto* palette = new widgets::CommandPalette(commandGroups(*menuBar(), *m_actions),
                                                    m_settings.recentCommands(), this);
        connect(palette, &widgets::CommandPalette::ran, this,
                [this](const QString& name) { m_settings.addRecentCommand(name); });
        palette->move(mapToGlobal(QPoint((width() - palette->width()) / 2, 60)));
        palette->show();
    });
    new HelpKey(*m_actions->at("help"), *this);
    on("tour", [this] { startTour(); });
    on("settings", [this] { showSettings(); });
    on("shortcuts", [this] { ShortcutsDialog(*m_actions, m_settings, this).exec(); });
    on("about", [this] { showAbout(); });
}

void MainWindow::showSettings()
{
    SettingsDialog dialog(m_settings, this);
    connect(&dialog, &SettingsDialog::themeChosen, this, [this] { setThemeChoice(m_settings.theme()); });
    connect(&dialog, &SettingsDialog::annotatorChosen, &m_session.editor(), &Editor::setAnnotator);
    connect(&dialog, &SettingsDialog::trustChosen, this, &MainWindow::setTrustsFiles);
    dialog.exec();
}

void MainWindow::setTrustsFiles(bool trusts)
{
    m_session.prober().setLimits(trusts ? engine::Prober::Limits::None : engine::Prober::Limits::BySize);
}

void MainWindow::connectModels()
{
    PredictTab& predict = m_panels->predict();
    on("predict", [this] {
        m_panels->showTab(QStringLiteral("predict"));
        m_panels->setSegment(m_timeline->focus().segment());
    });
    on("nearest", [this] { showNearest(); });
    on("toggle-text", [&predict] { predict.toggleModality(engine::Modality::Text); });
    on("toggle-sound", [&predict] { predict.toggleModality(engine::Modality::Acoustic); });
    on("toggle-vision", [&predict] { predict.toggleModality(engine::Modality::Visual); });
}

/// Beside the window, so that one can go from one to the next.
void MainWindow::showNearest()
{
    const Document& document = m_session.document();
    if (!document.hasVideo() || document.dataset().root.empty()) {
        addMessage(tr("Open a dataset with a video first."));
        return;
    }
    const QString model = m_panels->predict().comparingModel();
    if (model.isEmpty()) {
        addMessage(tr(
            "No model here compares what is seen with what is heard (VAT). Open one from the Model menu."));
        return;
    }
    if (!m_nearest) {
        m_nearest = new NearestDialog(m_session.jobs(), m_session.programs(), this);
        connect(m_nearest, &NearestDialog::segmentWished, &m_session.videos(), &VideoOpener::openAt);
        connect(m_nearest, &QDialog::finished, m_nearest, &QObject::deleteLater);
    }
    const std::filesystem::path list = document.dataset().root / "dataset.json";
    m_nearest->search(model, QString::fromStdString(list.string()), document.video().id,
                      m_session.player().position());
    m_nearest->show();
    m_nearest->raise();
    m_nearest->activateWindow();
}

void MainWindow::connectExtraction()
{
    auto* extraction = new ExtractionActions(m_session.document(), m_session.jobs(), m_session.programs(),
                                             *m_actions, this);
    connect(extraction, &ExtractionActions::datasetWished, m_open, &OpenActions::open);
    connect(extraction, &ExtractionActions::message, this, &MainWindow::addMessage);
    connect(extraction, &ExtractionActions::datasetGrown, &m_session, &Session::readDatasetAgain);
    connect(&m_panels->transcript().panel(), &widgets::TranscriptPanel::extractWished, extraction,
            [this, extraction] { extraction->extractAgain(m_session.document().video().id); });
    m_live = new LiveRoom(
        {m_session.document(), m_session.player(), m_session.jobs(), m_settings, m_session.programs()},
        *m_actions, *this);
    connect(m_live, &LiveRoom::message, this, &MainWindow::addMessage);
    connect(m_live, &LiveRoom::videoWished, extraction, &ExtractionActions::addRecording);
    connect(m_library, &widgets::LibraryPanel::menuWished, this,
            [this, extraction](const QString& video, const QPoint& where) {
                QMenu menu(this);
                menu.setObjectName(QStringLiteral("libraryMenu"));
                connect(menu.addAction(tr("&Extract again…")), &QAction::triggered, extraction,
                        [extraction, video] { extraction->extractAgain(video); });
                menu.exec(where);
            });
}

void MainWindow::connectEditing()
{
    // Elsewhere these keys walk through lists and copy from them.
    for (const char* name : {"tier-above", "tier-below", "delete-segment", "cut", "copy", "paste",
                             "select-all", "select-none"}) {
        QAction* action = m_actions->at(name);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        removeAction(action);
        m_timeline->addAction(action);
    }
    Document& document = m_session.document();
    Editor& editor = m_session.editor();
    auto* edits = new EditActions(document, editor, m_session.player(), *m_actions, *m_timeline);
    connect(edits, &EditActions::message, this, &MainWindow::addMessage);
    new SegmentMenu(document, m_session.player(), *m_actions, *m_timeline);
    auto* selection
        = new SelectionActions(document, editor, m_session.player(), *m_actions, m_timeline->hand());
    connect(selection, &SelectionActions::message, this, &MainWindow::addMessage);
    auto* transcript = new TranscriptActions(document, editor, m_session.player(), *m_actions, *m_timeline,
                                             m_panels->transcript());
    connect(transcript, &TranscriptActions::message, this, &MainWindow::addMessage);
    auto* realign = new RealignActions(document, editor, m_session.player(), m_session.jobs(),
                                       m_session.programs(), *m_actions, *m_timeline, m_panels->transcript());
    connect(realign, &RealignActions::message, this, &MainWindow::addMessage);
    auto* doubts = new DoubtActions(document, editor, m_session.player(), *m_actions, *m_timeline,
                                    m_panels->transcript());
    connect(doubts, &DoubtActions::message, this, &MainWindow::addMessage);
    connect(&m_session.videos(), &VideoOpener::opening, &m_panels->transcript(), &TranscriptTab::takeDraft);
    auto* tiers
        = new TierActions(document, editor, m_session.tierReader(), *m_actions, m_timeline->hand(), this);
    connect(tiers, &TierActions::message, this, &MainWindow::addMessage);
    auto* segments
        = new SegmentMaker(document, editor, m_session.tierReader(), m_session.jobs(), *m_actions, this);
    connect(segments, &SegmentMaker::message, this, &MainWindow::addMessage);
}

void MainWindow::reviewWhenOpen(const QString& annotator)
{
    connect(
        &m_session.videos(), &VideoOpener::entriesListed, m_review,
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
