#include "app/scripting/script_edits.h"

#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/scripting/script_desk.h"
#include "app/scripting/script_sources.h"
#include "app/scripting/script_video.h"
#include "app/video/tier_reader.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/segments_edit.h"
#include "engine/annotation/tier_edits.h"
#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace app {

namespace {

[[noreturn]] void refuseEdit(const std::string& why)
{
    throw engine::Error("refused", why);
}

/// Whether a person could give this value. @throws engine::Error (`refused`).
void checkValue(const engine::LabelScheme& scheme, const Editor::Value& value)
{
    const auto* number = std::get_if<double>(&value);
    const auto* text = std::get_if<std::string>(&value);
    if (const auto* scale = std::get_if<engine::NumberScale>(&scheme.scale)) {
        if (!number || *number < scale->least || *number > scale->greatest)
            refuseEdit("“" + scheme.name + "” takes numbers from " + std::to_string(scale->least) + " to "
                       + std::to_string(scale->greatest) + ".");
    } else if (const auto* vocabulary = std::get_if<engine::Vocabulary>(&scheme.scale)) {
        if (!text
            || std::ranges::find(vocabulary->terms, *text, &engine::Term::name) == vocabulary->terms.end())
            refuseEdit("“" + scheme.name + "” takes terms of its vocabulary only.");
    } else if (!text) {
        refuseEdit("“" + scheme.name + "” takes texts.");
    }
}

const engine::Tier& tierCalled(const Document& document, const TierName& name)
{
    const engine::Tier* tier = document.tier(name);
    if (!tier)
        throw engine::Error("no_tier", "The video has no tier “" + name + "”.");
    return *tier;
}

/// @throws engine::Error (`no_segment`).
void requirePlace(const Document& document, const TierName& tier, double place)
{
    const std::size_t count = document.spans(tier).size();
    if (place < 0 || place >= static_cast<double>(count) || place != std::floor(place))
        throw engine::Error("no_segment",
                            "“" + tier + "” has " + std::to_string(count) + " segments, counted from 0.");
}

/// The segments at the places that a field lists.
std::vector<engine::SegmentId> segmentsAt(const ScriptFields& fields, const char* field,
                                          const Document& document, const TierName& tier)
{
    std::vector<engine::SegmentId> ids;
    for (const std::int64_t place : fields.ids(field)) {
        requirePlace(document, tier, static_cast<double>(place));
        ids.push_back(document.segmentId(tier, static_cast<std::size_t>(place)));
    }
    return ids;
}

engine::SegmentsEdit::Times timesOf(const engine::Interval& span)
{
    return {engine::TimePoint::ofSeconds(span.start), engine::TimePoint::ofSeconds(span.end)};
}

/// Of two lists of a request that go together. @throws engine::Error (`bad_request`).
void requireAsMany(std::size_t one, std::size_t other, const char* names)
{
    if (one != other)
        throw engine::Error("bad_request", std::string(names) + " must be as many.");
}

/// `moved` with `times`, `retyped` with `texts`, `added` with `added_texts`, `removed`: places before the
/// step, spans in seconds.
engine::SegmentsEdit segmentsEdit(const ScriptFields& fields, const Document& document, const TierName& tier,
                                  double videoEnd)
{
    const auto spansIn = [&](const char* name) {
        const std::vector<engine::Interval> spans
            = fields.has(name) ? fields.spans(name) : std::vector<engine::Interval>();
        for (const engine::Interval& span : spans) {
            if (videoEnd > 0 && span.end > videoEnd)
                refuseEdit("A segment would end behind the end of the video.");
        }
        return spans;
    };
    engine::SegmentsEdit edit;
    edit.removed = segmentsAt(fields, "removed", document, tier);
    const std::vector<engine::SegmentId> moved = segmentsAt(fields, "moved", document, tier);
    const std::vector<engine::Interval> times = spansIn("times");
    requireAsMany(moved.size(), times.size(), "“moved” and “times”");
    for (std::size_t i = 0; i < moved.size(); ++i)
        edit.changed.push_back({moved[i], timesOf(times[i]), {}});
    const std::vector<engine::SegmentId> retyped = segmentsAt(fields, "retyped", document, tier);
    const QStringList texts = fields.texts("texts");
    requireAsMany(retyped.size(), static_cast<std::size_t>(texts.size()), "“retyped” and “texts”");
    for (std::size_t i = 0; i < retyped.size(); ++i)
        edit.changed.push_back({retyped[i], {}, texts[static_cast<qsizetype>(i)].toStdString()});
    const std::vector<engine::Interval> added = spansIn("added");
    const QStringList addedTexts = fields.texts("added_texts");
    if (!addedTexts.isEmpty())
        requireAsMany(added.size(), static_cast<std::size_t>(addedTexts.size()), "“added” and “added_texts”");
    for (std::size_t i = 0; i < added.size(); ++i)
        edit.added.push_back({timesOf(added[i]), addedTexts.value(static_cast<qsizetype>(i)).toStdString()});
    return edit;
}

}

ScriptEdits::ScriptEdits(const ScriptSources& sources, ScriptDesk& desk, QObject* parent)
    : QObject(parent)
    , m_document(sources.document)
    , m_editor(sources.editor)
    , m_reader(sources.reader)
{
    desk.addStep("label", [this](const ScriptFields& fields) { label(fields); });
    desk.addStep("write_segments", [this](const ScriptFields& fields) { writeTier(fields); });
    desk.addStep("edit_segments", [this](const ScriptFields& fields) { editSegments(fields); });
    desk.addChange("undo", [this](const ScriptFields&, const ScriptReply& reply) { reply.answer(undo()); });
    desk.addChange("redo", [this](const ScriptFields&, const ScriptReply& reply) { reply.answer(redo()); });
}

/// A pass hides values from its annotator; a script cannot ask for them by trying.
void ScriptEdits::refuseBlind() const
{
    if (m_document.sight().now().hidesInsight())
        throw engine::Error(
            "blind", "A pass of review goes on that hides labels: nothing else is edited until it is left.");
}

void ScriptEdits::edit(const std::function<bool()>& work)
{
    QString why;
    const auto heard
        = connect(&m_editor, &Editor::refused, this, [&why](const QString& reason) { why = reason; });
    const bool isDone = work();
    disconnect(heard);
    if (!why.isEmpty())
        refuseEdit(why.toStdString());
    if (!isDone)
        refuseEdit("Nothing was changed.");
}

void ScriptEdits::label(const ScriptFields& fields)
{
    refuseBlind();
    requireVideo(m_document);
    const TierName name = fields.text("tier").toStdString();
    const engine::Tier* tier = &tierCalled(m_document, name);
    const double place = fields.number("segment");
    requirePlace(m_document, name, place);
    const QString label = fields.text("label");
    const engine::LabelScheme* scheme = tier->label(label.toStdString());
    if (!scheme)
        refuseEdit("“" + name + "” has no label “" + label.toStdString() + "”.");
    std::optional<Editor::Value> value;
    if (fields.has("value")) {
        value = fields.isText("value") ? Editor::Value(fields.text("value").toStdString())
                                       : Editor::Value(fields.number("value"));
        checkValue(*scheme, *value);
        if (!m_editor.isAnnotatorConfirmed()) // a person would be asked
            throw engine::Error("no_annotator", "Nobody has said who gives values: set the annotator first.");
    }
    edit([&] {
        m_editor.setLabel(name, static_cast<std::size_t>(place), label, value);
        return true;
    });
}

void ScriptEdits::writeTier(const ScriptFields& fields)
{
    refuseBlind();
    engine::Tier tier;
    tier.name = fields.text("name").trimmed().toStdString();
    tier.video = videoOf(fields, m_document, m_reader);
    if (!m_reader.allVideos().contains(tier.video))
        throw engine::Error("no_video", "The video is in no dataset.");
    const std::vector<engine::Interval> spans = fields.spans("spans");
    const QStringList texts = fields.texts("texts");
    if (!texts.isEmpty() && static_cast<std::size_t>(texts.size()) != spans.size())
        throw engine::Error("bad_request", "“texts” must be as many as there are spans.");
    if (tier.name.empty() || tier.name == kWordsTier || tier.name == kLabelsTier
        || engine::tierCalled(m_document.annotation(), tier.video, tier.name))
        refuseEdit("The video has a tier “" + tier.name + "” already, or the name is none.");
    tier.overlapping = true; // as scripts may find them
    tier.annotator = "script";
    edit([&] {
        return m_editor.edit(tr("new tier %1 of a script").arg(QString::fromStdString(tier.name)),
                             [&](const engine::Annotation& annotation) {
                                 engine::Change change = engine::addTier(annotation, tier);
                                 engine::SegmentId next = annotation.unusedSegment();
                                 for (std::size_t i = 0; i < spans.size(); ++i) {
                                     engine::Segment segment;
                                     segment.id = next++;
                                     segment.tier = change.tiers.front().after->id;
                                     segment.start = engine::TimePoint::ofSeconds(spans[i].start);
                                     segment.end = engine::TimePoint::ofSeconds(spans[i].end);
                                     segment.text = texts.value(static_cast<qsizetype>(i)).toStdString();
                                     change.segments.push_back({std::nullopt, std::move(segment)});
                                 }
                                 return change;
                             });
    });
}

void ScriptEdits::editSegments(const ScriptFields& fields)
{
    refuseBlind();
    requireVideo(m_document);
    const TierName name = fields.text("tier").toStdString();
    const engine::TierId tier = tierCalled(m_document, name).id;
    const engine::SegmentsEdit wished = segmentsEdit(fields, m_document, name, m_editor.videoEnd());
    if (wished.empty())
        refuseEdit("Nothing is asked for.");
    edit([&] { // where all is so already nothing is done, and nothing is wrong
        m_editor.edit(tr("segments of %1 by a script").arg(QString::fromStdString(name)),
                      [&](const engine::Annotation& annotation) {
                          return engine::editSegments(annotation, tier, wished);
                      });
        return true;
    });
}

bool ScriptEdits::redo()
{
    refuseBlind();
    if (!m_editor.history().canRedo())
        return false;
    m_editor.history().redo();
    return true;
}

bool ScriptEdits::undo()
{
    refuseBlind();
    if (!m_editor.history().canUndo())
        return false;
    m_editor.history().undo();
    return true;
}

}
