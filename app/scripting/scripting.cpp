#include "app/scripting/scripting.h"

#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/playback/player.h"
#include "app/review/review.h"
#include "app/scripting/script_commands.h"
#include "app/scripting/script_desk.h"
#include "app/scripting/script_edits.h"
#include "app/scripting/script_events.h"
#include "app/scripting/script_layers.h"
#include "app/scripting/script_pictures.h"
#include "app/scripting/script_state.h"
#include "app/scripting/script_waits.h"
#include "app/timeline/segment_selection.h"
#include "app/timeline/timeline_panel.h"
#include "app/video/video_opener.h"

#include <nlohmann/json.hpp>

namespace app {

Scripting::Scripting(const ScriptSources& sources, Review& review, QObject* parent)
    : QObject(parent)
    , m_desk(new ScriptDesk({}, this))
    , m_waits(new ScriptWaits(this))
    , m_state(new ScriptState(sources, *m_desk, *m_waits, this))
    , m_events(new ScriptEvents(*m_desk, this))
{
    new ScriptCommands(sources.actions, *m_desk, *m_waits, this);
    new ScriptPictures(sources, *m_desk, this);
    new ScriptLayers(sources, *m_desk, this);
    new ScriptEdits(sources, *m_desk, this);
    connectEvents(sources, review);
    connect(&m_desk->server(), &ScriptServer::cut, this, [&document = sources.document](const QString& why) {
        document.notices().say(tr("A script was cut off: %1").arg(why));
    });
}

QString Scripting::listen()
{
    return m_desk->server().listen();
}

void Scripting::connectEvents(const ScriptSources& sources, Review& review)
{
    const auto selected = [this] {
        if (m_events->isAnyoneListening())
            m_events->noteState("selection", m_state->selection());
    };
    const auto moved = [this] {
        if (m_events->isAnyoneListening())
            m_events->noteState("playhead", m_state->playhead());
    };
    TierInHand& hand = sources.timeline.hand();
    connect(&hand.selected(), &SegmentSelection::changed, this, selected);
    connect(&hand, &TierInHand::tierChanged, this, selected);
    connect(&sources.timeline.view(), &widgets::TimelineView::selectionChanged, this, selected);
    connect(&sources.player, &Player::positionChanged, this, moved);
    connect(&sources.player, &Player::playingChanged, this, moved);
    connect(&sources.document, &Document::videoChanged, this, moved);
    connect(&sources.document, &Document::wordsChanged, this,
            [this](const QString& video) { m_events->noteEdit(video.toStdString(), kWordsTier); });
    connect(&sources.document, &Document::labelsChanged, this,
            [this](const QString& video) { m_events->noteEdit(video.toStdString(), kLabelsTier); });
    connect(&sources.document, &Document::tierChanged, this,
            [this](const QString& video, const QString& tier) {
                m_events->noteEdit(video.toStdString(), tier.toStdString());
            });
    connect(&review, &Review::judged, this,
            [this](const engine::ReviewPass::Place& place, const engine::Segment& answer) {
                nlohmann::json values = nlohmann::json::object();
                for (const auto& [label, given] : answer.values)
                    std::visit([&, &name = label](const auto& value) { values[name] = value; }, given.value);
                m_events->noteJudgement({{"video", place.video},
                                         {"span", {place.span.start, place.span.end}},
                                         {"values", values},
                                         {"pass", true}});
            });
    connect(&sources.editor, &Editor::labelGiven, this,
            [this, &document = sources.document](const TierName& tier, engine::SegmentId id,
                                                 const QString& label, const engine::LabelValue& given) {
                const engine::Segment* segment = document.annotation().segment(id);
                if (!segment || !document.hasVideo())
                    return;
                nlohmann::json values = nlohmann::json::object();
                std::visit([&](const auto& value) { values[label.toStdString()] = value; }, given.value);
                m_events->noteJudgement({{"video", document.video().id.toStdString()},
                                         {"span", {segment->start.seconds(), segment->end.seconds()}},
                                         {"tier", tier},
                                         {"id", id},
                                         {"values", values},
                                         {"pass", false}});
            });
}

}
