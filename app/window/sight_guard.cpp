#include "app/window/sight_guard.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/picture/banner.h"
#include "app/picture/stage.h"
#include "app/window/docks.h"

#include <QApplication>
#include <QDialog>
#include <QDockWidget>
#include <QMainWindow>

#include <set>

namespace app {

namespace {

/// They ask.
const std::set<QString> kHarmlessDialogs{QStringLiteral("raters"), QStringLiteral("segmentAgreement"),
                                         QStringLiteral("comparisonScores")};

}

SightGuard::SightGuard(const Document& document, const Actions& actions, const Docks& docks, Stage& stage,
                       QMainWindow& window)
    : QObject(&window)
    , m_document(document)
    , m_actions(actions)
    , m_docks(docks)
    , m_stage(stage)
    , m_window(window)
{
    for (QDockWidget* dock : window.findChildren<QDockWidget*>()) {
        connect(dock, &QDockWidget::visibilityChanged, this, [this, dock](bool isVisible) {
            if (isVisible && !isSafe(*dock))
                dock->hide();
        });
    }
    for (const char* preset :
         {"preset-explore", "preset-align", "preset-review", "preset-transcribe", "preset-dataset",
          "preset-conversation"})
        connect(actions.at(preset), &QAction::toggled, this, &SightGuard::showBanner);
    connect(&document.sight(), &DocumentSight::changed, this, &SightGuard::show);
}

bool SightGuard::isSafe(const QDockWidget& dock) const
{
    const bool showsPictures = dock.objectName() == QLatin1String("libraryDock");
    return (!m_document.sight().now().hidesInsight() || m_docks.isBlindSafe(dock))
        && (!showsPictures || m_document.sight().now().picture);
}

void SightGuard::show()
{
    const Sight& sight = m_document.sight().now();
    for (QDockWidget* dock : m_window.findChildren<QDockWidget*>()) {
        const bool safe = isSafe(*dock);
        dock->toggleViewAction()->setEnabled(safe);
        if (!safe)
            dock->hide();
    }
    if (m_document.sight().now().hidesInsight())
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
    const bool isWished
        = m_document.sight().now().hidesInsight() && !m_actions.at("preset-review")->isChecked();
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
