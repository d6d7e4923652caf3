#include "app/main_window/sight_guard.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/main_window/banner.h"
#include "app/main_window/stage.h"

#include <QActionGroup>
#include <QApplication>
#include <QDialog>
#include <QDockWidget>
#include <QMainWindow>

#include <set>
#include <string_view>

namespace app {

namespace {

/// Commands that show no labels and no predictions, or that ask the sight before they do.
const std::set<std::string_view> kHarmlessCommands{
    // files: what they open leaves the pass, what they write is looked at nowhere in the window
    "open-files", "open-folder", "open-demo", "new-dataset", "extract-again", "fetch-dataset", "save-copy",
    "collect-files", "clips-folder", "save-frame", "timeline-picture", "quit",
    // playing and the time axis
    "play", "play-span", "play-around", "loop", "loop-selection", "faster", "slower", "speed-normal", "mute",
    "play-sound", "next-camera", "camera-offset", "add-camera", "live", "show-picture", "step-back",
    "step-forward", "second-back", "second-forward", "previous-word-edge", "next-word-edge",
    "previous-segment", "next-segment", "go-to-start", "go-to-end", "screen-back", "screen-forward",
    "previous-entry", "next-entry", "go-to-time", "zoom-in", "zoom-out", "zoom-segment", "zoom-all", "snap",
    "subtitles", "show-faces", "people", "full-screen", "picture-window", "follow",
    // segments and words
    "cut", "copy", "paste", "select-all", "select-none", "tier-above", "tier-below", "split", "merge-next",
    "new-segment", "delete-segment", "edit-text", "set-start", "set-end", "choose-edge", "edge-earlier",
    "edge-later", "edge-much-earlier", "edge-much-later", "move-earlier", "move-later", "load-text",
    "next-untimed", "begin-word", "realign", "align-words", "next-doubtful", "previous-doubtful",
    "accept-words", "take-times", "new-tier", "make-segments",
    // the pass itself
    "label-1", "label-2", "label-3", "label-4", "label-5", "label-6", "label-7", "label-none", "value-up",
    "value-down", "label-mode", "confidence-low", "confidence-middle", "confidence-high", "comment", "flag",
    "begin-pass", "commit", "queue-again", "queue-next", "peek", "leave-pass", "annotator", "record-rating",
    "label-while-playing", "make-gold", "take-gold-away", "raters", "learn-while-labelling", "complete-tier",
    "find-suspects",
    // rows and models: prediction and explanations ask
    "align-video", "align-revert", "show-aligned", "show-imputed", "show-coverage", "copy-python",
    "open-recipe", "predict", "model-card", "toggle-text", "toggle-sound", "toggle-vision", "open-model",
    // the window
    "preset-explore", "preset-align", "preset-review", "preset-transcribe", "preset-dataset", "full-panel",
    "reset-layout", "find", "show-inspector", "show-align", "show-predict", "show-review", "show-transcript",
    "palette", "settings", "help", "tour", "shortcuts", "about"};

/// Of these only the library has pictures; the last two ask.
const std::set<QString> kHarmlessDocks{
    QStringLiteral("libraryDock"),  QStringLiteral("panelsDock"), QStringLiteral("timelineDock"),
    QStringLiteral("reviewDock"),   QStringLiteral("ratingDock"), QStringLiteral("messagesDock"),
    QStringLiteral("suspectsDock"),
};

/// They ask.
const std::set<QString> kHarmlessDialogs{QStringLiteral("raters")};

}

SightGuard::SightGuard(const Document& document, const Actions& actions, Stage& stage, QMainWindow& window)
    : QObject(&window)
    , m_document(document)
    , m_actions(actions)
    , m_stage(stage)
    , m_window(window)
    , m_closed(new QActionGroup(this))
{
    m_closed->setExclusionPolicy(QActionGroup::ExclusionPolicy::None);
    for (QAction* action : actions.all()) {
        if (!kHarmlessCommands.contains(action->objectName().toStdString()))
            m_closed->addAction(action);
    }
    for (QDockWidget* dock : window.findChildren<QDockWidget*>()) {
        connect(dock, &QDockWidget::visibilityChanged, this, [this, dock](bool isVisible) {
            if (isVisible && !isSafe(*dock))
                dock->hide();
        });
    }
    for (const char* preset :
         {"preset-explore", "preset-align", "preset-review", "preset-transcribe", "preset-dataset"})
        connect(actions.at(preset), &QAction::toggled, this, &SightGuard::showBanner);
    connect(&document.sight(), &DocumentSight::changed, this, &SightGuard::show);
}

/// Labels, predictions or words; pictures and sound are parts of the video alone.
bool SightGuard::hidesSomething() const
{
    const Sight& sight = m_document.sight().now();
    return !sight.dataset || !sight.labels || !sight.predictions || !sight.words;
}

bool SightGuard::isSafe(const QDockWidget& dock) const
{
    const bool showsPictures = dock.objectName() == QLatin1String("libraryDock");
    return (!hidesSomething() || kHarmlessDocks.contains(dock.objectName()))
        && (!showsPictures || m_document.sight().now().picture);
}

void SightGuard::show()
{
    const Sight& sight = m_document.sight().now();
    m_closed->setEnabled(!hidesSomething());
    for (QDockWidget* dock : m_window.findChildren<QDockWidget*>()) {
        const bool safe = isSafe(*dock);
        dock->toggleViewAction()->setEnabled(safe);
        if (!safe)
            dock->hide();
    }
    if (hidesSomething())
        closeDialogs();
    m_stage.setShowsWords(sight.words);
    showPart("show-picture", sight.picture, m_before.picture);
    showPart("play-sound", sight.sound, m_before.sound);
    m_before = sight;
    showBanner();
}

/// A command that shows a part of the video: off and closed while that is hidden, on again afterwards.
void SightGuard::showPart(const char* action, bool isSeen, bool wasSeen)
{
    if (isSeen == wasSeen)
        return;
    m_actions.at(action)->setChecked(isSeen);
    m_actions.at(action)->setEnabled(isSeen);
}

/// Those that stay open while one works in the window; a question that waits for an answer began this.
void SightGuard::closeDialogs()
{
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        auto* dialog = qobject_cast<QDialog*>(widget);
        if (dialog && dialog->isVisible() && !dialog->isModal()
            && !kHarmlessDialogs.contains(dialog->objectName()))
            dialog->close();
    }
}

void SightGuard::showBanner()
{
    Banner& banner = m_stage.sightBanner();
    const bool isWished = hidesSomething() && !m_actions.at("preset-review")->isChecked();
    if (!isWished)
        return banner.hide();
    banner.ask(
        m_document.sight().now().dataset
            ? tr(
                "A pass of review goes on in which words must not be seen: they are hidden until it is left.")
            : tr("A blind pass of review goes on: labels, your own too, and predictions are hidden until "
                 "it is left."),
        {{tr("&Go on with it"), [this] { m_actions.at("preset-review")->trigger(); }},
         {tr("&Leave the pass"), [this] { m_actions.at("leave-pass")->trigger(); }}});
}

}
