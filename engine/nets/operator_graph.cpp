#include "engine/nets/operator_graph.h"

#include "engine/core/half_float.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <limits>

namespace engine {

namespace {

// The numbers of the fields and of the kinds are those of TensorFlow Lite's schema.fbs.
constexpr std::string_view kMark = "TFL3"; // behind the first offset
constexpr std::size_t kMostTensors = 10'000;
constexpr std::size_t kMostGiven = 16; // of an operator
constexpr std::size_t kMostAxes = 6;
constexpr std::size_t kMostNumbers = std::size_t{4} << 20; // of all constants together
constexpr std::array kKnown{GraphOperation::Add,          GraphOperation::Concatenation,
                            GraphOperation::Convolution,  GraphOperation::Dequantize,
                            GraphOperation::Logistic,     GraphOperation::DepthwiseConvolution,
                            GraphOperation::MaxPool,      GraphOperation::Multiply,
                            GraphOperation::Relu,         GraphOperation::Reshape,
                            GraphOperation::Pad,          GraphOperation::Transpose,
                            GraphOperation::Mean,         GraphOperation::Subtract,
                            GraphOperation::Divide,       GraphOperation::PRelu,
                            GraphOperation::StridedSlice, GraphOperation::Negate,
                            GraphOperation::Sum,          GraphOperation::SquareRoot,
                            GraphOperation::InverseRoot,  GraphOperation::SquaredDifference};

enum class StoredType : std::int8_t { Float32 = 0, Float16 = 1, Int32 = 2 };

/// Reads one file.
class GraphFile {
public:
    explicit GraphFile(const FlatTable::Source& source) : m_source(source) { }

    OperatorGraph read()
    {
        if (m_source.bytes.size() < 8 || m_source.bytes.substr(4, kMark.size()) != kMark)
            m_source.refuse("is no TensorFlow Lite file: the mark TFL3 is missing");
        const FlatTable model = FlatTable::root(m_source);
        for (const FlatTable& code : model.tables(1, kMostTensors))
            m_codes.push_back(
                std::max<std::int32_t>(code.number<std::int8_t>(0, 0), code.number<std::int32_t>(3, 0)));
        const std::vector<FlatTable> graphs = model.tables(2, kMostTensors);
        if (graphs.empty())
            m_source.refuse("holds no graph");
        const std::vector<FlatTable> buffers = model.tables(4, kMostTensors);
        for (const FlatTable& tensor : graphs.front().tables(0, kMostTensors))
            m_graph.tensors.push_back(tensorOf(tensor, buffers));
        m_graph.given = tensorsIn(graphs.front(), 1);
        m_graph.made = tensorsIn(graphs.front(), 2);
        for (const FlatTable& each : graphs.front().tables(3, kMostTensors))
            addOperator(each);
        return std::move(m_graph);
    }

private:
    std::vector<std::size_t> tensorsIn(const FlatTable& table, std::size_t field) const
    {
        std::vector<std::size_t> tensors;
        for (const std::int32_t index : table.numbers(field, kMostGiven)) {
            if (index < 0 || static_cast<std::size_t>(index) >= m_graph.tensors.size())
                m_source.refuse(fmt::format("names tensor {}, and has {}", index, m_graph.tensors.size()));
            tensors.push_back(static_cast<std::size_t>(index));
        }
        return tensors;
    }

    GraphTensor tensorOf(const FlatTable& table, const std::vector<FlatTable>& buffers)
    {
        GraphTensor tensor;
        const std::size_t index = m_graph.tensors.size();
        std::size_t count = 1;
        for (const std::int32_t length : table.numbers(0, kMostAxes)) {
            if (length < 1)
                m_source.refuse(fmt::format("has an axis of {} in tensor {}", length, index));
            tensor.shape.push_back(length);
            count = std::min(count * static_cast<std::size_t>(length),
                             std::size_t{std::numeric_limits<std::int32_t>::max()});
        }
        const auto type = static_cast<StoredType>(table.number<std::int8_t>(1, 0));
        tensor.isWhole = type == StoredType::Int32;
        const auto buffer = table.number<std::uint32_t>(2, 0);
        if (buffer >= buffers.size())
            m_source.refuse(fmt::format("names buffer {}, and has {}", buffer, buffers.size()));
        const std::string_view bytes = buffers[buffer].bytes(0);
        if (bytes.empty())
            return tensor;
        if (type != StoredType::Float32 && type != StoredType::Float16 && type != StoredType::Int32)
            m_source.refuse(
                fmt::format("has numbers of type {} in tensor {}, expected floats of 16 or 32 bits",
                            static_cast<int>(type), index));
        if (table.table(6))
            m_source.refuse(fmt::format("has a sparse tensor {}, which is not known", index));
        const std::size_t size = type == StoredType::Float16 ? 2 : 4;
        if (bytes.size() != count * size)
            m_source.refuse(
                fmt::format("has {} bytes for tensor {}, expected {}", bytes.size(), index, count * size));
        m_numbers += count;
        if (m_numbers > kMostNumbers)
            m_source.refuse(fmt::format("has more than {} numbers", kMostNumbers));
        if (tensor.isWhole)
            tensor.whole = wholeOf(bytes);
        else
            tensor.floats = floatsOf(bytes, type, index);
        return tensor;
    }

    static std::vector<std::int64_t> wholeOf(std::string_view bytes)
    {
        std::vector<std::int32_t> numbers(bytes.size() / sizeof(std::int32_t));
        std::memcpy(numbers.data(), bytes.data(), bytes.size());
        return {numbers.begin(), numbers.end()};
    }

    std::shared_ptr<const std::vector<float>> floatsOf(std::string_view bytes, StoredType type,
                                                       std::size_t index) const
    {
        std::vector<float> numbers;
        if (type == StoredType::Float16) {
            std::vector<std::uint16_t> halves(bytes.size() / 2);
            std::memcpy(halves.data(), bytes.data(), bytes.size());
            numbers.resize(halves.size());
            std::ranges::transform(halves, numbers.begin(), fromHalf);
        } else {
            numbers.resize(bytes.size() / sizeof(float));
            std::memcpy(numbers.data(), bytes.data(), bytes.size());
        }
        if (!std::ranges::all_of(numbers, [](float number) { return std::isfinite(number); }))
            m_source.refuse(fmt::format("has a number in tensor {} that is not finite", index));
        return std::make_shared<const std::vector<float>>(std::move(numbers));
    }

    void addOperator(const FlatTable& table)
    {
        const auto code = table.number<std::uint32_t>(0, 0);
        const std::size_t number = m_count++;
        if (code >= m_codes.size())
            m_source.refuse(
                fmt::format("has a kind {} of operator {}, and lists {}", code, number, m_codes.size()));
        GraphOperator made;
        made.operation = static_cast<GraphOperation>(m_codes[code]);
        if (std::ranges::find(kKnown, made.operation) == kKnown.end())
            m_source.refuse(fmt::format("has an operator that is not known: {}, of TensorFlow Lite's kind {}",
                                        number, m_codes[code]));
        made.given = tensorsIn(table, 1);
        const std::vector<std::size_t> results = tensorsIn(table, 2);
        if (results.size() != 1)
            m_source.refuse(
                fmt::format("makes {} tensors by operator {}, expected one", results.size(), number));
        made.made = results.front();
        if (const std::optional<FlatTable> options = table.table(4))
            takeOptions(made, *options, number);
        if (made.operation != GraphOperation::Dequantize) {
            m_graph.operators.push_back(std::move(made));
            return;
        }
        // Numbers of 16 bits are 32 here from the beginning: the tensor stays what it was.
        if (made.given.size() != 1 || !m_graph.tensors[made.given.front()].floats)
            m_source.refuse(
                fmt::format("has an operator {} that widens numbers which are no constants", number));
        const GraphTensor given = m_graph.tensors[made.given.front()];
        if (given.shape != m_graph.tensors[made.made].shape)
            m_source.refuse(fmt::format("has an operator {} that widens numbers of another shape", number));
        m_graph.tensors[made.made] = given;
    }

    void takeOptions(GraphOperator& made, const FlatTable& options, std::size_t number) const
    {
        switch (made.operation) {
        case GraphOperation::Convolution:
            takeWindow(made, options);
            rectifyBy(made, options.number<std::int8_t>(3, 0), number);
            refuseDilation(options, 4, number);
            break;
        case GraphOperation::DepthwiseConvolution:
            takeWindow(made, options);
            rectifyBy(made, options.number<std::int8_t>(4, 0), number);
            refuseDilation(options, 5, number);
            break;
        case GraphOperation::MaxPool:
            takeWindow(made, options);
            made.kernelX = options.number<std::int32_t>(3, 0);
            made.kernelY = options.number<std::int32_t>(4, 0);
            rectifyBy(made, options.number<std::int8_t>(5, 0), number);
            break;
        case GraphOperation::Concatenation:
            made.axis = options.number<std::int32_t>(0, 0);
            rectifyBy(made, options.number<std::int8_t>(1, 0), number);
            break;
        case GraphOperation::Add:
        case GraphOperation::Multiply:
        case GraphOperation::Subtract:
        case GraphOperation::Divide:
            rectifyBy(made, options.number<std::int8_t>(0, 0), number);
            break;
        case GraphOperation::Mean:
        case GraphOperation::Sum:
            made.keepsAxes = options.number<std::uint8_t>(0, 0) != 0;
            break;
        case GraphOperation::StridedSlice:
            made.beginMask = options.number<std::uint32_t>(0, 0);
            made.endMask = options.number<std::uint32_t>(1, 0);
            made.shrinkMask = options.number<std::uint32_t>(4, 0);
            if (options.number<std::uint32_t>(2, 0) != 0 || options.number<std::uint32_t>(3, 0) != 0)
                m_source.refuse(
                    fmt::format("has a slice, operator {}, with axes that are new or left out", number));
            break;
        default:
            break;
        }
    }

    static void takeWindow(GraphOperator& made, const FlatTable& options)
    {
        made.isSame = options.number<std::int8_t>(0, 0) == 0;
        made.strideX = options.number<std::int32_t>(1, 0);
        made.strideY = options.number<std::int32_t>(2, 0);
    }

    void rectifyBy(GraphOperator& made, std::int8_t function, std::size_t number) const
    {
        if (function != 0 && function != 1)
            m_source.refuse(fmt::format("has an operator {} with the activation {}, which is not known",
                                        number, function));
        made.rectifies = function == 1;
    }

    void refuseDilation(const FlatTable& options, std::size_t field, std::size_t number) const
    {
        if (options.number<std::int32_t>(field, 1) != 1 || options.number<std::int32_t>(field + 1, 1) != 1)
            m_source.refuse(fmt::format("has an operator {} with gaps in its kernel", number));
    }

    const FlatTable::Source& m_source;
    std::vector<std::int32_t> m_codes; ///< kinds of operators
    OperatorGraph m_graph;
    std::size_t m_numbers = 0; ///< of constants so far
    std::size_t m_count = 0; ///< of operators so far
};

}

OperatorGraph readOperatorGraph(const FlatTable::Source& source)
{
    return GraphFile(source).read();
}

}
