#pragma once

namespace engine {

/// Sets LibTorch's threads for this process. To be called before the first operator: one thread answers
/// a single segment sooner than several.
void setTorchThreads(int count);

}
