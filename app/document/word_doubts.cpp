#include "app/document/word_doubts.h"

#include "widgets/base/scale_number.h"

#include <QCoreApplication>

#include <cmath>

namespace app {

namespace {

class DoubtTexts {
    Q_DECLARE_TR_FUNCTIONS(app::DoubtTexts)
};

constexpr double kLargeError = 0.05; // seconds: more than most boundaries have
constexpr double kPoorConfidence = 0.5;

/// What the aligner of the dataset expects of the word's edges; null where they lie otherwise by now.
const engine::SpokenTime* expectedOf(const Document& document, std::size_t word)
{
    const std::vector<engine::SpokenTime>& all = document.video().wordSureness;
    const std::size_t row = document.spokenWords().rows[word];
    return row < all.size() && !document.isEdited(word) ? &all[row] : nullptr;
}

}

QString doubtOf(const Document& document, std::size_t word)
{
    const WordsView& words = document.spokenWords();
    if (word >= words.doubtful.size() || !(words.doubtful[word] || words.draft[word]))
        return {};
    if (words.draft[word])
        return DoubtTexts::tr("The word was guessed from the sound.");
    const double confidence = words.confidence[word];
    if (confidence <= 0.0)
        return DoubtTexts::tr("It was not found in the sound; it lies where there was room.");
    if (confidence < kPoorConfidence)
        return DoubtTexts::tr("The sound hardly fits this word.");
    if (const engine::SpokenTime* expected = expectedOf(document, word)) {
        const bool isStart = expected->startError >= expected->endError;
        const double error = isStart ? expected->startError : expected->endError;
        if (error >= kLargeError) {
            const QString seconds = widgets::shownNumber(error, 2, 'f');
            return isStart ? DoubtTexts::tr("Its start may be %1 s off.").arg(seconds)
                           : DoubtTexts::tr("Its end may be %1 s off.").arg(seconds);
        }
    }
    return DoubtTexts::tr("Somebody should listen to it.");
}

}
