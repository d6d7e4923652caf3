#include "app/prediction/model_input.h"

#include "app/prediction/model_outputs.h"

namespace app {

void ModelInput::setModel(const engine::ModelInfo& model)
{
    const auto card = modelCardOf(model);
    m_options = card ? card->input.options : engine::DataOptions();
    m_rows = rowWishOf(model.card.value("recipe", nlohmann::json::object()));
}

bool ModelInput::isUnaligned() const
{
    return !m_rows.areOfWords() || (m_document.hasVideo() && m_document.video().packed);
}

bool ModelInput::mayBeWords() const
{
    return m_document.hasVideo() && m_document.video().rowsMayBeWords()
        && (m_document.video().packed || m_rows.areOfWords());
}

QStringList ModelInput::stepNames(const QStringList& words, const engine::Prediction& prediction) const
{
    const bool areSteps = mayBeWords()
        && (!m_document.video().packed
            || static_cast<std::size_t>(words.size()) == prediction.wordImportance.rows);
    return areSteps ? words : QStringList();
}

std::function<engine::SegmentInput()> ModelInput::inputOf(const engine::Interval& segment,
                                                          InputMaker maker) const
{
    return makingOf(std::move(maker), m_document.video().id.toStdString(), segment);
}

QString ModelInput::whyNot() const
{
    if (m_document.hasVideo() && m_document.video().packed)
        return {};
    if (m_rows.areOfWindows)
        return tr(
            "The model learnt from windows of recordings, not from labelled segments, so it has no answer "
            "about one.");
    if (m_rows.areScaledByVideo)
        return tr("The model learnt from features scaled over each whole video, which is not done here. "
                  "The mode Dataset asks it about all segments.");
    if (m_options.window > 1 && !m_options.media)
        return tr("The model sees a segment together with those before it, as packed files have them, so it "
                  "cannot answer for one alone.");
    return {};
}

QString ModelInput::whyNothing() const
{
    return isUnaligned() ? tr("The file has no features of this segment.") : tr("No words in this segment.");
}

}
