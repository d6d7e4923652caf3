#include "app/editing/editor.h"

#include "app/document/track_layout_item.h"
#include "app/editing/edit_command.h"
#include "engine/annotation/aligned_words.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/untimed_words.h"
#include "engine/core/usual_step.h"
#include "widgets/base/scale_number.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace app {

std::string visibleParts(const VideoData& video)
{
    std::string parts = video.mediaPath.isEmpty() ? "" : "video+sound";
    if (!video.words.texts.empty())
        parts += parts.empty() ? "text" : "+text";
    return parts;
}

Editor::Editor(Document& document, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_segments(document, *this)
    , m_answerLocks(document)
{
    connect(&document, &Document::projectChanged, this, [this] {
        m_history.clear();
        m_kept.reset();
        m_gesture = 0;
    });
    connect(&m_history, &QUndoStack::indexChanged, this, &Editor::showWhatChanged);
}

void Editor::restoreHistory(engine::History history)
{
    m_isPushing = true;
    m_kept.restore(m_document, std::move(history));
    m_isPushing = false;
}

void Editor::setAnnotator(const QString& annotator)
{
    const bool wasConfirmed = std::exchange(m_isConfirmed, true);
    if (std::exchange(m_annotator, annotator) != annotator || !wasConfirmed)
        emit annotatorChanged(annotator);
}

void Editor::proposeAnnotator(const QString& name)
{
    m_annotator = name;
    m_isConfirmed = false;
}

bool Editor::knowsAnnotator()
{
    if (m_isConfirmed || !m_nameQuestion)
        return true;
    const QString name = m_nameQuestion(m_annotator).trimmed();
    if (!name.isEmpty())
        setAnnotator(name);
    return !name.isEmpty();
}

/// All edits of tiers and segments go through here. @throws Refused: a track that a person locked, or answers
/// that belong to somebody. The tiers of one name of all videos are shown on the same track.
void Editor::refuseLocked(const engine::Annotation& annotation, const engine::Change& change) const
{
    if (const QString reason = m_answerLocks.whyNot(change); !reason.isEmpty())
        throw engine::Refused(reason.toStdString());
    std::set<QString> locked;
    for (const widgets::TrackPlace& place : trackLayout(annotation)) {
        if (place.locked)
            locked.insert(place.key);
    }
    if (locked.empty())
        return;
    for (const auto& replaced : change.segments) {
        const engine::Tier* tier = annotation.tier((replaced.after ? replaced.after : replaced.before)->tier);
        if (tier && locked.contains(trackKey(tier->name)))
            throw engine::Refused(
                tr("This track is locked. A right click on its head unlocks it.").toStdString());
    }
}

engine::Change Editor::lookedAt(const engine::Annotation& annotation, engine::Change change)
{
    return engine::withWordsLookedAt(annotation, std::move(change), kWordsTier);
}

std::int64_t Editor::endTicks() const
{
    return engine::TimePoint::ofSeconds(m_videoEnd).ticks;
}

bool Editor::edit(const QString& name, const Make& make)
{
    return editPlaced(name, lookedAtAndSpread(make), 0);
}

QString Editor::editOrReason(const QString& name, const Make& make)
{
    try {
        doPlaced(name, lookedAtAndSpread(make), 0);
        return {};
    } catch (const engine::Refused& reason) {
        return QString::fromUtf8(reason.what());
    }
}

/// Each word without times lies in its place, and what a person touched was looked at.
Editor::Make Editor::lookedAtAndSpread(const Make& make) const
{
    return [this, &make](const engine::Annotation& annotation) {
        return engine::withUntimedSpread(annotation, lookedAt(annotation, make(annotation)), endTicks());
    };
}

bool Editor::editByProgram(const QString& name, const Make& make)
{
    return editPlaced(
        name,
        [&](const engine::Annotation& annotation) {
            return engine::withUntimedSpread(annotation, make(annotation), endTicks());
        },
        0);
}

bool Editor::editPlaced(const QString& name, const Make& make, int step)
{
    try {
        return doPlaced(name, make, step);
    } catch (const engine::Refused& reason) {
        emit refused(QString::fromUtf8(reason.what()));
        return false;
    }
}

bool Editor::doPlaced(const QString& name, const Make& make, int step)
{
    engine::Change change = make(m_document.annotation());
    if (change.empty())
        return false;
    refuseLocked(m_document.annotation(), change);
    engine::Change tiers = m_document.apply(change);
    push(name, change, tiers, step);
    return true;
}

void Editor::asOneStep(const QString& name, const std::function<void()>& edits)
{
    m_together = --m_lastTogether;
    m_togetherName = name;
    edits();
    m_together = 0;
}

bool Editor::gesture(int gesture, const QString& name, const Make& make)
{
    if (std::exchange(m_gesture, gesture) != gesture)
        m_done = {};
    try {
        Document::Done now = m_document.applyInstead(m_done, [&](const engine::Annotation& annotation) {
            engine::Change change
                = engine::withUntimedSpread(annotation, lookedAt(annotation, make(annotation)), endTicks());
            refuseLocked(annotation, change);
            return change;
        });
        engine::Change net = m_done.inverse().followedBy(now.change);
        m_done = std::move(now.change);
        if (net.empty())
            return false;
        push(name, net, now.tiers, gesture);
        return true;
    } catch (const engine::Refused& reason) {
        emit refused(QString::fromUtf8(reason.what()));
        return false;
    }
}

bool Editor::editStored(const QString& name, const Make& make)
{
    try {
        engine::Change change = m_document.applyToStored(make);
        if (change.empty())
            return false;
        push(name, change, {}, 0);
        return true;
    } catch (const engine::Refused& reason) {
        emit refused(QString::fromUtf8(reason.what()));
        return false;
    }
}

void Editor::push(const QString& name, const engine::Change& done, const engine::Change& tiers, int gesture)
{
    m_isPushing = true;
    const bool isPart = m_together != 0;
    m_history.push(new EditCommand(m_document, isPart ? m_togetherName : name, done, tiers,
                                   isPart ? m_together : gesture));
    m_kept.notePushed();
    m_isPushing = false;
    if (gesture == 0)
        emit stepped();
}

/// Undo and redo never change a video without showing it.
void Editor::showWhatChanged(int index)
{
    const int step = index < m_index ? index : index - 1; // the one that was undone or done last
    m_index = index;
    if (m_isPushing)
        return;
    m_gesture = 0; // what it did may be undone by now
    emit stepped();
    if (step < 0 || step >= m_history.count())
        return;
    const auto* command = static_cast<const EditCommand*>(m_history.command(step));
    if (!command->refusal().isEmpty())
        emit refused(tr("“%1” cannot be taken back: %2").arg(command->text(), command->refusal()));
    const std::vector<EditCommand::Place> places = command->places();
    const bool isInSight = m_document.hasVideo()
        && std::ranges::find(places, m_document.video().id, &EditCommand::Place::video) != places.end();
    if (!places.empty() && !isInSight)
        emit videoChanged(places.front().video, places.front().seconds);
}

void Editor::setTrackLayout(const widgets::TrackLayout& layout, const QString& name, int gesture)
{
    const Make make = [&](const engine::Annotation& annotation) {
        return engine::putItem(annotation, layoutItem(layout));
    };
    if (gesture == 0)
        edit(name, make);
    else
        this->gesture(gesture, name, make);
}

/// `“film”` or `segment 3`.
QString Editor::nameOf(const TierName& tier, std::size_t index) const
{
    return tier == kWordsTier ? tr("“%1”").arg(QString::fromStdString(m_document.words().texts.at(index)))
                              : tr("segment %1").arg(index + 1);
}

void Editor::remark(const TierName& tier, std::size_t index, const engine::Remarks& remarks)
{
    if (index >= m_document.spans(tier).size())
        return;
    const engine::SegmentId id = m_document.segmentId(tier, index);
    edit(tr("remark on %1").arg(nameOf(tier, index)),
         [&](const engine::Annotation& annotation) { return engine::remark(annotation, id, remarks); });
}

void Editor::setLabel(std::size_t segment, const QString& label, const std::optional<Value>& value,
                      const Make& also)
{
    giveValue(kLabelsTier, segment, label, value, visibleParts(m_document.video()), also);
}

void Editor::setLabel(const TierName& tier, std::size_t index, const QString& label,
                      const std::optional<Value>& value)
{
    giveValue(tier, index, label, value, visibleParts(m_document.video()));
}

void Editor::acceptPrediction(std::size_t segment, const QString& label, const Value& value,
                              const QString& model, const Make& also)
{
    const engine::Tier* tier = m_document.tier(kLabelsTier);
    const engine::LabelScheme* scheme = tier ? tier->label(label.toStdString()) : nullptr;
    const auto* scale = scheme ? std::get_if<engine::NumberScale>(&scheme->scale) : nullptr;
    const auto* number = std::get_if<double>(&value);
    if (number && !scale) {
        emit refused(tr("The label %1 takes no numbers.").arg(label));
        return;
    }
    giveValue(kLabelsTier, segment, label,
              number ? Value(onScale(*number, *scale, label.toStdString())) : value,
              "model " + model.toStdString(), also);
}

/// The nearest value that people give.
double Editor::onScale(double value, const engine::NumberScale& scale, const std::string& label) const
{
    const double step = scale.step > 0.0 ? scale.step : stepInUse(label);
    return std::clamp(engine::onStep(value, scale.least, step), scale.least, scale.greatest);
}

/// Of a label whose scale names no step: what people use in the video in sight.
double Editor::stepInUse(const std::string& label) const
{
    const engine::Tier* tier = m_document.tier(kLabelsTier);
    std::vector<double> values;
    for (const engine::IntervalIndex::Entry& entry : m_document.annotation().byTime(tier->id).all()) {
        const auto& given = m_document.annotation().segment(entry.id)->values;
        const auto value = given.find(label);
        if (const double* number = value == given.end() ? nullptr : std::get_if<double>(&value->second.value))
            values.push_back(*number);
    }
    return engine::usualStep(values);
}

void Editor::giveValue(const TierName& tier, std::size_t index, const QString& label,
                       const std::optional<Value>& value, const std::string& visible, const Make& also)
{
    if (index >= m_document.spans(tier).size())
        return;
    if (value && !knowsAnnotator()) {
        emit refused(tr("No value was given: a name is needed that it is kept under."));
        return;
    }
    const engine::SegmentId id = m_document.segmentId(tier, index);
    const engine::Provenance by{m_annotator.toStdString(), QDateTime::currentMSecsSinceEpoch(), 1, visible};
    const double* number = value ? std::get_if<double>(&*value) : nullptr;
    const QString given = !value ? QString()
        : number                 ? widgets::shownNumber(*number, 3)
                                 : QString::fromStdString(std::get<std::string>(*value));
    const QString name = value ? tr("%1 %2 for segment %3").arg(label, given).arg(index + 1)
                               : tr("no %1 for segment %2").arg(label).arg(index + 1);
    const bool done = edit(name, [&](const engine::Annotation& annotation) {
        const engine::Change given
            = engine::setValue(annotation, id, label.toStdString(),
                               value ? std::optional(engine::LabelValue{*value, by}) : std::nullopt);
        return also ? given.followedBy(also(annotation)) : given;
    });
    if (done && value) {
        emit valueGiven();
        emit labelGiven(tier, id, label, {*value, by});
    }
}

void Editor::typeLabel(const TierName& tier, std::size_t index, const QString& label, const QString& text)
{
    const engine::Tier* edited = m_document.tier(tier);
    const engine::LabelScheme* scheme = edited ? edited->label(label.toStdString()) : nullptr;
    if (!scheme)
        return;
    std::optional<Value> value;
    if (!text.isEmpty() && std::holds_alternative<engine::NumberScale>(scheme->scale)) {
        const std::optional<double> number = widgets::typedNumber(text);
        if (!number) {
            emit refused(tr("“%1” is no number; %2 wants one, or nothing.").arg(text, label));
            return;
        }
        value = *number;
    } else if (!text.isEmpty()) {
        value = text.toStdString();
    }
    setLabel(tier, index, label, value);
}

}
