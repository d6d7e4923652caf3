#include "app/live/live_notes.h"

#include "engine/formats/praat/textgrid.h"
#include "engine/sequences/computational_sequence.h"
#include "engine/sequences/csd_writer.h"
#include "engine/sequences/media_matching.h"

#include <algorithm>
#include <fmt/format.h>

namespace app {

namespace {

engine::ComputationalSequence answerSequence(const LiveNotes& notes, const std::string& video)
{
    engine::Entry entry;
    std::vector<float> values;
    double before = 0.0;
    for (const LiveNotes::Answer& answer : notes.answers) {
        entry.intervals.values.push_back(
            {std::max({0.0, before, answer.time - notes.hop}), std::max(0.0, answer.time)});
        before = answer.time;
        values.insert(values.end(), answer.values.begin(), answer.values.end());
    }
    entry.features
        = {engine::ElementType::Float32, {notes.answers.size(), notes.outputs.size()}, std::move(values)};
    engine::ComputationalSequence sequence;
    sequence.put(video, std::move(entry));
    sequence.setMetadata({{"root name", "answers"},
                          {"computational sequence description",
                           fmt::format("answers of {} in a live session, each about the {} s before its end",
                                       notes.model, notes.window)},
                          {"dimension names", notes.outputs},
                          {"computational sequence version", "1.0"},
                          {"alignment compatible", "words of the same recording"},
                          {"creator", "Polylogue"},
                          {"model", notes.model},
                          {"model file", notes.file},
                          {"window", notes.window},
                          {"hop", notes.hop},
                          {"dataset name", ""},
                          {"dataset version", ""},
                          {"contact", ""},
                          {"featureset bib citation", "Polylogue, docs/models.md"},
                          {"dataset bib citation", ""}});
    return sequence;
}

engine::ExchangedTiers markTier(const LiveNotes& notes)
{
    engine::ExchangedTier marks;
    marks.tier.id = 1;
    marks.tier.name = "live marks";
    marks.tier.kind = engine::TierKind::Point;
    for (std::size_t i = 0; i < notes.marks.size(); ++i) {
        engine::Segment mark;
        mark.id = static_cast<engine::SegmentId>(i + 1);
        mark.tier = marks.tier.id;
        mark.start = mark.end = engine::TimePoint::ofSeconds(notes.marks[i]);
        mark.text = fmt::format("mark {}", i + 1);
        marks.segments.push_back(std::move(mark));
    }
    engine::ExchangedTiers tiers;
    tiers.tiers.push_back(std::move(marks));
    return tiers;
}

}

LiveNotes LiveNotes::within(engine::Interval span) const
{
    LiveNotes part = *this;
    std::erase_if(part.answers, [span](const Answer& answer) {
        return answer.time <= span.start || answer.time > span.end + 1e-6;
    });
    std::erase_if(part.marks, [span](double mark) { return mark < span.start || mark > span.end; });
    for (Answer& answer : part.answers)
        answer.time -= span.start;
    for (double& mark : part.marks)
        mark -= span.start;
    return part;
}

void writeNotes(const LiveNotes& notes, const std::filesystem::path& recording)
{
    if (!notes.answers.empty())
        engine::writeCsd(answerSequence(notes, recording.stem().string()), engine::answersBeside(recording));
    if (!notes.marks.empty())
        engine::textGridFormat().write(markTier(notes), engine::marksBeside(recording), {});
}

}
