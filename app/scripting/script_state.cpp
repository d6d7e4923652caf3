#include "app/scripting/script_state.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/playback/player.h"
#include "app/project/project.h"
#include "app/scripting/script_desk.h"
#include "app/scripting/script_segments.h"
#include "app/scripting/script_video.h"
#include "app/scripting/script_waits.h"
#include "app/timeline/segment_selection.h"
#include "app/timeline/timeline_panel.h"
#include "app/video/tier_reader.h"
#include "app/video/video_opener.h"
#include "app/window/presets.h"
#include "engine/core/error.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScopeGuard>
#include <QTimer>

#include <nlohmann/json.hpp>

namespace app {

namespace {

constexpr double kOpenWait = 120.0; ///< seconds
constexpr qint64 kMediaWaitMs = 10'000;
constexpr int kSettledLooks = 3; ///< in a row: one thing that arrives may ask for the next

nlohmann::json spanOrNull(const std::optional<engine::Interval>& span)
{
    return span ? nlohmann::json{span->start, span->end} : nlohmann::json();
}

}

ScriptState::ScriptState(const ScriptSources& sources, ScriptDesk& desk, ScriptWaits& waits, QObject* parent)
    : QObject(parent)
    , m_sources(sources)
    , m_waits(waits)
{
    desk.addLook("state", [this](const ScriptFields&, const ScriptReply& reply) { reply.answer(now()); });
    desk.addLook("videos",
                 [this](const ScriptFields&, const ScriptReply& reply) { reply.answer(videoIds()); });
    desk.addLook("segments", [this](const ScriptFields& fields, const ScriptReply& reply) {
        reply.answer(segmentsTold(m_sources.document, fields));
    });
    desk.addLook("settle",
                 [this](const ScriptFields& fields, const ScriptReply& reply) { settle(fields, reply); });
    desk.addChange("open",
                   [this](const ScriptFields& fields, const ScriptReply& reply) { open(fields, reply); });
    desk.addChange("open_files", [this](const ScriptFields& fields, const ScriptReply& reply) {
        openFiles(fields.texts("paths"), reply);
    });
    desk.addStep("seek",
                 [this](const ScriptFields& fields) { m_sources.player.seek(fields.number("seconds")); });
    desk.addStep("play", [this](const ScriptFields& fields) { play(fields); });
    desk.addStep("pause", [this](const ScriptFields&) { m_sources.player.pause(); });
    desk.addStep("select", [this](const ScriptFields& fields) { select(fields); });
    desk.addStep("mode", [this](const ScriptFields& fields) { chooseMode(fields); });
    desk.addStep("annotator", [this](const ScriptFields& fields) {
        const QString name = fields.text("name").trimmed();
        if (name.isEmpty())
            throw engine::Error("bad_request", "The annotator's name is empty.");
        m_sources.editor.setAnnotator(name);
    });
}

nlohmann::json ScriptState::selection() const
{
    const SegmentSelection& selected = m_sources.timeline.hand().selected();
    const bool hasVideo = m_sources.document.hasVideo() && !selected.isEmpty();
    return {{"tier", selected.isEmpty() ? m_sources.timeline.hand().tier() : selected.tier()},
            {"ids", selected.ids()},
            {"places", hasVideo ? selected.indices(selected.tier()) : std::vector<std::size_t>()},
            {"span", spanOrNull(m_sources.timeline.view().selection())}};
}

nlohmann::json ScriptState::playhead() const
{
    return {{"video", m_sources.videos.current().toStdString()},
            {"seconds", m_sources.player.position()},
            {"playing", m_sources.player.isPlaying()}};
}

nlohmann::json ScriptState::now() const
{
    const Document& document = m_sources.document;
    nlohmann::json state = playhead();
    state["dataset"] = document.dataset().root.string();
    state["project"] = m_sources.project.path().string();
    state["writable"] = document.whyReadOnly().isEmpty();
    state["in_sight"] = document.hasVideo() ? document.video().id.toStdString() : std::string();
    state["duration"] = m_sources.player.duration();
    state["rate"] = m_sources.player.rate();
    state["preset"] = m_mode.toStdString();
    state["selection"] = selection();
    state["annotator"] = m_sources.editor.annotator().toStdString();
    state["blind"] = document.sight().now().hidesInsight();
    state["busy"] = ScriptDesk::whyBusy().toStdString();
    state["settled"] = m_sources.isSettled();
    return state;
}

nlohmann::json ScriptState::videoIds() const
{
    return m_sources.reader.allVideos();
}

void ScriptState::open(const ScriptFields& fields, const ScriptReply& reply)
{
    const QString video = fields.text("video", 4000);
    if (!m_sources.reader.allVideos().contains(video.toStdString()))
        throw engine::Error("no_video", "There is no video “" + video.left(100).toStdString() + "”.");
    if (fields.has("seconds"))
        m_sources.videos.openAt(video, fields.number("seconds"));
    else if (!m_sources.document.isInSight(video))
        m_sources.videos.open(video);
    const auto inSight = std::make_shared<QElapsedTimer>(); // media may come a moment later, or never
    m_waits.wait(
        reply, kOpenWait,
        [this, video, inSight] {
            if (!m_sources.document.isInSight(video) || m_sources.videos.current() != video
                || m_sources.videos.isJumping())
                return false;
            if (!inSight->isValid())
                inSight->start();
            return m_sources.player.duration() > 0.0 || inSight->hasExpired(kMediaWaitMs);
        },
        [reply] { reply.answer(); },
        [reply, video] { reply.refuse("late", "“" + video.toStdString() + "” did not come into sight."); });
}

/// Opening begins in a turn of its own, since it may ask something, and is answered when it has begun: what
/// then waits until all is settled waits for it.
void ScriptState::openFiles(const QStringList& paths, const ScriptReply& reply)
{
    const auto hasBegun = std::make_shared<bool>(false);
    QTimer::singleShot(0, this, [this, paths, hasBegun] {
        const auto over = qScopeGuard([hasBegun] { *hasBegun = true; });
        m_sources.openFiles(paths);
    });
    m_waits.wait(
        reply, kOpenWait, [hasBegun] { return *hasBegun || QApplication::activeModalWidget(); },
        [reply] { reply.answer(); },
        [reply] { reply.refuse("late", "The files are still being looked at."); });
}

void ScriptState::settle(const ScriptFields& fields, const ScriptReply& reply)
{
    m_waits.wait(
        reply, fields.has("seconds") ? fields.number("seconds") : 60.0,
        [this] { return m_sources.isSettled(); }, [reply] { reply.answer(true); },
        [reply] { reply.answer(false); }, kSettledLooks);
}

void ScriptState::select(const ScriptFields& fields)
{
    Document& document = m_sources.document;
    requireVideo(document);
    if (fields.has("tier")) {
        const TierName tier = fields.text("tier").toStdString();
        std::vector<engine::SegmentId> ids = fields.ids("ids");
        if (tier != kLabelsTier && tier != kWordsTier && !document.tier(tier))
            throw engine::Error("no_tier", "The video has no tier “" + tier + "”.");
        for (const engine::SegmentId id : ids) {
            if (!document.indexOf(tier, id))
                throw engine::Error(
                    "no_segment", "“" + tier + "” has no segment of the number " + std::to_string(id) + ".");
        }
        for (const std::int64_t place : fields.ids("places")) {
            if (place < 0 || static_cast<std::size_t>(place) >= document.spans(tier).size())
                throw engine::Error("no_segment",
                                    "“" + tier + "” has no segment at the place " + std::to_string(place)
                                        + ".");
            ids.push_back(document.segmentId(tier, static_cast<std::size_t>(place)));
        }
        m_sources.timeline.hand().setTier(tier);
        m_sources.timeline.hand().selected().select(tier, ids);
    }
    if (fields.has("span"))
        m_sources.timeline.setSelectedSpan(fields.span("span"));
    else if (!fields.has("tier")) { // nothing is selected any more
        m_sources.timeline.hand().selected().clear();
        m_sources.timeline.setSelectedSpan(std::nullopt);
    }
}

void ScriptState::play(const ScriptFields& fields)
{
    requireVideo(m_sources.document);
    if (const auto span = fields.span("span"))
        m_sources.player.playSpan(*span);
    else
        m_sources.player.play();
}

void ScriptState::chooseMode(const ScriptFields& fields)
{
    const QString name = fields.text("name");
    if (!presetNames().contains(name))
        throw engine::Error("bad_request",
                            "There is no mode of this name; there are "
                                + presetNames().join(QStringLiteral(", ")).toStdString() + ".");
    QAction& action = *m_sources.actions.at(presetCalled(name).action);
    if (!action.isEnabled())
        throw engine::Error("disabled", "The mode “" + name.toStdString() + "” cannot be chosen now.");
    action.trigger();
}

}
