#include "engine/worker/tensor_json.h"

#include "engine/core/error.h"

#include <bit>
#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>

namespace engine {

namespace {

static_assert(std::endian::native == std::endian::little, "float bytes are sent as they lie in memory");

nlohmann::json pack(const std::vector<std::int64_t>& shape, const std::vector<float>& values)
{
    std::vector<std::uint8_t> bytes(values.size() * sizeof(float));
    if (!bytes.empty())
        std::memcpy(bytes.data(), values.data(), bytes.size());
    return {{"shape", shape}, {"data", nlohmann::json::binary(std::move(bytes))}};
}

/// The number of values that `shape` promises; nothing when it is negative or does not fit.
std::optional<std::uint64_t> promisedCount(const std::vector<std::int64_t>& shape)
{
    constexpr auto largest
        = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()) / sizeof(float);
    std::uint64_t count = 1;
    for (const std::int64_t extent : shape) {
        if (extent < 0)
            return std::nullopt;
        const auto unsignedExtent = static_cast<std::uint64_t>(extent);
        if (unsignedExtent != 0 && count > largest / unsignedExtent)
            return std::nullopt;
        count *= unsignedExtent;
    }
    return count;
}

}

nlohmann::json toJson(const Tensor& tensor)
{
    return pack(tensor.shape, tensor.values);
}

nlohmann::json toJson(const FeatureMatrix& matrix)
{
    return pack({static_cast<std::int64_t>(matrix.rows), static_cast<std::int64_t>(matrix.columns)},
                matrix.values);
}

Tensor tensorFromJson(const nlohmann::json& json)
{
    Tensor tensor;
    const nlohmann::json& shape = json.at("shape");
    if (!shape.is_array())
        throw FormatError("bad_message", "message", "a tensor's shape is no list");
    for (const nlohmann::json& extent : shape) {
        if (!extent.is_number_integer()) // a fraction beyond 2^63 has no conversion
            throw FormatError("bad_message", "message", "a tensor's shape is not made of whole numbers");
        tensor.shape.push_back(extent.get<std::int64_t>());
    }
    const auto& bytes = json.at("data").get_binary();
    const std::optional<std::uint64_t> count = promisedCount(tensor.shape);
    if (!count || bytes.size() != *count * sizeof(float))
        throw FormatError("bad_message", "message", "a tensor's bytes and its shape disagree");
    tensor.values.resize(*count);
    if (!bytes.empty())
        std::memcpy(tensor.values.data(), bytes.data(), bytes.size());
    return tensor;
}

FeatureMatrix matrixFromJson(const nlohmann::json& json)
{
    Tensor tensor = tensorFromJson(json);
    if (tensor.shape.size() != 2)
        throw FormatError("bad_message", "message", "a feature matrix has two axes, rows and columns");
    FeatureMatrix matrix;
    matrix.rows = static_cast<std::size_t>(tensor.shape[0]);
    matrix.columns = static_cast<std::size_t>(tensor.shape[1]);
    matrix.values = std::move(tensor.values);
    return matrix;
}

}
