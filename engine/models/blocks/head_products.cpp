#include "engine/models/blocks/head_products.h"

#include "engine/models/blocks/collected.h"
#include "engine/models/blocks/small_products.h"

#include <ATen/Parallel.h>
#include <vector>

namespace engine::blocks {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// B × T × D as B · H matrices T × D / H.
struct Heads {
    const float* data;
    std::int64_t batch, steps, heads, width, batchStride, stepStride;

    Heads(const torch::Tensor& x, std::int64_t headCount)
        : data(x.data_ptr<float>())
        , batch(x.size(0))
        , steps(x.size(1))
        , heads(headCount)
        , width(x.size(2) / headCount)
        , batchStride(x.stride(0))
        , stepStride(x.stride(1))
    {
    }

    std::int64_t offset(std::int64_t index) const
    {
        return index / heads * batchStride + index % heads * width;
    }
    SmallMatrix operator[](std::int64_t index) const
    {
        return {data + offset(index), steps, width, stepStride, 1};
    }
};

/// B × H × Tq × Tk, contiguous, as B · H matrices.
SmallMatrix headOf(const torch::Tensor& weights, std::int64_t index)
{
    const std::int64_t rows = weights.size(2), columns = weights.size(3);
    return {weights.data_ptr<float>() + index * rows * columns, rows, columns, columns, 1};
}

torch::Tensor withUnitStride(const torch::Tensor& x)
{
    return x.stride(2) == 1 ? x : x.contiguous();
}

/// scale · QKᵀ: B × H × Tq × Tk.
torch::Tensor outerProducts(const torch::Tensor& queries, const torch::Tensor& keys, std::int64_t heads,
                            double scale)
{
    const Heads q(queries, heads), k(keys, heads);
    torch::Tensor result = torch::empty({q.batch, heads, q.steps, k.steps}, queries.options());
    float* const data = result.data_ptr<float>();
    at::parallel_for(0, q.batch * heads, 16, [&](std::int64_t begin, std::int64_t end) {
        std::vector<float> scratch(static_cast<std::size_t>(scratchSize(k.width, k.steps)));
        for (std::int64_t i = begin; i < end; ++i)
            multiply(q[i], k[i].transposed(), static_cast<float>(scale), data + i * q.steps * k.steps,
                     k.steps, scratch.data());
    });
    return result;
}

/// scale · WX, or scale · WᵀX: B × rows × D.
torch::Tensor weightedSums(const torch::Tensor& weights, const torch::Tensor& x, double scale,
                           bool transposed)
{
    const std::int64_t heads = weights.size(1);
    const Heads source(x, heads);
    torch::Tensor result
        = torch::empty({x.size(0), weights.size(transposed ? 3 : 2), x.size(2)}, x.options());
    float* const data = result.data_ptr<float>();
    const Heads target(result, heads);
    at::parallel_for(0, source.batch * heads, 16, [&](std::int64_t begin, std::int64_t end) {
        std::vector<float> scratch(static_cast<std::size_t>(scratchSize(source.steps, source.width)));
        for (std::int64_t i = begin; i < end; ++i) {
            const SmallMatrix w = headOf(weights, i);
            multiply(transposed ? w.transposed() : w, source[i], static_cast<float>(scale),
                     data + target.offset(i), target.stepStride, scratch.data());
        }
    });
    return result;
}

struct Scores : torch::autograd::Function<Scores> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& queries,
                                 const torch::Tensor& keys, std::int64_t heads, double scale)
    {
        context->save_for_backward({queries, keys});
        context->saved_data["scale"] = scale;
        return outerProducts(queries, keys, heads, scale);
    }

    static variable_list backward(AutogradContext* context, variable_list gradients)
    {
        const variable_list saved = context->get_saved_variables();
        const double scale = context->saved_data["scale"].toDouble();
        const torch::Tensor gradient = gradients[0].contiguous();
        return {weightedSums(gradient, saved[1], scale, false),
                weightedSums(gradient, saved[0], scale, true),
                {},
                {}};
    }
};

struct Values : torch::autograd::Function<Values> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& weights,
                                 const torch::Tensor& values)
    {
        context->save_for_backward({weights, values});
        return weightedSums(weights, values, 1.0, false);
    }

    static variable_list backward(AutogradContext* context, variable_list gradients)
    {
        const variable_list saved = context->get_saved_variables();
        const torch::Tensor gradient = gradients[0].contiguous();
        return {outerProducts(gradient, saved[1], saved[0].size(1), 1.0),
                weightedSums(saved[0], gradient, 1.0, true)};
    }
};

/// B × T × D → B × H × T × D / H.
torch::Tensor splitHeads(const torch::Tensor& x, std::int64_t heads)
{
    return x.reshape({x.size(0), x.size(1), heads, x.size(2) / heads}).transpose(1, 2);
}

}

torch::Tensor headScores(const torch::Tensor& queries, const torch::Tensor& keys, std::int64_t heads,
                         double scale)
{
    if (isPlain(queries))
        return Scores::apply(withUnitStride(queries), withUnitStride(keys), heads, scale);
    return torch::matmul(splitHeads(queries, heads) * scale, splitHeads(keys, heads).transpose(2, 3));
}

torch::Tensor headValues(const torch::Tensor& weights, const torch::Tensor& values)
{
    if (isPlain(values))
        return Values::apply(weights.contiguous(), withUnitStride(values));
    return torch::matmul(weights, splitHeads(values, weights.size(1))).transpose(1, 2).flatten(2);
}

}
