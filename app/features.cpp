#include "app/features.h"

#include "app/alignment/alignment_feature.h"
#include "app/cameras/cameras_feature.h"
#include "app/comparing/comparing_feature.h"
#include "app/completion/completion_feature.h"
#include "app/conversation/conversation_feature.h"
#include "app/conversation/dialogue_predictions.h"
#include "app/dataset_view/dataset_feature.h"
#include "app/diagnosis/diagnosis_feature.h"
#include "app/exchange/exchange_feature.h"
#include "app/exporting/exporting_feature.h"
#include "app/extraction/extraction_feature.h"
#include "app/faces/faces_feature.h"
#include "app/help/help_feature.h"
#include "app/influence/influence_feature.h"
#include "app/inspector/inspector_feature.h"
#include "app/labelling/labelling_feature.h"
#include "app/learning/learning_feature.h"
#include "app/live/live_feature.h"
#include "app/opening/opening_feature.h"
#include "app/picture/picture_feature.h"
#include "app/planning/planning_feature.h"
#include "app/playback/sound_feature.h"
#include "app/prediction/prediction_feature.h"
#include "app/privacy/privacy_feature.h"
#include "app/publishing/publishing_feature.h"
#include "app/rendering/rendering_feature.h"
#include "app/review/review_feature.h"
#include "app/routing/routing_feature.h"
#include "app/scripting/scripting_feature.h"
#include "app/space/space_feature.h"
#include "app/statistics/statistics_feature.h"
#include "app/suspects/suspects_feature.h"
#include "app/table/table_feature.h"
#include "app/team/team_feature.h"
#include "app/tiers/tiers_feature.h"
#include "app/timeline/playing_feature.h"
#include "app/timeline/timeline_feature.h"
#include "app/training/training_feature.h"
#include "app/transcript/transcript_feature.h"
#include "app/video/library_feature.h"
#include "app/window/window_feature.h"

namespace app {

std::vector<CommandTable> allCommands()
{
    return {openingCommands(),   extractionCommands(), exchangeCommands(),   exportingCommands(),
            renderingCommands(), playingCommands(),    soundCommands(),      camerasCommands(),
            liveCommands(),      pictureCommands(),    facesCommands(),      timelineCommands(),
            tiersCommands(),     transcriptCommands(), labellingCommands(),  reviewCommands(),
            teamCommands(),      suspectsCommands(),   completionCommands(), learningCommands(),
            alignmentCommands(), predictionCommands(), trainingCommands(),   windowCommands(),
            helpCommands(),      diagnosisCommands(),  scriptingCommands(),  publishingCommands(),
            planningCommands(),  influenceCommands(), routingCommands(), privacyCommands(), conversationCommands()};
}

Scripting& addFeatures(const Bench& bench)
{
    OpenActions& open = addOpening(bench);
    ExchangeActions& exchange = addExchange(bench, open);
    addExporting(bench);
    addRendering(bench);
    addPublishing(bench);
    addPrivacy(bench);
    addLibrary(bench);
    addPlaying(bench);
    addSound(bench);
    addCameras(bench);
    addFaces(bench, addPicture(bench));
    addTimeline(bench);
    addTiers(bench);
    widgets::InspectorPanel& inspector = addInspector(bench);
    addAlignment(bench);
    PredictTab& predict = addPrediction(bench);
    const Reviewing reviewing = addReview(bench);
    addSuspects(bench, reviewing);
    addLearning(bench, reviewing);
    addCompletion(bench, reviewing);
    addComparing(bench, reviewing);
    addPlanning(bench, reviewing, addTeam(bench, reviewing));
    addInfluence(bench, reviewing);
    addRouting(bench, reviewing);
    addLabelling(bench, reviewing, inspector);
    ExtractionActions& extraction = addExtraction(bench);
    addTranscript(bench, extraction, exchange);
    addLive(bench, extraction);
    DatasetRoom& dataset = addDataset(bench, reviewing);
    SpaceTab& space = addSpace(bench, predict, dataset, reviewing);
    addTable(bench);
    addStatistics(bench);
    DialoguePredictions& conversations = addConversation(bench, reviewing);
    addTraining(bench, [&conversations](const QString& model) { conversations.choose(model); });
    addDiagnosis(bench);
    return addScripting(bench, reviewing, space);
}

}
