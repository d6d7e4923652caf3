#include "app/scripting/script_layers.h"

#include "app/document/document.h"
#include "app/scripting/script_desk.h"
#include "app/scripting/script_sources.h"
#include "app/scripting/script_video.h"
#include "app/timeline/timeline_panel.h"
#include "app/video/tier_reader.h"
#include "engine/core/error.h"
#include "engine/sequences/feature_pyramid.h"
#include "widgets/tracks/features_track.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>

namespace app {

namespace {

constexpr std::size_t kMostLayers = 64; ///< of one video
constexpr std::size_t kMostValues = 64U << 20U; ///< of all arrays together

std::size_t valuesOf(const engine::FeatureLevels& features)
{
    return features.intervals().size() * features.dimensions();
}

/// As the track wants them: in the order of time.
widgets::TierTrack::Content marksOf(const std::vector<engine::Interval>& spans, const QStringList& texts)
{
    std::vector<std::size_t> order(spans.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return spans[i].start; });
    widgets::TierTrack::Content content;
    for (const std::size_t i : order) {
        content.intervals.push_back(spans[i]);
        content.texts << texts.value(static_cast<qsizetype>(i));
    }
    content.colours.resize(spans.size());
    return content;
}

}

ScriptLayers::ScriptLayers(const ScriptSources& sources, ScriptDesk& desk, QObject* parent)
    : QObject(parent)
    , m_document(sources.document)
    , m_reader(sources.reader)
    , m_view(sources.timeline.view())
{
    connect(&m_document, &Document::videoChanged, this, &ScriptLayers::showVideo);
    connect(&m_document, &Document::datasetChanged, this, &ScriptLayers::clear);
    desk.addChange("add_track",
                   [this](const ScriptFields& fields, const ScriptReply& reply) { addTrack(fields, reply); });
    desk.addStep("add_points", [this](const ScriptFields& fields) { addMarks(fields, true); });
    desk.addStep("show_segments", [this](const ScriptFields& fields) { addMarks(fields, false); });
    desk.addChange("remove_layer", [this](const ScriptFields& fields, const ScriptReply& reply) {
        reply.answer(remove(fields));
    });
}

void ScriptLayers::checkRoom(const std::string& video, const QString& name) const
{
    const auto known = m_layers.find(video);
    if (known != m_layers.end() && !known->second.contains(name) && known->second.size() >= kMostLayers)
        throw engine::Error("too_many",
                            "The video has " + std::to_string(kMostLayers) + " tracks of scripts already.");
}

/// Groups of rows for every zoom are made in the background; the script waits.
void ScriptLayers::addTrack(const ScriptFields& fields, const ScriptReply& reply)
{
    const std::string video = videoOf(fields, m_document, m_reader);
    const QString name = fields.text("name");
    const QStringList columns = fields.texts("names");
    auto rows = std::make_shared<engine::TimedFeatures>();
    rows->features = fields.matrix("values");
    rows->intervals = fields.intervals("times");
    const auto& [intervals, features, type] = *rows;
    if (features.rows == 0 || features.columns == 0 || intervals.size() != features.rows)
        throw engine::Error("bad_request",
                            "“values” has " + std::to_string(features.rows) + " rows and “times” "
                                + std::to_string(intervals.size())
                                + ": there must be as many, one at least.");
    if (!std::ranges::is_sorted(intervals, {}, &engine::Interval::start))
        throw engine::Error("bad_request", "“times” must ascend.");
    if (!columns.isEmpty() && static_cast<std::size_t>(columns.size()) != features.columns)
        throw engine::Error("bad_request",
                            "“names” must be " + std::to_string(features.columns) + ", one for each column.");
    checkRoom(video, name);
    std::size_t all = features.values.size();
    for (const auto& [id, layers] : m_layers) {
        for (const auto& [key, layer] : layers)
            all += layer.features ? valuesOf(*layer.features) : 0;
    }
    if (all > kMostValues)
        throw engine::Error("too_many", "The tracks of scripts hold as many numbers as they may.");
    auto* building = new Task(this);
    using Built = std::shared_ptr<const engine::FeaturePyramid>;
    building->start(
        {}, [rows](const TaskRun& run) { return engine::FeaturePyramid::build(rows, run); },
        [this, building, video, name, columns, reply](const Outcome<Built>& built) {
            building->deleteLater();
            if (const Built* features = std::get_if<Built>(&built)) {
                put(video, name, {*features, columns, {}, {}});
                reply.answer();
            } else {
                reply.refuse("failed", failureOf(built).toStdString());
            }
        });
}

void ScriptLayers::addMarks(const ScriptFields& fields, bool arePoints)
{
    const std::string video = videoOf(fields, m_document, m_reader);
    const QString name = fields.text("name");
    std::vector<engine::Interval> spans;
    if (arePoints) {
        for (const double time : fields.times("times"))
            spans.push_back({time, time});
    } else {
        spans = fields.spans("spans");
    }
    const QStringList texts = fields.texts("texts");
    if (!texts.isEmpty() && static_cast<std::size_t>(texts.size()) != spans.size())
        throw engine::Error("bad_request", "“texts” must be as many as there are times.");
    checkRoom(video, name);
    Layer layer;
    layer.marks = marksOf(spans, texts);
    layer.marks.arePoints = arePoints;
    layer.marks.title = name;
    layer.marks.subtitle = tr("from a script");
    put(video, name, std::move(layer));
}

bool ScriptLayers::remove(const ScriptFields& fields)
{
    const auto layers = m_layers.find(videoOf(fields, m_document, m_reader));
    if (layers == m_layers.end())
        return false;
    const auto found = layers->second.find(fields.text("name"));
    if (found == layers->second.end())
        return false;
    hide(found->second);
    layers->second.erase(found);
    return true;
}

void ScriptLayers::put(const std::string& video, const QString& name, Layer layer)
{
    Layer& place = m_layers[video][name];
    hide(place);
    place = std::move(layer);
    if (m_document.hasVideo() && m_document.video().id.toStdString() == video) {
        m_shown = video;
        show(name, place, true);
    }
}

void ScriptLayers::show(const QString& name, Layer& layer, bool goesThere)
{
    if (layer.features) {
        auto* track = new widgets::FeaturesTrack(name, engine::Modality::Acoustic, this);
        track->setFeatures(layer.features, layer.columns);
        track->setNote(tr("from a script"));
        if (layer.features->dimensions() == 1)
            track->setDimension(0);
        connect(track, &widgets::Track::displayWished, track, &widgets::Track::setDisplay);
        layer.track = track;
    } else {
        auto* track = new widgets::TierTrack(this);
        track->setContent(layer.marks);
        track->setLocked(true); // nobody can edit what is not kept
        layer.track = track;
    }
    layer.track->setObjectName(QStringLiteral("script/") + name);
    m_view.addTrack(layer.track);
    if (goesThere)
        m_view.ensureVisible(layer.track);
}

void ScriptLayers::hide(Layer& layer)
{
    if (layer.track)
        m_view.removeTrack(layer.track);
    layer.track = nullptr;
}

void ScriptLayers::showVideo()
{
    const std::string video = m_document.hasVideo() ? m_document.video().id.toStdString() : std::string();
    if (video == m_shown)
        return;
    if (const auto before = m_layers.find(m_shown); before != m_layers.end()) {
        for (auto& [name, layer] : before->second)
            hide(layer);
    }
    m_shown = video;
    if (const auto now = m_layers.find(video); now != m_layers.end()) {
        for (auto& [name, layer] : now->second)
            show(name, layer, false);
    }
}

void ScriptLayers::clear()
{
    for (auto& [video, layers] : m_layers) {
        for (auto& [name, layer] : layers)
            hide(layer);
    }
    m_layers.clear();
    m_shown.clear();
}

}
