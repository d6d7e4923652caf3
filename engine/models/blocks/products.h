#pragma once

#include <cstdint>

namespace engine::blocks {

// Products of row-major float32 matrices, by oneDNN: its kernels are made for the present processor and use
// the threads of LibTorch's own loops, so that two thread pools never compete for the same cores. What that
// is worth is measured in linear_steps.h and linear_rows.h.

/// A matrix in memory: `stride` floats from the start of one row to that of the next.
struct Matrix {
    const float* data;
    std::int64_t stride;
};

/// C (m × n) ← A (m × k) · Bᵀ (B is n × k) + beta · C.
void timesTransposed(std::int64_t m, std::int64_t n, std::int64_t k, Matrix a, Matrix b, float beta, float* c,
                     std::int64_t stride);

/// C (m × n) ← A (m × k) · B (k × n) + beta · C.
void times(std::int64_t m, std::int64_t n, std::int64_t k, Matrix a, Matrix b, float beta, float* c,
           std::int64_t stride);

/// C (m × n) ← Aᵀ (A is k × m) · B (k × n).
void transposedTimes(std::int64_t m, std::int64_t n, std::int64_t k, Matrix a, Matrix b, float* c,
                     std::int64_t stride);

}
