#include "engine/nets/one_core.h"

#include <omp.h>

namespace engine {

OneCore::OneCore() : m_before(omp_get_max_threads())
{
    omp_set_num_threads(1);
}

OneCore::~OneCore()
{
    omp_set_num_threads(m_before);
}

}
