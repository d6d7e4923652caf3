#pragma once

#include "app/prediction/input_maker.h"
#include "engine/worker/messages.h"

#include <QCoreApplication>
#include <QStringList>

namespace app {

/// How segments of the video in sight become the input of the model that answers, as its card says.
class ModelInput {
    Q_DECLARE_TR_FUNCTIONS(app::ModelInput)
public:
    explicit ModelInput(const Document& document) : m_document(document) { }

    void setModel(const engine::ModelInfo& model);

    /// Makes it of the words as they are now, or of packed segments.
    InputMaker maker() const { return inputMakerOf(m_document, m_rows, m_options); }
    bool isUnaligned() const;
    /// Whether the model asks parts about the recording and the text, and needs no rows.
    bool asksParts() const { return m_options.media && m_options.media->areParts; } ///< rows are not those of words: each modality has its own, or steps are equal
    bool mayBeWords() const; ///< what a model says of a step may be said of a word
    /// The words of a segment where they are the steps that a prediction is about; else none.
    QStringList stepNames(const QStringList& words, const engine::Prediction& prediction) const;
    /// What makes the input of a segment as it is now; nothing where the model would see no row of it.
    std::function<engine::SegmentInput()> inputOf(const engine::Interval& segment, InputMaker maker) const;
    /// Why the model cannot be asked about a segment of this video; empty: it can. A sentence.
    QString whyNot() const;
    QString whyNothing() const; ///< inputOf() gives nothing; a sentence

private:
    const Document& m_document;
    engine::DataOptions m_options; ///< of the model's input, as far as its card is legible
    RowWish m_rows; ///< that the model reads
};

}
