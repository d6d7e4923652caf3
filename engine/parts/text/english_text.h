#pragma once

#include "engine/parts/text/valence_model.h"

namespace engine {

/// Whether a text may be English, by words that only English, or only German, Spanish, French, Italian, Dutch
/// or Portuguese has, and by how many of its words the model's rated sentences have. A text that says too
/// little to tell (`OK`) counts as English.
bool looksEnglish(std::string_view text, const ValenceModel& model);

/// What people read where there is no valence for this reason: a sentence.
const char* notEnglishNote();

/// Whether a code of a language (`en`, `en-GB`, `eng`, `English`) means English.
bool isEnglishCode(std::string_view language);

}
