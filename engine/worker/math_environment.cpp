#include "engine/worker/math_environment.h"

namespace engine {

std::vector<std::pair<std::string, std::string>> mathEnvironment()
{
    std::vector<std::pair<std::string, std::string>> variables{{"OPENBLAS_NUM_THREADS", "1"},
                                                               {"GOMP_SPINCOUNT", "20000"}};
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl"))
        variables.emplace_back("OPENBLAS_CORETYPE", "SkylakeX");
    else if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        variables.emplace_back("OPENBLAS_CORETYPE", "Haswell");
#endif
    return variables;
}

}
