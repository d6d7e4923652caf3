#pragma once

#include "engine/core/who.h"
#include "engine/model_files/model_card.h"

#include <QString>

#include <optional>

namespace app {

/// What must be said wherever a model's answers are shown.
struct AnswerCaution {
    QString sentence;
    QString about; ///< from what it learnt, in a few words
};

/// Where a model that learnt from drawings answers about people, or the other way round; nothing where it is
/// not known from whom it learnt. @param seen  whom the media show that it answers about; absent: not known,
/// and so no drawings
std::optional<AnswerCaution> cautionOf(const engine::ModelCard& card, std::optional<engine::Who> seen);

class Document;

/// Whether the video in sight shows drawings; false where that is not known, or none is in sight.
bool showsDrawings(const Document& document);

/// `20 drawn videos, in English`; `not known` where the card does not say it.
QString learntFromText(const engine::ModelCard& card);

}
