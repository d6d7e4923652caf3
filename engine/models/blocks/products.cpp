#include "engine/models/blocks/products.h"

#include <omp.h>
#include <oneapi/dnnl/dnnl.h>

namespace engine::blocks {

namespace {

/// Keeps a small product on one thread: it would wait longer for the second one than that saves.
class AloneIfSmall {
public:
    AloneIfSmall(std::int64_t m, std::int64_t n, std::int64_t k)
        : m_threads(m * n * k < small ? omp_get_max_threads() : 1)
    {
        if (m_threads > 1)
            omp_set_num_threads(1);
    }
    ~AloneIfSmall()
    {
        if (m_threads > 1)
            omp_set_num_threads(m_threads);
    }
    AloneIfSmall(const AloneIfSmall&) = delete;
    AloneIfSmall& operator=(const AloneIfSmall&) = delete;

private:
    static constexpr std::int64_t small = 1 << 20; ///< multiplications: about 10 us

    int m_threads; ///< to go back to
};

}

void timesTransposed(std::int64_t m, std::int64_t n, std::int64_t k, Matrix a, Matrix b, float beta, float* c,
                     std::int64_t stride)
{
    const AloneIfSmall threads(m, n, k);
    dnnl_sgemm('N', 'T', m, n, k, 1.0f, a.data, a.stride, b.data, b.stride, beta, c, stride);
}

void times(std::int64_t m, std::int64_t n, std::int64_t k, Matrix a, Matrix b, float beta, float* c,
           std::int64_t stride)
{
    const AloneIfSmall threads(m, n, k);
    dnnl_sgemm('N', 'N', m, n, k, 1.0f, a.data, a.stride, b.data, b.stride, beta, c, stride);
}

void transposedTimes(std::int64_t m, std::int64_t n, std::int64_t k, Matrix a, Matrix b, float* c,
                     std::int64_t stride)
{
    const AloneIfSmall threads(m, n, k);
    dnnl_sgemm('T', 'N', m, n, k, 1.0f, a.data, a.stride, b.data, b.stride, 0.0f, c, stride);
}

}
