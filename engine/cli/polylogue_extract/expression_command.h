#pragma once

namespace engine::cli {

/// `polylogue-cli expression PICTURES… --out OUT.csv`, whose arguments follow the program's name.
/// @return the exit code
int expressionCommand(int argc, char** argv);

}
