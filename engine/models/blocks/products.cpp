#include "engine/models/blocks/products.h"

#include <oneapi/dnnl/dnnl.h>

namespace engine::blocks {

void timesTransposed(std::int64_t m, std::int64_t n, std::int64_t k, Matrix a, Matrix b, float beta, float* c,
                     std::int64_t stride)
{
    dnnl_sgemm('N', 'T', m, n, k, 1.0f, a.data, a.stride, b.data, b.stride, beta, c, stride);
}

void times(std::int64_t m, std::int64_t n, std::int64_t k, Matrix a, Matrix b, float beta, float* c,
           std::int64_t stride)
{
    dnnl_sgemm('N', 'N', m, n, k, 1.0f, a.data, a.stride, b.data, b.stride, beta, c, stride);
}

void transposedTimes(std::int64_t m, std::int64_t n, std::int64_t k, Matrix a, Matrix b, float* c,
                     std::int64_t stride)
{
    dnnl_sgemm('T', 'N', m, n, k, 1.0f, a.data, a.stride, b.data, b.stride, 0.0f, c, stride);
}

}
