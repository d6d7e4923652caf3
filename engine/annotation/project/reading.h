#pragma once

#include "engine/annotation/annotation.h"

#include <SQLiteCpp/Database.h>

namespace engine::project {

/// All that a project's tables hold, as far as they can be read and fit each other.
///
/// Behind what cannot be read it goes on; a tier whose row is lost is made anew for the segments that it had.
/// Rows of a sound file are read once, in order.
/// @param isDamaged  SQLite has found something wrong
/// @param problems   gets what is lost, in words, with tiers and videos
Annotation readProject(SQLite::Database& database, bool isDamaged, std::vector<std::string>& problems);

/// SQLite's error in words that say what to do.
std::string reason(int code, const std::string& otherwise);

}
