#include "app/tiers/fusion_actions.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/tiers/fusion_dialog.h"

namespace app {

namespace {

/// Sequences of sound and face that are in memory.
std::vector<FusionSignal> reactedToIn(const VideoData& video)
{
    std::vector<FusionSignal> found;
    for (const FeatureSeries& series : video.features) {
        if (!series.tiled && series.features && series.modality != engine::Modality::Text)
            found.push_back({series.key, series.features});
    }
    return found;
}

}

FusionActions::FusionActions(Document& document, Editor& editor, Tasks& tasks, const Actions& actions,
                             QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_editor(editor)
    , m_tasks(tasks)
    , m_window(window)
{
    connect(actions.at("fuse-ratings"), &QAction::triggered, this, &FusionActions::ask);
}

void FusionActions::ask()
{
    const std::vector<engine::ContinuousRating> raters = m_document.hasVideo()
        ? engine::continuousRatings(m_document.annotation(), m_document.video().id.toStdString())
        : std::vector<engine::ContinuousRating>();
    if (raters.empty()) {
        m_document.notices().say(
            tr("There are no continuous ratings of this video yet: make a continuous tier, and record "
               "a rating while the video plays."));
        return;
    }
    if (!m_document.whyReadOnly().isEmpty()) {
        m_document.notices().say(m_document.whyReadOnly());
        return;
    }
    FusionDialog dialog(raters, reactedToIn(m_document.video()), m_tasks, m_window);
    if (dialog.exec() == QDialog::Accepted && dialog.isReady())
        make(dialog);
}

/// One step of the history: the fused tier and, where that is wished, the raters' with their lags put back.
void FusionActions::make(const FusionDialog& dialog)
{
    const std::vector<engine::ContinuousRating> raters = dialog.chosen();
    const engine::RatingFusion& fusion = dialog.fusion();
    const std::string video = m_document.video().id.toStdString();
    const std::string wish = dialog.name().empty() ? raters.front().name : dialog.name();
    const std::string name = freeTierName(m_document.annotation(), video, wish);
    m_editor.edit(tr("fuse ratings into %1").arg(QString::fromStdString(name)),
                  [&](const engine::Annotation& annotation) {
                      return engine::addFusion(annotation, video, name, raters, fusion, dialog.movesRaters());
                  });
}

}
