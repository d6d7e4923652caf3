#pragma once

namespace engine::cli {

/// `polylogue-cli arousal SOUND… --out OUT.csv`, whose arguments follow the program's name.
/// @return the exit code
int arousalCommand(int argc, char** argv);

}
