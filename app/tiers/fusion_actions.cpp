#include "app/tiers/fusion_actions.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/tiers/fusion_dialog.h"

namespace app {

namespace {

std::vector<ContinuousRating> continuousTiers(const engine::Annotation& annotation, const std::string& video)
{
    std::vector<engine::TierId> numbers;
    for (const engine::Tier* tier : annotation.tiersOf(video)) {
        if (tier->kind == engine::TierKind::Continuous)
            numbers.push_back(tier->id);
    }
    const double end = engine::endOfTraces(annotation, numbers);
    std::vector<ContinuousRating> raters;
    for (const engine::TierId number : numbers) {
        const engine::Tier& tier = *annotation.tier(number);
        raters.push_back(
            {number, tier.name, tier.annotator, engine::tierFrames(annotation, number, end, kFusionRate)});
    }
    return end > 0.0 ? raters : std::vector<ContinuousRating>();
}

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

FusionActions::FusionActions(Document& document, Editor& editor, Jobs& jobs, const Actions& actions,
                             QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_editor(editor)
    , m_jobs(jobs)
    , m_window(window)
{
    connect(actions.at("fuse-ratings"), &QAction::triggered, this, &FusionActions::ask);
}

void FusionActions::ask()
{
    const std::vector<ContinuousRating> raters = m_document.hasVideo()
        ? continuousTiers(m_document.annotation(), m_document.video().id.toStdString())
        : std::vector<ContinuousRating>();
    if (raters.empty()) {
        emit message(
            tr("There are no continuous ratings of this video yet: make a continuous tier, and record "
               "a rating while the video plays."));
        return;
    }
    if (!m_document.whyReadOnly().isEmpty()) {
        emit message(m_document.whyReadOnly());
        return;
    }
    FusionDialog dialog(raters, reactedToIn(m_document.video()), m_jobs, m_window);
    if (dialog.exec() == QDialog::Accepted && dialog.isReady())
        make(dialog);
}

/// One step of the history: the fused tier and, where that is wished, the raters' with their lags put back.
void FusionActions::make(const FusionDialog& dialog)
{
    const std::vector<ContinuousRating> raters = dialog.chosen();
    const RatingFusion& fusion = dialog.fusion();
    const std::string video = m_document.video().id.toStdString();
    const std::string wish = dialog.name().empty() ? raters.front().name : dialog.name();
    const std::string name = freeTierName(m_document.annotation(), video, wish);
    m_editor.edit(tr("fuse ratings into %1").arg(QString::fromStdString(name)),
                  [&](const engine::Annotation& annotation) {
                      engine::Tier tier;
                      if (const engine::Tier* first = annotation.tier(raters.front().tier))
                          tier.labels = first->labels;
                      tier.video = video;
                      tier.name = name;
                      tier.kind = engine::TierKind::Continuous;
                      tier.rate = kFusionRate;
                      engine::Change change = engine::addTrace(annotation, tier, fusion.fused.frames);
                      for (std::size_t i = 0; dialog.movesRaters() && i < raters.size(); ++i) {
                          const engine::Change moved = engine::moveTraceSooner(
                              annotation, raters[i].tier, fusion.lags.seconds[i].value_or(0.0));
                          change.segments.insert(change.segments.end(), moved.segments.begin(),
                                                 moved.segments.end());
                      }
                      return change;
                  });
}

}
