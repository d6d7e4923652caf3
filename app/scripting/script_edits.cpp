#include "app/scripting/script_edits.h"

#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/scripting/script_desk.h"
#include "app/scripting/script_sources.h"
#include "app/scripting/script_video.h"
#include "app/video/tier_reader.h"
#include "engine/annotation/layers.h"
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

}

ScriptEdits::ScriptEdits(const ScriptSources& sources, ScriptDesk& desk, QObject* parent)
    : QObject(parent)
    , m_document(sources.document)
    , m_editor(sources.editor)
    , m_reader(sources.reader)
{
    desk.addStep("label", [this](const ScriptFields& fields) { label(fields); });
    desk.addStep("write_segments", [this](const ScriptFields& fields) { writeTier(fields); });
    desk.addChange("undo", [this](const ScriptFields&, const ScriptReply& reply) { reply.answer(undo()); });
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
    const engine::Tier* tier = m_document.tier(name);
    if (!tier)
        throw engine::Error("no_tier", "The video has no tier “" + name + "”.");
    const double place = fields.number("segment");
    const std::size_t count = m_document.spans(name).size();
    if (place < 0 || place >= static_cast<double>(count) || place != std::floor(place))
        throw engine::Error("no_segment",
                            "“" + name + "” has " + std::to_string(count) + " segments, counted from 0.");
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

bool ScriptEdits::undo()
{
    refuseBlind();
    if (!m_editor.history().canUndo())
        return false;
    m_editor.history().undo();
    return true;
}

}
