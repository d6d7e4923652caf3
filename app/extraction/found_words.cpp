#include "app/extraction/found_words.h"

#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/tasks/tasks.h"
#include "engine/annotation/aligned_words.h"
#include "engine/annotation/layers.h"
#include "engine/dataset_opening/recorded_labels.h"
#include "engine/snapshot/words_view.h"

#include <algorithm>
#include <functional>
#include <map>
#include <vector>

namespace app {

namespace {

struct Extracted {
    engine::TimedText words;
    std::vector<engine::SpokenTime> sureness; ///< none: it was not extracted
};
using ExtractedWords = std::map<std::string, Extracted>; // by video

/// What was found for the words of a stretch, which follow each other. @param view  of the tier
engine::StretchWordTimes timesOf(const engine::WordStretch& stretch, const engine::WordsView& view,
                                 const Extracted& extracted)
{
    engine::StretchWordTimes times;
    auto place
        = static_cast<std::size_t>(std::ranges::find(view.ids, stretch.words.front()) - view.ids.begin());
    for (std::size_t i = 0; i < stretch.words.size(); ++i, ++place) {
        if (place >= extracted.words.intervals.size())
            times.emplace_back();
        else if (place < extracted.sureness.size())
            times.emplace_back(extracted.sureness[place]);
        else
            times.emplace_back(engine::SpokenTime{extracted.words.intervals[place], 1.0});
    }
    return times;
}

engine::Change placeExtracted(const engine::Annotation& annotation, const ExtractedWords& extracted)
{
    engine::Change change;
    for (const auto& [video, found] : extracted) {
        const engine::Tier* tier = engine::tierCalled(annotation, video, engine::kWordsTier);
        const engine::WordsView view = engine::wordsView(annotation, tier);
        if (!tier || view.text.texts != found.words.texts)
            continue; // edited meanwhile
        const std::vector<engine::WordStretch> stretches
            = engine::untimedStretches(annotation, tier->id, /*end=*/0.0);
        std::vector<engine::StretchWordTimes> times;
        for (const engine::WordStretch& stretch : stretches)
            times.push_back(timesOf(stretch, view, found));
        change = change.followedBy(engine::placeWords(annotation, stretches, times));
    }
    return change;
}

/// Words without times for which some may have been found.
int countUntimed(const Document& document, const ExtractedWords& extracted)
{
    std::ptrdiff_t count = 0;
    for (const auto& [video, found] : extracted) {
        const engine::WordsView view = document.ownWords(video);
        if (view.text.texts == found.words.texts)
            count += std::ranges::count(view.timed, false);
    }
    return static_cast<int>(count);
}

}

FoundWords::FoundWords(const Document& document, Editor& editor, Tasks& tasks, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_editor(editor)
    , m_tasks(tasks)
{
}

void FoundWords::take(const std::shared_ptr<const OpenDataset>& dataset)
{
    if (!std::exchange(m_isExpected, false))
        return;
    std::vector<std::string> videos;
    for (const std::string& video : m_document.videosWithOwnWords()) {
        if (!std::ranges::all_of(m_document.ownWords(video).timed, std::identity()))
            videos.push_back(video);
    }
    if (videos.empty())
        return;
    m_tasks.start(
        tr("Looking where words are said"), this,
        [dataset, videos](const TaskRun&) {
            ExtractedWords extracted;
            for (const std::string& video : videos) {
                engine::TimedText words = engine::readRecordedWords(*dataset, video, {});
                std::vector<engine::SpokenTime> sureness = engine::readSureness(*dataset, video, words);
                extracted.emplace(video, Extracted{std::move(words), std::move(sureness)});
            }
            return extracted;
        },
        [this](const ExtractedWords& extracted) {
            if (const int count = countUntimed(m_document, extracted); count > 0)
                m_editor.editByProgram(tr("align %n word(s)", nullptr, count),
                                       [&](const engine::Annotation& annotation) {
                                           return placeExtracted(annotation, extracted);
                                       });
        });
}

}
