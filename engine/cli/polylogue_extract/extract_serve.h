#pragma once

namespace engine::cli {

/// `polylogue-extract --serve`: answers StretchWish lines on standard input, one after the other, until it
/// ends.
/// @return the exit code
int serveStretches();

}
