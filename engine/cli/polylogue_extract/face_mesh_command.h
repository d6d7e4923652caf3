#pragma once

namespace engine::cli {

/// `polylogue-cli face-mesh PICTURES… --out OUT.csv`, whose arguments follow the program's name.
/// @return the exit code
int faceMeshCommand(int argc, char** argv);

}
