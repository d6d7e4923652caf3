#include "app/prediction/tried_edits.h"

#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/prediction/tried_input.h"
#include "engine/project_items/sequence_offsets.h"

#include <QCoreApplication>

#include <algorithm>

namespace app {

namespace {

struct TriedEdits {
    Q_DECLARE_TR_FUNCTIONS(app::TriedEdits)
};

void moveSequence(const Tried& tried, const Document& document, Editor& editor)
{
    const std::vector<FeatureSeries>& features = document.video().features;
    const auto found = std::ranges::find(features, tried.modality, &FeatureSeries::modality);
    if (found == features.end())
        return;
    const std::string video = document.video().id.toStdString();
    editor.edit(TriedEdits::tr("offset of %1").arg(found->key), [&](const engine::Annotation& annotation) {
        const std::string key = found->key.toStdString();
        const double now = engine::offsetOf(sequenceOffsets(annotation, video), key);
        return putSequenceOffset(annotation, video, key, now + tried.seconds);
    });
}

void moveTriedEdge(const Tried& tried, std::size_t firstWord, const Document& document, Editor& editor)
{
    const auto times = timesWithMovedEdge(tried, firstWord, document);
    if (!times)
        return;
    const engine::Interval& moved = times->intervals[firstWord + tried.word];
    editor.segments().moveEdge(document.segmentId(kWordsTier, firstWord + tried.word), tried.atEnd,
                               tried.atEnd ? moved.end : moved.start, engine::EdgeMode::Follow, 0);
}

}

void applyTried(const Tried& tried, std::size_t firstWord, const Document& document, Editor& editor)
{
    const std::size_t word = firstWord + tried.word;
    const std::vector<std::string>& texts = document.words().texts;
    switch (tried.kind) {
    case Tried::Kind::WithoutWord:
        if (word < texts.size() && texts[word] == tried.text)
            editor.segments().remove(kWordsTier, word);
        break;
    case Tried::Kind::OtherWord:
        if (word < texts.size() && texts[word] == tried.text && tried.other < texts.size())
            editor.segments().retype(document.segmentId(kWordsTier, word),
                                     QString::fromStdString(texts[tried.other]));
        break;
    case Tried::Kind::MovedEdge:
        moveTriedEdge(tried, firstWord, document, editor);
        break;
    case Tried::Kind::Shifted:
        moveSequence(tried, document, editor);
        break;
    default:
        break;
    }
}

}
