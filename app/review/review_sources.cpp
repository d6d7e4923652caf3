#include "app/review/review_sources.h"

#include "app/document/document.h"
#include "app/models_client/models_client.h"
#include "app/prediction/live_prediction.h"
#include "app/prediction/model_choice.h"
#include "app/review/pass_places.h"
#include "app/tasks/tasks.h"
#include "app/video/video_opener.h"
#include "engine/annotation/label_sets.h"

#include <algorithm>

namespace app {

namespace {

QString gatheringUnits()
{
    return ReviewSources::tr("Gathering segments to review");
}

}

ReviewSources::ReviewSources(Document& document, VideoOpener& videos, ModelsClient& modelsClient,
                             ModelChoice& modelChoice, LivePrediction& prediction, Tasks& tasks,
                             const QString& programs, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_videos(videos)
    , m_modelsClient(modelsClient)
    , m_modelChoice(modelChoice)
    , m_prediction(prediction)
    , m_gathering(tasks)
    , m_readingFiles(tasks)
    , m_asking(tasks)
    , m_programs(programs)
{
    connect(&videos, &VideoOpener::datasetOpened, this, [this] {
        m_gathering.abandon();
        m_files.reset();
        forgetScores();
    });
    connect(&document, &Document::projectChanged, this, [this] { m_gathering.abandon(); });
    connect(&document, &Document::itemsChanged, this, [this](const QString& kind) {
        if (kind == QLatin1String(engine::kOffsetItems))
            m_files.reset(); // they lie elsewhere now
    });
    connect(&modelsClient, &ModelsClient::stateChanged, this, [this] {
        if (m_modelsClient.state() != ModelsClient::State::Ready)
            forgetScores(); // the next model says other things
    });
    connect(&modelsClient, &ModelsClient::modelChanged, this, &ReviewSources::forgetScores);
    connect(&prediction, &LivePrediction::answerChanged, this, &ReviewSources::notePrediction);
}

void ReviewSources::forgetScores()
{
    m_predictions.clear();
    m_scoredModel.clear();
}

void ReviewSources::notePrediction(std::size_t segment)
{
    const LivePrediction::Answer* answer = m_prediction.answer(segment);
    const auto& model = m_modelsClient.model();
    if (!answer || !answer->current || !model || !m_document.hasVideo())
        return;
    const auto sentiment = std::ranges::find(model->labels, engine::kSentimentLabel);
    const auto output = static_cast<std::size_t>(sentiment - model->labels.begin());
    if (output < answer->prediction.values.size())
        m_predictions[{m_document.video().id.toStdString(), m_prediction.segments()[segment].start}]
            = answer->prediction.values[output];
}

/// Calls `then` with what `work` makes of the segments that can be reviewed and of the annotation.
template <typename Result, typename Work>
void ReviewSources::workOn(const engine::Layer& own, bool withScores, Work work,
                           const std::function<void(const Result&)>& then)
{
    const auto go = [this, own, work = std::move(work), then] {
        m_gathering.start(
            gatheringUnits(),
            [files = m_files, dataset = m_videos.dataset(), annotation = m_document.annotation(), own,
             predictions = m_predictions, work](const engine::RunContext&) {
                std::vector<engine::ReviewUnit> units = reviewUnits(*files, annotation, own, predictions);
                if (dataset) {
                    keepOwnFeelings(units, dataset->conversations, own);
                    placeInConversations(units, dataset->conversations, annotation);
                }
                return work(std::move(units), annotation);
            },
            then);
    };
    readFiles([this, withScores, go] {
        if (withScores)
            readScores(go);
        else
            go();
    });
}

void ReviewSources::gatherUnits(const engine::Layer& own,
                                const std::function<void(const std::vector<engine::ReviewUnit>&)>& then)
{
    workOn<std::vector<engine::ReviewUnit>>(
        own, false, [](std::vector<engine::ReviewUnit> units, const engine::Annotation&) { return units; },
        then);
}

void ReviewSources::gatherPlaces(
    const engine::ReviewPass& pass, bool withScores,
    const std::function<void(const std::vector<engine::ReviewPass::Place>&)>& then)
{
    workOn<std::vector<engine::ReviewPass::Place>>(
        pass.layer, withScores,
        [pass](const std::vector<engine::ReviewUnit>& units, const engine::Annotation& annotation) {
            return passPlaces(units, pass, goldItems(annotation), pass.places);
        },
        then);
}

std::vector<OtherJudgement> ReviewSources::otherJudgements(engine::SegmentId judged,
                                                           const engine::Layer& own) const
{
    return app::otherJudgements(m_document, m_modelsClient, m_prediction, judged, own);
}

/// The files of the dataset, read once in the background.
void ReviewSources::readFiles(const std::function<void()>& then)
{
    const auto dataset = m_videos.dataset();
    if (m_files || !dataset) {
        if (dataset)
            then();
        return;
    }
    m_readingFiles.start(
        tr("Looking for segments to review"),
        [dataset, offsets = projectOffsets(m_document.annotation())](const engine::RunContext& run) {
            return readRecordedVideos(*dataset, offsets, run);
        },
        [this, dataset, then](RecordedVideos videos) {
            if (dataset != m_videos.dataset())
                return; // another was opened meanwhile
            m_files = std::make_shared<const RecordedVideos>(std::move(videos));
            then();
        });
}

/// What the model says of all segments, worked out once per model in the background.
void ReviewSources::readScores(const std::function<void()>& then)
{
    const QString model = m_modelChoice.path();
    const auto dataset = m_videos.dataset();
    const bool isAnswerable = dataset && dataset->withRole(Role::Words); // of files, which the child reads
    if (model.isEmpty() || !isAnswerable || m_scoredModel == model) {
        then();
        return;
    }
    m_asking.start(
        tr("Asking the model about all segments"),
        [model, list = dataset->list, programs = m_programs](const engine::RunContext& run) {
            QString trouble;
            ModelScores scores;
            try {
                scores = modelScores(programs.toStdString(), model.toStdString(), list,
                                     engine::kSentimentLabel, run);
            } catch (const engine::Cancelled&) {
                throw;
            } catch (const engine::Error& error) { // the pass goes without them
                trouble = QString::fromUtf8(error.what());
            }
            return std::pair(scores, trouble);
        },
        [this, model, dataset, then](const std::pair<ModelScores, QString>& result) {
            if (dataset != m_videos.dataset() || model != m_modelChoice.path())
                return; // another was opened meanwhile
            m_scoredModel = model;
            m_predictions.insert(result.first.begin(), result.first.end()); // what was edited is newer
            if (!result.second.isEmpty())
                m_document.notices().say(result.second);
            then();
        });
}

}
