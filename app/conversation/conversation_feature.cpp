#include "app/conversation/conversation_feature.h"

#include "app/actions/actions.h"
#include "app/conversation/alignment_hint.h"
#include "app/conversation/conversation_actions.h"
#include "app/conversation/conversation_cameras.h"
#include "app/conversation/conversation_clips.h"
#include "app/conversation/conversation_faces.h"
#include "app/conversation/conversation_faders.h"
#include "app/conversation/conversation_sound.h"
#include "app/conversation/conversation_tab.h"
#include "app/conversation/conversation_tracks.h"
#include "app/conversation/dialogue_predictions.h"
#include "app/conversation/recording_time_dialog.h"
#include "app/conversation/synchrony_lane.h"
#include "app/conversation/turn_segments.h"
#include "app/files/file_questions.h"
#include "app/picture/stage.h"
#include "app/review/review.h"
#include "app/session/session.h"
#include "app/settings/settings.h"
#include "app/timeline/timeline_panel.h"
#include "app/window/main_window.h"
#include "app/window/tabs.h"
#include "engine/annotation/listening_tier.h"
#include "engine/project_items/conversation_items.h"
#include "widgets/conversation/conversation_panel.h"

#include <QCoreApplication>

#include <memory>
#include <utility>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kConversationCommands[]{
    {"next-turn", QT_TRANSLATE_NOOP("app::Actions", "&Next turn"), "J", {"view/conversation", 101}, kNeedsData | kNeedsSight, "", false, "", {"", "", "Alt+J"}},
    {"previous-turn", QT_TRANSLATE_NOOP("app::Actions", "&Previous turn"), "Shift+J", {"view/conversation", 102}, kNeedsData | kNeedsSight},
    {"next-participant", QT_TRANSLATE_NOOP("app::Actions", "Next p&articipant"), "O", {"view/conversation", 103}, kNeedsData | kNeedsSight, "", false, "", {"", "", "Alt+O"}},
    {"hear-alone", QT_TRANSLATE_NOOP("app::Actions", "&Hear only who is in hand"), "U", {"view/conversation", 104}, kNeedsData, "", true},
    {"recording-time", QT_TRANSLATE_NOOP("app::Actions", "&Offset and drift of a recording…"), "", {"align/offsets", 103}, kNeedsData},
    {"turn-segments", QT_TRANSLATE_NOOP("app::Actions", "Segments of &turns…"), "", {"view/conversation", 301}, kNeedsData},
    {"keep-turns", QT_TRANSLATE_NOOP("app::Actions", "&Keep these turns as tiers"), "", {"view/conversation", 302}, kNeedsData | kNeedsSight},
    {"who-speaks", QT_TRANSLATE_NOOP("app::Actions", "&Who speaks"), "W", {"view/conversation", 201}, kNeedsData | kNeedsSight, "", true},
    {"synchrony", QT_TRANSLATE_NOOP("app::Actions", "&Synchrony"), "Y", {"view/conversation", 202}, kNeedsData | kNeedsSight, "", true},
    {"participant-names", QT_TRANSLATE_NOOP("app::Actions", "Na&mes in the picture"), "", {"view/conversation", 203}, kNeedsData | kNeedsSight, "", true},
    {"follow-speaker", QT_TRANSLATE_NOOP("app::Actions", "&Follow the speaker"), "", {"view/conversation", 204}, kNeedsData | kNeedsSight, "", true},
};
// clang-format on

/// Of a conversation without faces in one picture the second switch says why nothing can be followed.
void addFaceActions(const Bench& bench, ConversationFaces* faces)
{
    QAction* names = bench.actions.at("participant-names");
    QAction* follow = bench.actions.at("follow-speaker");
    names->setChecked(true);
    QObject::connect(names, &QAction::toggled, faces, &ConversationFaces::setNamed);
    QObject::connect(
        follow, &QAction::toggled, faces, [&document = bench.session.document(), faces, follow](bool isOn) {
            if (isOn && !faces->isThere()) {
                follow->setChecked(false);
                document.notices().say(
                    QCoreApplication::translate("app::ConversationFaces",
                                                "Only faces of one picture can be followed: a conversation "
                                                "whose list says which face is whose."));
                return;
            }
            faces->setFollowing(isOn);
        });
}

/// What the participant of `C@P` is called, or the only other one of that conversation; empty: nobody is.
QString calledOf(Session& session, const std::string& video, bool isOfOther)
{
    const auto& dataset = session.videos().dataset();
    const engine::Conversation* listed = dataset ? dataset->conversations.of(video) : nullptr;
    const engine::ConversationParticipant* who
        = listed ? dataset->conversations.participantOf(video) : nullptr;
    if (!who || (isOfOther && listed->participants.size() != 2))
        return {};
    const std::string own = who->id;
    const engine::Conversation changed = engine::asChanged(session.document().annotation(), *listed);
    for (const engine::ConversationParticipant& each : changed.participants) {
        if ((each.id == own) != isOfOther)
            return QString::fromStdString(each.shownName());
    }
    return {};
}

/// The review asks what plays before a segment, and what participants are called.
void tellReview(Session& session, Review& review, const ConversationInSight& conversation)
{
    review.conversation().isRead = [&session, &conversation] {
        const auto found = conversation.conversation(); // what was read may still be of the video before
        const auto& data = conversation.data();
        return !found || !session.document().hasVideo()
            || (data && data->video == session.document().video().id);
    };
    review.conversation().turnBefore = [&conversation](double moment, int turns) {
        return conversation.data() ? turnBefore(*conversation.data(), moment, turns) : moment;
    };
    review.conversation().nameOf
        = [&session](const std::string& video) { return calledOf(session, video, /*isOfOther=*/false); };
    review.conversation().partnerOf
        = [&session](const std::string& video) { return calledOf(session, video, /*isOfOther=*/true); };
    QObject::connect(&conversation, &ConversationInSight::changed, &review, &Review::playWhenOpen);
}

/// A conversation that was just opened has the keyboard, so that its keys work at once.
void takeKeys(const Bench& bench, const ConversationInSight& conversation)
{
    auto isNew = std::make_shared<bool>(false);
    widgets::TimelineView& view = bench.timeline.view();
    QObject::connect(&bench.session.videos(), &VideoOpener::datasetOpened, &view, [isNew] { *isNew = true; });
    QObject::connect(&bench.session.videos(), &VideoOpener::sequencesOpened, &view,
                     [isNew, &view, &conversation] {
                         if (std::exchange(*isNew, false) && !conversation.all().empty() && view.isVisible())
                             view.setFocus();
                     });
}

}

CommandTable conversationCommands()
{
    return {"conversations", kConversationCommands};
}

DialoguePredictions& addConversation(const Bench& bench, const Reviewing& reviewing)
{
    Session& session = bench.session;
    MainWindow& window = bench.window;
    Document& document = session.document();
    Player& player = session.player();
    auto* conversation = new ConversationInSight(document, session.videos(), session.tasks(), &window);
    auto* sound = new ConversationSound(document, player, *conversation, &window);
    auto* tracks
        = new ConversationTracks(bench.timeline.view(), document, player, *conversation, *sound, &window);
    auto* lane = new SynchronyLane(bench.timeline.view(), document, session.videos(), session.tasks(),
                                   *conversation, &window);
    auto* cameras = new ConversationCameras(document, session.editor(), player, session.cameras(),
                                            *conversation, &window);
    new ConversationFaders({session.cameras(), *conversation, *sound, bench.stage.video()}, &window);
    auto* clips = new ConversationClips({document, player, *conversation, bench.stage.video()}, &window);
    addFaceActions(
        bench,
        new ConversationFaces(
            {document, player, session.faces(), *conversation, *tracks, bench.stage.video()}, &window));
    QObject::connect(
        bench.actions.at("recording-time"), &QAction::triggered, &window,
        [&session, &window, conversation, cameras] {
            const auto& data = conversation->data();
            if (!data || !data->hand || data->conversation.media != engine::ConversationMedia::Recordings) {
                session.document().notices().say(
                    QCoreApplication::translate("app::RecordingTimeDialog",
                                                "Offset and drift belong to the recordings of a "
                                                "conversation; this video is none of one."));
                return;
            }
            auto* dialog = new RecordingTimeDialog(
                {session.document(), session.player(), session.tasks(), *conversation, *cameras}, &window);
            dialog->show();
        });
    auto* actions = new ConversationActions(
        {document, player, bench.timeline, *conversation, *tracks, *lane, *sound}, bench.actions, &window);
    new AlignmentHint(document, *conversation, &window);
    new TurnSegments({document, session.editor(), session.tierReader(), bench.timeline.hand(), *conversation},
                     bench.actions, &window);
    auto* panel = new widgets::ConversationPanel;
    auto* tab = new ConversationTab(document, session.videos(), session.tasks(), *conversation, *panel);
    bench.tabs.add({"conversation", QCoreApplication::translate("app::Tabs", "Conversation"), false, false},
                   panel);
    QObject::connect(tab, &ConversationTab::timeChosen, actions, &ConversationActions::seek);
    QObject::connect(panel, &widgets::ConversationPanel::timesWished, bench.actions.at("recording-time"),
                     &QAction::trigger);
    auto* predictions
        = new DialoguePredictions({document, session.videos(), session.tasks(), player, *conversation,
                                   *tracks, session.moments(), session.programs()},
                                  panel->predictions());
    QObject::connect(predictions, &DialoguePredictions::openWished, predictions, [bench, predictions] {
        const QString path
            = askForFile(&bench.window,
                         {"model", QCoreApplication::translate("app::DialoguePredictions", "Open model"),
                          QCoreApplication::translate("app::DialoguePredictions",
                                                      "Models of conversations (*.safetensors)"),
                          dataFolder(bench.session.document())});
        if (!path.isEmpty())
            predictions->choose(path);
    });
    QObject::connect(&panel->predictions(), &widgets::TurnPredictions::helpWished, bench.actions.at("help"),
                     &QAction::trigger);
    window.addSettled([conversation, lane, tab, predictions, clips] {
        return clips->isSettled() && !conversation->isReading() && !lane->isComputing() && !tab->isComputing()
            && !predictions->isComputing();
    });
    const auto showPlaces
        = [conversation, tabs = &bench.tabs, mode = bench.actions.at("preset-conversation")] {
              const bool isThere = !conversation->all().empty();
              tabs->setThere(QStringLiteral("conversation"), isThere);
              mode->setVisible(isThere);
          };
    QObject::connect(&session.videos(), &VideoOpener::sequencesOpened, panel, showPlaces);
    showPlaces();
    takeKeys(bench, *conversation);
    tellReview(bench.session, reviewing.review, *conversation);
    QObject::connect(&reviewing.review, &Review::passChanged, cameras, [cameras, &review = reviewing.review] {
        cameras->setListenerJudged(review.pass() && engine::isOfListeners(review.pass()->layer.of));
    });
    return *predictions;
}

}
