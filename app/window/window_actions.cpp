// What the actions of the main window do.
#include "app/actions/actions.h"
#include "app/alignment/align_tab.h"
#include "app/cameras/camera_actions.h"
#include "app/completion/completion_actions.h"
#include "app/dataset_view/dataset_room.h"
#include "app/exchange/exchange_actions.h"
#include "app/exchange/mark_import.h"
#include "app/exporting/export_kinds.h"
#include "app/exporting/span_export.h"
#include "app/extraction/extraction_actions.h"
#include "app/faces/face_actions.h"
#include "app/help/about.h"
#include "app/help/help_key.h"
#include "app/help/shortcuts_dialog.h"
#include "app/learning/learning_actions.h"
#include "app/live/live_room.h"
#include "app/opening/open_actions.h"
#include "app/picture/picture_actions.h"
#include "app/picture/stage.h"
#include "app/prediction/kept_overlay.h"
#include "app/prediction/nearest_finder.h"
#include "app/prediction/predict_tab.h"
#include "app/review/review.h"
#include "app/review/review_tab.h"
#include "app/session/session.h"
#include "app/space/space_links.h"
#include "app/space/space_tab.h"
#include "app/suspects/suspect_actions.h"
#include "app/timeline/play_actions.h"
#include "app/timeline/segment_jump.h"
#include "app/timeline/segment_selection.h"
#include "app/timeline/timeline_panel.h"
#include "app/timeline/timeline_picture.h"
#include "app/training/experiment_actions.h"
#include "app/training/training_actions.h"
#include "app/transcript/transcript_tab.h"
#include "app/window/annotator_actions.h"
#include "app/window/command_groups.h"
#include "app/window/docks.h"
#include "app/window/editing_actions.h"
#include "app/window/main_window.h"
#include "app/window/presets.h"
#include "app/window/settings_dialog.h"
#include "app/window/side_panels.h"
#include "app/window/sight_guard.h"
#include "widgets/library/library_panel.h"
#include "widgets/review/learning_card.h"
#include "widgets/review/queue_panel.h"
#include "widgets/suspects/suspect_card.h"
#include "widgets/transcript/transcript_panel.h"
#include "widgets/transcript/transcript_text.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QRegularExpression>

#include <filesystem>

namespace app {

namespace {

constexpr int kSuspectsWidth = 320; // pixels

}

void MainWindow::on(const char* action, const std::function<void()>& work)
{
    connect(m_actions->at(action), &QAction::triggered, this, work);
}

void MainWindow::makeActions()
{
    Document& document = m_session.document();
    Player& player = m_session.player();
    Tasks& tasks = m_session.tasks();
    connectViews();
    connectHelp();
    connectModels();
    auto* jump = new SegmentJump(document, player, m_session.videos(), this);
    new PlayActions(player, m_session.videos(), *jump, document.notices(), *m_actions, *m_timeline,
                    *m_library, *this);
    new AnnotatorActions(
        m_session,
        {*m_actions, *m_docks, *m_stage, *m_panels, *m_timeline, *m_review, *m_reviewSources, *m_ratingBar},
        m_settings, this);
    new EditingActions(m_session, *m_actions, *m_timeline, *m_panels, this);
    connectExtraction();
    connectDataset();
    connectSuspects();
    connectLearning();
    connectTraining();
    connectExperiments();
    auto* picture = new PictureActions(document, player, tasks, *m_actions, m_stage->video(), this);
    auto* faces = new FaceActions(
        document, m_session.editor(), player, m_session.faces(), *m_actions,
        [this] { return m_timeline->view().selection(); }, m_stage->video(), this);
    connect(picture, &PictureActions::faceMenuWished, faces, &FaceActions::openMenu);
    connect(&m_timeline->faces(), &FaceLanes::menuWished, faces, &FaceActions::openMenu);
    connect(&m_timeline->faces(), &FaceLanes::renameWished, faces, &FaceActions::rename);
    new KeptOverlay(m_session.prediction(), player, m_stage->video(), this);
    m_exchange = new ExchangeActions(document, m_session.editor(), m_session.videos(), m_session.tierReader(),
                                     m_session.prober(), tasks, *m_actions, this);
    new MarkImport(document, m_session.editor(), this);
    new CameraActions(player, m_session.cameras(), m_session.videos(), document.notices(), *m_actions,
                      m_timeline->cameraMenu(), m_stage->video(), this);
    on("export", [this] { (new ExportKinds(*m_actions, m_settings, this))->open(); });
    new SpanExport(document, player, tasks, *m_actions, *m_timeline, this);
    on("timeline-picture", [this, &document, &tasks] {
        askForTimelinePicture(this, m_timeline->view(), tasks,
                              [&document](const QString& text) { document.notices().say(text); });
    });
    new SightGuard(document, *m_actions, *m_docks, *m_stage, *this);
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
    on("palette", [this] { openPalette(*this, *m_actions, m_settings); });
    new HelpKey(*m_actions->at("help"), *this);
    on("tour", [this] { startTour(); });
    on("settings", [this] { showSettings(); });
    on("shortcuts", [this] { ShortcutsDialog(*m_actions, m_settings, this).exec(); });
    on("about", [this] { showAbout(this); });
}

void MainWindow::showSettings()
{
    SettingsDialog dialog(m_settings, this);
    connect(&dialog, &SettingsDialog::themeChosen, this, [this] { setThemeChoice(m_settings.theme()); });
    connect(&dialog, &SettingsDialog::annotatorChosen, &m_session.editor(), &Editor::setAnnotator);
    connect(&dialog, &SettingsDialog::trustChosen, this, &MainWindow::setTrustsFiles);
    connect(&dialog, &SettingsDialog::projectFoldersChosen, this, &chooseProjectFolders);
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
    auto* nearest
        = new NearestFinder(*m_nearest, m_session.document(), m_session.videos(), m_session.player(), this);
    connect(m_nearest, &NearestPanel::closeWished, this, [this] {
        m_docks->at("nearestDock")->hide();
        m_timeline->view().setFocus();
    });
    on("nearest", [this, nearest, &predict] {
        if (nearest->search(predict.comparingModel()))
            m_docks->showBesideTimeline(m_docks->at("nearestDock"), 68);
    });
    on("toggle-text", [&predict] { predict.toggleModality(engine::Modality::Text); });
    on("toggle-sound", [&predict] { predict.toggleModality(engine::Modality::Acoustic); });
    on("toggle-vision", [&predict] { predict.toggleModality(engine::Modality::Visual); });
}

void MainWindow::connectExtraction()
{
    auto* extraction = new ExtractionActions(m_session.document(), m_session.tasks(), m_session.programs(),
                                             *m_actions, this);
    connect(extraction, &ExtractionActions::datasetWished, m_open, &OpenActions::open);
    connect(extraction, &ExtractionActions::datasetGrown, &m_session, &Session::takeWritten);
    connect(&m_panels->transcript().panel(), &widgets::TranscriptPanel::extractWished, extraction,
            [this, extraction] { extraction->extractAgain(m_session.document().video().id); });
    m_live = new LiveRoom(
        {m_session.document(), m_session.player(), m_session.tasks(), m_settings, m_session.programs()},
        *m_actions, *this);
    connect(m_live, &LiveRoom::openWished, m_open, &OpenActions::open);
    connect(m_live, &LiveRoom::videoWished, extraction, &ExtractionActions::addRecording);
    connect(m_library, &widgets::LibraryPanel::menuWished, extraction, &ExtractionActions::openMenu);
}

void MainWindow::connectDataset()
{
    m_dataset = new DatasetRoom({m_session.document(), m_session.editor(), m_session.videos(),
                                 m_session.modelsClient(), m_session.modelChoice(), m_session.project(),
                                 *m_review, m_session.tasks(), m_settings, m_session.programs()},
                                *m_library, *this);
    connect(m_dataset, &DatasetRoom::shown, m_docks,
            [this](bool isShown) { m_docks->setBottomShown(!isShown); });
    connect(m_dataset, &DatasetRoom::extractionWished, m_actions->at("extract-again"), &QAction::trigger);
    connect(m_dataset, &DatasetRoom::openModelWished, m_open, &OpenActions::askForModel);
    connect(m_dataset, &DatasetRoom::reviewWished, this,
            [this] { m_actions->at("preset-review")->trigger(); });
    connect(m_dataset, &DatasetRoom::segmentWished, this, [this](const QString& video, double seconds) {
        m_actions->at("preset-explore")->trigger();
        m_session.videos().openAt(video, seconds);
        m_timeline->view().setFocus();
    });
    auto* space = new SpaceLinks(m_session, m_panels->space(), *m_dataset, *m_review, this);
    connect(space, &SpaceLinks::datasetWished, this, [this] { m_actions->at("preset-dataset")->trigger(); });
    connect(space, &SpaceLinks::reviewWished, this, [this] { m_actions->at("preset-review")->trigger(); });
    connect(&m_panels->space(), &SpaceTab::extractionWished, m_actions->at("extract-again"),
            &QAction::trigger);
    new CompletionActions({m_session.document(), m_session.editor(), m_session.videos(),
                           m_session.tierReader(), m_session.player(), *m_review, m_session.tasks(),
                           m_timeline->hand(), m_timeline->drafts()},
                          *m_actions, this);
}

void MainWindow::connectSuspects()
{
    auto* suspects = new SuspectActions({m_session.document(), m_session.editor(), m_session.videos(),
                                         m_session.project(), *m_review, *m_reviewSources, m_session.tasks(),
                                         m_session.programs(), *m_suspects, m_timeline->view()},
                                        *m_actions, this);
    const SegmentSelection& selected = m_timeline->hand().selected();
    connect(&selected, &SegmentSelection::changed, suspects, [this, suspects, &selected] {
        const std::vector<std::size_t> places = selected.indices(kLabelsTier);
        const Document& document = m_session.document();
        suspects->setClicked(places.size() == 1 ? std::optional(document.spans(kLabelsTier)[places.front()])
                                                : std::nullopt);
    });
    QDockWidget* dock = m_docks->at("suspectsDock");
    connect(suspects, &SuspectActions::openWished, this, [this, dock] {
        m_actions->at("preset-review")->trigger();
        m_docks->at("reviewDock")->hide();
        dock->show();
        resizeDocks({dock}, {kSuspectsWidth}, Qt::Horizontal);
    });
    connect(suspects, &SuspectActions::closeWished, this,
            [this] { m_actions->at("preset-review")->trigger(); });
    connect(suspects, &SuspectActions::reviewWished, this,
            [this] { m_actions->at("preset-review")->trigger(); });
    connect(dock, &QDockWidget::visibilityChanged, this, [this, suspects](bool isShown) {
        m_docks->setFullLeft(isShown); // a queue is long
        m_panels->review().showGuest(isShown ? &suspects->card() : nullptr);
        suspects->setOpen(isShown);
    });
}

void MainWindow::connectLearning()
{
    auto* card = new widgets::LearningCard(this);
    m_panels->review().queue().setFoot(card);
    auto* learning = new LearningActions(
        {m_session.document(), m_session.editor(), *m_review, m_session.tasks(), m_session.programs(), *card},
        *m_actions, this);
    connect(learning, &LearningActions::reviewWished, this,
            [this] { m_actions->at("preset-review")->trigger(); });
    connect(learning, &LearningActions::shown, m_docks, &Docks::setFullLeft); // below the queue is its card
}

void MainWindow::leaveDataset()
{
    if (m_dataset->isShown())
        m_actions->at("preset-explore")->trigger();
}

void MainWindow::connectTraining()
{
    m_training = new TrainingActions(m_session.document(), m_session.tasks(), m_session.programs(),
                                     *m_actions, this);
    connect(m_training, &TrainingActions::segmentWished, this,
            [this](const widgets::SegmentDynamics& segment) {
                const QString video
                    = QString(segment.id).remove(QRegularExpression(QStringLiteral("\\[\\d+\\]$")));
                if (segment.span)
                    m_session.videos().playAt(video, *segment.span);
            });
    connect(m_training, &TrainingActions::modelWished, this, [this](const QString& file) {
        m_settings.addRecentModel(file);
        m_session.modelChoice().choose(file);
        m_panels->showTab(QStringLiteral("predict"));
    });
}

void MainWindow::connectExperiments()
{
    auto* experiments = new ExperimentActions(m_session.document(), m_session.tasks(), m_session.programs(),
                                              *m_actions, this);
    connect(experiments, &ExperimentActions::runBegan, m_training, &TrainingActions::follow);
}

void MainWindow::reviewWhenOpen(const QString& annotator)
{
    connect(
        &m_session.videos(), &VideoOpener::entriesListed, m_review,
        [this, annotator] { m_review->startFirst(annotator.toStdString()); },
        Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
}

}
