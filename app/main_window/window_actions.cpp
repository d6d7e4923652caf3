// What the actions of the main window do.
#include "app/actions/actions.h"
#include "app/alignment/align_tab.h"
#include "app/cameras/camera_actions.h"
#include "app/dialogs/fetch_dialog.h"
#include "app/dialogs/new_file.h"
#include "app/dialogs/settings_dialog.h"
#include "app/exchange/exchange_actions.h"
#include "app/exchange/span_export.h"
#include "app/help/help_dialog.h"
#include "app/labelling/labelling_actions.h"
#include "app/labelling/rating_recorder.h"
#include "app/main_window/docks.h"
#include "app/main_window/main_window.h"
#include "app/main_window/picture_actions.h"
#include "app/main_window/play_actions.h"
#include "app/main_window/presets.h"
#include "app/main_window/side_panels.h"
#include "app/prediction/predict_tab.h"
#include "app/review/report_actions.h"
#include "app/review/review.h"
#include "app/review/review_actions.h"
#include "app/review/review_tab.h"
#include "app/session/session.h"
#include "app/shortcuts/shortcuts_dialog.h"
#include "app/tiers/tier_actions.h"
#include "app/timeline/edit_actions.h"
#include "app/timeline/segment_jump.h"
#include "app/timeline/selection_actions.h"
#include "app/timeline/timeline_panel.h"
#include "app/timeline/timeline_picture.h"
#include "engine/core/installation.h"
#include "widgets/library/library_panel.h"
#include "widgets/palette/command_palette.h"
#include "widgets/player/transcript_strip.h"
#include "widgets/player/video_surface.h"
#include "widgets/review/queue_panel.h"
#include "widgets/review/rating_bar.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>

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
    connectOpening();
    connectViews();
    connectHelp();
    connectModels();
    auto* jump = new SegmentJump(document, player, m_session.videos(), this);
    tell(new PlayActions(player, m_session.videos(), *jump, *m_actions, *m_timeline, *m_library, *this));
    connectReview();
    connectLabelling();
    connectEditing();
    tell(new PictureActions(document, player, jobs, *m_actions, *m_video, this));
    m_exchange
        = tell(new ExchangeActions(document, m_session.editor(), m_session.videos(), m_session.tierReader(),
                                   m_session.prober(), jobs, *m_actions, this));
    tell(new CameraActions(player, m_session.cameras(), m_session.videos(), *m_actions,
                           m_timeline->cameraMenu(), *m_video, this));
    tell(new SpanExport(document, player, jobs, *m_actions, *m_timeline, this));
}

void MainWindow::connectOpening()
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
        askForTimelinePicture(this, m_timeline->view(), m_session.jobs(),
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
    for (const char* tab : {"inspector", "align", "predict", "review", "space", "history"})
        on((std::string("show-") + tab).c_str(), [this, tab] { showTab(QLatin1String(tab)); });
    on("show-table", [this] { m_docks->toggleBesideTimeline(m_docks->at("tableDock"), 54); });
    on("show-statistics", [this] { m_docks->toggleBesideTimeline(m_docks->at("statisticsDock"), 76); });
}

void MainWindow::connectHelp()
{
    on("palette", [this] {
        auto* palette = new widgets::CommandPalette({m_actions->all().begin(), m_actions->all().end()}, this);
        palette->move(mapToGlobal(QPoint((width() - palette->width()) / 2, 60)));
        palette->show();
    });
    on("help", [this] { HelpDialog(this).exec(); });
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
    connect(&dialog, &SettingsDialog::trustChosen, this, [this](bool trusts) {
        m_session.prober().setLimits(trusts ? engine::Prober::Limits::None : engine::Prober::Limits::BySize);
    });
    dialog.exec();
}

void MainWindow::connectModels()
{
    PredictTab& predict = m_panels->predict();
    on("open-model", [this] { askForModel(); });
    on("predict", [this] {
        m_panels->showTab(QStringLiteral("predict"));
        m_panels->setSegment(m_timeline->focus().segment());
    });
    on("toggle-text", [&predict] { predict.toggleModality(engine::Modality::Text); });
    on("toggle-sound", [&predict] { predict.toggleModality(engine::Modality::Acoustic); });
    on("toggle-vision", [&predict] { predict.toggleModality(engine::Modality::Visual); });
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
    auto* selection
        = new SelectionActions(document, editor, m_session.player(), *m_actions, m_timeline->hand());
    connect(selection, &SelectionActions::message, this, &MainWindow::addMessage);
    auto* tiers
        = new TierActions(document, editor, m_session.tierReader(), *m_actions, m_timeline->hand(), this);
    connect(tiers, &TierActions::message, this, &MainWindow::addMessage);
}

/// The keys 1…7 are the steps of the first label's scale, from its least.
void MainWindow::connectLabelling()
{
    m_session.editor().setAnnotator(m_settings.annotator());
    for (int step = 0; step < 7; ++step)
        on(("label-" + std::to_string(step + 1)).c_str(), [this, step] { m_reviewActions->give(step); });
    on("label-none", [this] { m_reviewActions->give(std::nullopt); });
    on("annotator", [this] { askForAnnotator(); });
    auto* labelling = new LabellingActions(m_session.document(), m_session.editor(), m_session.player(),
                                           *m_actions, *m_ratingBar, *m_docks->at("ratingDock"), this);
    connect(labelling, &LabellingActions::message, this, &MainWindow::addMessage);
    labelling->setTier(m_timeline->hand().tier());
    connect(&m_timeline->hand(), &TierInHand::tierChanged, labelling,
            [this, labelling] { labelling->setTier(m_timeline->hand().tier()); });
    connect(labelling, &LabellingActions::recorded, m_timeline, [this, labelling] {
        const RatingRecorder& recorder = labelling->recorder();
        m_timeline->tiers().showRecording(recorder.tier(), recorder.startTime(), recorder.values());
    });
    connect(labelling, &LabellingActions::finished, m_timeline, [this] { m_timeline->view().setFocus(); });
}

void MainWindow::connectReview()
{
    m_reviewActions
        = new ReviewActions(m_session.document(), m_session.editor(), m_session.thumbnailer(),
                            m_session.videos(), *m_review, *m_actions, *m_timeline, m_panels->review(), this);
    connect(m_reviewActions, &ReviewActions::message, this, &MainWindow::addMessage);
    connect(m_reviewActions, &ReviewActions::hidingChanged, this, [this](bool hides) {
        for (const char* action : {"show-table", "show-statistics", "find-timeline"})
            m_actions->at(action)->setEnabled(!hides);
        if (hides) { // they show labels and words
            m_docks->at("tableDock")->hide();
            m_docks->at("statisticsDock")->hide();
        }
    });
    connect(m_reviewActions, &ReviewActions::labelsHidden, m_panels, &SidePanels::setHidesLabels);
    connect(m_reviewActions, &ReviewActions::wordsHidden, m_panels, &SidePanels::setHidesWords);
    connect(m_reviewActions, &ReviewActions::tabWished, this,
            [this] { m_panels->showTab(QStringLiteral("review")); });
    connect(m_reviewActions, &ReviewActions::passBegan, this,
            [this] { m_actions->at("preset-review")->trigger(); });
    connect(m_reviewActions, &ReviewActions::presentationChosen, this,
            [this](bool picture, bool sound, bool words) {
                m_actions->at("show-picture")->setChecked(picture);
                m_actions->at("play-sound")->setChecked(sound);
                m_timeline->tiers().setShowsWords(words);
                m_transcript->setVisible(words);
            });
    auto* reports
        = new ReportActions(m_session.document(), m_session.project(), m_session.jobs(), *m_actions, this);
    connect(reports, &ReportActions::message, this, &MainWindow::addMessage);
    connect(&m_panels->review().queue(), &widgets::QueuePanel::beginRequested, m_actions->at("begin-pass"),
            &QAction::trigger);
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
    m_session.modelChoice().choose(path);
}

void MainWindow::exportWords()
{
    const QString path = askForNewFile(this, tr("Export words"), QStringLiteral("words-edited"),
                                       tr("Computational sequences (*.csd)"), QStringLiteral("csd"));
    if (!path.isEmpty())
        m_session.wordExport().write(m_session.videos().dataset().get(), path);
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
