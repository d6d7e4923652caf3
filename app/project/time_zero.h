#pragma once

#include "engine/annotation/annotation.h"
#include "engine/media/media_file.h"

/// What lies at 0 s in a project: its annotation counts from there for ever.
namespace app {

/// What a new project notes: zero is what is seen or heard first.
engine::Item timeZeroItem();

/// The rule that the project was made with. Projects of versions that noted none have the first picture at 0;
/// without a project (nothing says what it is about) the rule is that of new ones.
engine::TimeZero timeZeroOf(const engine::Annotation& annotation);

/// Whether the project was just made: it does not say what it is about yet.
bool isNew(const engine::Annotation& annotation);

}
