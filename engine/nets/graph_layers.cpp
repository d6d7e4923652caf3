#include "engine/nets/graph_layers.h"

#include "engine/nets/graph_kernels.h"
#include "engine/nets/planes.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <numeric>

namespace engine {

namespace {

using Given = std::span<const float* const>;
using Floats = std::shared_ptr<const std::vector<float>>;
constexpr std::int64_t kMostKernel = 64; // rows or columns
constexpr std::size_t kManySlopes = 512;
constexpr std::uint32_t kNone = 0xFFFFFFFF; // in a list of places: 0 is made

/// How far it is from one number of each axis to the next.
GraphShape stepsOf(const GraphShape& shape)
{
    GraphShape steps(shape.size(), 1);
    for (std::size_t axis = shape.size(); axis-- > 1;)
        steps[axis - 1] = steps[axis] * shape[axis];
    return steps;
}

/// The number of what is given that each number of `shape` is taken from. @param begin  the first one's place
std::vector<std::uint32_t> placesBy(const GraphShape& shape, const GraphShape& steps, std::int64_t begin)
{
    std::vector<std::uint32_t> places;
    places.reserve(static_cast<std::size_t>(countOf(shape)));
    GraphShape at(shape.size(), 0);
    std::int64_t place = begin;
    for (std::int64_t left = countOf(shape); left > 0; --left) {
        places.push_back(static_cast<std::uint32_t>(place));
        for (std::size_t axis = shape.size(); axis-- > 0;) {
            place += steps[axis];
            if (++at[axis] < shape[axis])
                break;
            place -= steps[axis] * shape[axis];
            at[axis] = 0;
        }
    }
    return places;
}

void takePlaces(const std::vector<std::uint32_t>& places, const float* given, float* made)
{
    for (std::size_t i = 0; i < places.size(); ++i)
        made[i] = places[i] == kNone ? 0.0F : given[places[i]];
}

/// Makes the layer of one operator.
class LayerMaker {
public:
    LayerMaker(const GraphOperator& made, const std::vector<const GraphTensor*>& given,
               const FlatTable::Source& source, std::size_t number)
        : m_made(made)
        , m_given(given)
        , m_source(source)
        , m_number(number)
    {
    }

    GraphLayer make()
    {
        switch (m_made.operation) {
        case GraphOperation::Convolution:
            return convolution();
        case GraphOperation::DepthwiseConvolution:
            return depthwise();
        case GraphOperation::MaxPool:
            return maxPool();
        case GraphOperation::Pad:
            return pad();
        case GraphOperation::Reshape:
            return reshape();
        case GraphOperation::Transpose:
            return transpose();
        case GraphOperation::StridedSlice:
            return slice();
        case GraphOperation::Concatenation:
            return concatenation();
        case GraphOperation::Mean:
        case GraphOperation::Sum:
            return reduction(m_made.operation == GraphOperation::Mean);
        case GraphOperation::PRelu:
            return scaled();
        case GraphOperation::Add:
            return both([](float a, float b) { return a + b; }, addAll);
        case GraphOperation::Subtract:
            return both([](float a, float b) { return a - b; });
        case GraphOperation::Multiply:
            return both([](float a, float b) { return a * b; });
        case GraphOperation::Divide:
            return both([](float a, float b) { return a / b; });
        case GraphOperation::SquaredDifference:
            return both([](float a, float b) { return (a - b) * (a - b); });
        case GraphOperation::Logistic:
            return each([](float value) { return 1.0F / (1.0F + std::exp(-value)); });
        case GraphOperation::Relu:
            return each([](float value) { return std::max(value, 0.0F); });
        case GraphOperation::Negate:
            return each([](float value) { return -value; });
        case GraphOperation::SquareRoot:
            return each([](float value) { return std::sqrt(value); });
        case GraphOperation::InverseRoot:
            return each([](float value) { return 1.0F / std::sqrt(value); });
        case GraphOperation::Dequantize:
            break; // readOperatorGraph() leaves none
        }
        refuse("is not known");
    }

private:
    [[noreturn]] void refuse(const std::string& why) const
    {
        m_source.refuse(fmt::format("has an operator {} of TensorFlow Lite's kind {} that {}", m_number,
                                    static_cast<int>(m_made.operation), why));
    }

    /// @param count  how many tensors there must be
    void demandGiven(std::size_t least, std::size_t most) const
    {
        if (m_given.size() < least || m_given.size() > most)
            refuse(fmt::format("is given {} tensors, expected {}", m_given.size(), least));
    }
    const GraphTensor& numbersAt(std::size_t i) const
    {
        if (m_given[i]->isWhole)
            refuse(fmt::format("is given whole numbers in place {}, expected floats", i));
        return *m_given[i];
    }
    const GraphShape& shapeAt(std::size_t i) const { return numbersAt(i).shape; }

    Floats constantAt(std::size_t i, const GraphShape& shape) const
    {
        const GraphTensor& tensor = numbersAt(i);
        if (!tensor.floats || tensor.shape != shape)
            refuse(fmt::format("is given {} in place {}, expected a constant of {}",
                               fmt::join(tensor.shape, " × "), i, fmt::join(shape, " × ")));
        return tensor.floats;
    }
    const std::vector<std::int64_t>& wholeAt(std::size_t i) const
    {
        if (m_given[i]->whole.empty())
            refuse(fmt::format("lacks its whole numbers in place {}", i));
        return m_given[i]->whole;
    }
    /// One number for each axis.
    const std::vector<std::int64_t>& wholePerAxis(std::size_t i, const GraphShape& shape) const
    {
        if (wholeAt(i).size() != shape.size())
            refuse(fmt::format("has {} whole numbers for {} axes", wholeAt(i).size(), shape.size()));
        return wholeAt(i);
    }
    std::size_t axisOf(std::int64_t axis, const GraphShape& shape) const
    {
        const auto count = static_cast<std::int64_t>(shape.size());
        if (axis < -count || axis >= count)
            refuse(fmt::format("names axis {} of {}", axis, count));
        return static_cast<std::size_t>(axis < 0 ? axis + count : axis);
    }

    void demandSize(const GraphShape& shape) const
    {
        std::int64_t count = 1;
        for (const std::int64_t length : shape) {
            if (length < 1)
                refuse(fmt::format("makes an axis of {}", length));
            count *= std::min(length, kMostMadeNumbers + 1);
            if (count > kMostMadeNumbers)
                refuse(fmt::format("makes {} numbers, expected at most {}", fmt::join(shape, " × "),
                                   kMostMadeNumbers));
        }
    }

    GraphLayer layer(GraphShape shape, double products, std::function<void(Given, float*)> run) const
    {
        demandSize(shape);
        if (!m_made.rectifies)
            return {std::move(shape), products, std::move(run)};
        const auto count = static_cast<std::size_t>(countOf(shape));
        return {std::move(shape), products, [run = std::move(run), count](Given given, float* made) {
                    run(given, made);
                    rectifyAll({made, count});
                }};
    }

    /// Of a picture: 1 × height × width × channels.
    GraphWindow windowOver(const GraphShape& shape, std::int64_t kernelY, std::int64_t kernelX) const
    {
        if (shape.size() != 4 || shape.front() != 1)
            refuse(fmt::format("is given {}, expected one picture", fmt::join(shape, " × ")));
        const auto isOdd = [&](std::int64_t kernel, std::int64_t stride, std::int64_t length) {
            return kernel < 1 || kernel > kMostKernel || stride < 1 || stride > kMostKernel
                || (!m_made.isSame && kernel > length);
        };
        if (isOdd(kernelY, m_made.strideY, shape[1]) || isOdd(kernelX, m_made.strideX, shape[2]))
            refuse(fmt::format("has a kernel of {} × {} and steps of {} × {} over {} × {}", kernelY, kernelX,
                               m_made.strideY, m_made.strideX, shape[1], shape[2]));
        GraphWindow window;
        window.height = static_cast<std::size_t>(shape[1]);
        window.width = static_cast<std::size_t>(shape[2]);
        window.channels = static_cast<std::size_t>(shape[3]);
        window.kernelY = static_cast<std::size_t>(kernelY);
        window.kernelX = static_cast<std::size_t>(kernelX);
        window.strideY = static_cast<std::size_t>(m_made.strideY);
        window.strideX = static_cast<std::size_t>(m_made.strideX);
        if (m_made.isSame) {
            window.above = zerosBefore(Padding::Same, window.height, window.kernelY, window.strideY);
            window.left = zerosBefore(Padding::Same, window.width, window.kernelX, window.strideX);
            window.madeHeight = (window.height + window.strideY - 1) / window.strideY;
            window.madeWidth = (window.width + window.strideX - 1) / window.strideX;
        } else {
            window.madeHeight = (window.height - window.kernelY) / window.strideY + 1;
            window.madeWidth = (window.width - window.kernelX) / window.strideX + 1;
        }
        return window;
    }
    static GraphShape pictureOf(const GraphWindow& window, std::int64_t channels)
    {
        return {1, static_cast<std::int64_t>(window.madeHeight), static_cast<std::int64_t>(window.madeWidth),
                channels};
    }

    GraphLayer convolution() const
    {
        demandGiven(3, 3);
        const GraphShape& kernel = shapeAt(1);
        if (kernel.size() != 4 || shapeAt(0).size() != 4)
            refuse(fmt::format("has a kernel of {}, expected four axes", fmt::join(kernel, " × ")));
        const Floats weights = constantAt(1, {kernel[0], kernel[1], kernel[2], shapeAt(0)[3]});
        const Floats bias = constantAt(2, {kernel[0]});
        const GraphWindow window = windowOver(shapeAt(0), kernel[1], kernel[2]);
        const auto count = static_cast<std::size_t>(kernel[0]);
        const std::size_t depth = window.kernelY * window.kernelX * window.channels;
        const std::size_t places = window.madeHeight * window.madeWidth;
        demandSize({static_cast<std::int64_t>(places), static_cast<std::int64_t>(depth)});
        return layer(
            pictureOf(window, kernel[0]), static_cast<double>(places) * static_cast<double>(depth * count),
            [=](Given given, float* made) {
                if (window.isPointwise())
                    return multiplyByRows(given[0], places, depth, weights->data(), count, bias->data(),
                                          made);
                const auto laidOut = std::make_unique_for_overwrite<float[]>(places * depth);
                layOutWindows(window, given[0], laidOut.get());
                multiplyByRows(laidOut.get(), places, depth, weights->data(), count, bias->data(), made);
            });
    }

    GraphLayer depthwise() const
    {
        demandGiven(3, 3);
        const GraphShape& kernel = shapeAt(1);
        if (kernel.size() != 4 || shapeAt(0).size() != 4)
            refuse(fmt::format("has a kernel of {}, expected four axes", fmt::join(kernel, " × ")));
        const std::int64_t channels = shapeAt(0)[3];
        const Floats weights = constantAt(1, {1, kernel[1], kernel[2], channels});
        const Floats bias = constantAt(2, {channels});
        const GraphWindow window = windowOver(shapeAt(0), kernel[1], kernel[2]);
        GraphShape shape = pictureOf(window, channels);
        const auto products = static_cast<double>(countOf(shape) * kernel[1] * kernel[2]);
        return layer(std::move(shape), products, [=](Given given, float* made) {
            convolveDepthwise(window, given[0], weights->data(), bias->data(), made);
        });
    }

    GraphLayer maxPool() const
    {
        demandGiven(1, 1);
        const GraphWindow window = windowOver(shapeAt(0), m_made.kernelY, m_made.kernelX);
        GraphShape shape = pictureOf(window, shapeAt(0)[3]);
        const auto products = static_cast<double>(countOf(shape) * m_made.kernelY * m_made.kernelX);
        return layer(std::move(shape), products,
                     [=](Given given, float* made) { takeLargest(window, given[0], made); });
    }

    GraphLayer scaled() const
    {
        demandGiven(2, 2);
        const GraphShape& shape = shapeAt(0);
        const std::int64_t channels = shape.empty() ? 1 : shape.back();
        GraphShape alone(shapeAt(1).size(), 1);
        if (!alone.empty())
            alone.back() = channels;
        const Floats kept = constantAt(1, alone);
        const auto count = static_cast<std::size_t>(countOf(shape));
        std::vector<float> slopes = *kept;
        while (slopes.size() < kManySlopes && slopes.size() < count)
            slopes.insert(slopes.end(), kept->begin(), kept->end());
        return layer(shape, static_cast<double>(count),
                     [slopes = std::move(slopes), count](Given given, float* made) {
                         scaleBelowZero(given[0], count, slopes, made);
                     });
    }

    GraphLayer each(float (*function)(float)) const
    {
        demandGiven(1, 1);
        const auto count = static_cast<std::size_t>(countOf(shapeAt(0)));
        return layer(shapeAt(0), static_cast<double>(count), [=](Given given, float* made) {
            std::transform(given[0], given[0] + count, made, function);
        });
    }

    /// Steps through a tensor that is repeated along axes of which it has one number, or which it lacks.
    GraphShape repeatedSteps(const GraphShape& shape, const GraphShape& made) const
    {
        const GraphShape own = stepsOf(shape);
        GraphShape steps(made.size(), 0);
        const std::size_t before = made.size() - shape.size();
        for (std::size_t axis = 0; axis < shape.size(); ++axis) {
            if (shape[axis] != 1 && shape[axis] != made[before + axis])
                refuse(fmt::format("is given {} where {} are made", fmt::join(shape, " × "),
                                   fmt::join(made, " × ")));
            steps[before + axis] = shape[axis] == 1 ? 0 : own[axis];
        }
        return steps;
    }

    /// @param whole  what does the same to tensors of one shape at once, faster
    GraphLayer both(float (*function)(float, float),
                    void (*whole)(const float*, const float*, std::size_t, float*) = nullptr) const
    {
        demandGiven(2, 2);
        const GraphShape& a = shapeAt(0);
        const GraphShape& b = shapeAt(1);
        GraphShape shape = a.size() >= b.size() ? a : b;
        const GraphShape& shorter = a.size() >= b.size() ? b : a;
        for (std::size_t axis = 0; axis < shorter.size(); ++axis) {
            std::int64_t& length = shape[shape.size() - shorter.size() + axis];
            length = std::max(length, shorter[axis]);
        }
        demandSize(shape);
        const auto count = static_cast<std::size_t>(countOf(shape));
        const auto products = static_cast<double>(count);
        if (a == b)
            return layer(std::move(shape), products, [=](Given given, float* made) {
                if (whole)
                    return whole(given[0], given[1], count, made);
                std::transform(given[0], given[0] + count, given[1], made, function);
            });
        auto first = placesBy(shape, repeatedSteps(a, shape), 0);
        auto second = placesBy(shape, repeatedSteps(b, shape), 0);
        return layer(
            std::move(shape), products,
            [first = std::move(first), second = std::move(second), function](Given given, float* made) {
                for (std::size_t i = 0; i < first.size(); ++i)
                    made[i] = function(given[0][first[i]], given[1][second[i]]);
            });
    }

    GraphLayer taken(GraphShape shape, std::vector<std::uint32_t> places) const
    {
        const auto products = static_cast<double>(places.size());
        return layer(std::move(shape), products, [places = std::move(places)](Given given, float* made) {
            takePlaces(places, given[0], made);
        });
    }

    GraphLayer pad() const
    {
        demandGiven(2, 2);
        const GraphShape& shape = shapeAt(0);
        const std::vector<std::int64_t>& zeros = wholeAt(1);
        if (zeros.size() != 2 * shape.size())
            refuse(fmt::format("has {} whole numbers, expected two for each of {} axes", zeros.size(),
                               shape.size()));
        GraphShape made = shape;
        for (std::size_t axis = 0; axis < shape.size(); ++axis) {
            if (zeros[2 * axis] < 0 || zeros[2 * axis + 1] < 0)
                refuse("adds less than no zeros");
            made[axis] += zeros[2 * axis] + zeros[2 * axis + 1];
        }
        demandSize(made);
        std::vector<std::uint32_t> places(static_cast<std::size_t>(countOf(made)), kNone);
        const GraphShape steps = stepsOf(made);
        std::int64_t begin = 0;
        for (std::size_t axis = 0; axis < shape.size(); ++axis)
            begin += zeros[2 * axis] * steps[axis];
        std::uint32_t next = 0;
        for (const std::uint32_t place : placesBy(shape, steps, begin))
            places[place] = next++;
        return taken(std::move(made), std::move(places));
    }

    GraphLayer reshape() const
    {
        demandGiven(2, 2);
        GraphShape shape = wholeAt(1);
        const std::int64_t count = countOf(shapeAt(0));
        const auto open = std::ranges::find(shape, -1);
        if (open != shape.end()) {
            *open = 1;
            demandSize(shape);
            *open = count / countOf(shape);
        }
        demandSize(shape);
        if (countOf(shape) != count)
            refuse(fmt::format("makes {} of {} numbers", fmt::join(shape, " × "), count));
        return layer(std::move(shape), static_cast<double>(count),
                     [count](Given given, float* made) { std::copy_n(given[0], count, made); });
    }

    GraphLayer transpose() const
    {
        demandGiven(2, 2);
        const GraphShape& shape = shapeAt(0);
        const std::vector<std::int64_t>& order = wholePerAxis(1, shape);
        const GraphShape own = stepsOf(shape);
        GraphShape made;
        GraphShape steps;
        GraphShape sorted = order;
        std::ranges::sort(sorted);
        for (std::size_t axis = 0; axis < order.size(); ++axis) {
            if (sorted[axis] != static_cast<std::int64_t>(axis))
                refuse(fmt::format("orders axes as {}", fmt::join(order, ", ")));
            made.push_back(shape[static_cast<std::size_t>(order[axis])]);
            steps.push_back(own[static_cast<std::size_t>(order[axis])]);
        }
        demandSize(made);
        auto places = placesBy(made, steps, 0);
        return taken(std::move(made), std::move(places));
    }

    GraphLayer slice() const
    {
        demandGiven(4, 4);
        const GraphShape& shape = shapeAt(0);
        const std::vector<std::int64_t>& begins = wholePerAxis(1, shape);
        const std::vector<std::int64_t>& ends = wholePerAxis(2, shape);
        const std::vector<std::int64_t>& strides = wholePerAxis(3, shape);
        const GraphShape own = stepsOf(shape);
        GraphShape walked; // with the axes that go afterwards
        GraphShape steps;
        GraphShape made;
        std::int64_t place = 0;
        for (std::size_t axis = 0; axis < shape.size(); ++axis) {
            const auto inside = [&](std::int64_t at) {
                return std::clamp(at < 0 ? at + shape[axis] : at, std::int64_t{0}, shape[axis]);
            };
            const bool goes = (m_made.shrinkMask >> axis & 1U) != 0;
            const std::int64_t begin = (m_made.beginMask >> axis & 1U) != 0 ? 0 : inside(begins[axis]);
            std::int64_t end = (m_made.endMask >> axis & 1U) != 0 ? shape[axis] : inside(ends[axis]);
            if (goes)
                end = std::min(begin + 1, shape[axis]);
            if (strides[axis] < 1 || strides[axis] > kMostMadeNumbers || begin >= end)
                refuse(fmt::format("takes nothing of axis {}", axis));
            place += begin * own[axis];
            steps.push_back(own[axis] * strides[axis]);
            walked.push_back((end - begin + strides[axis] - 1) / strides[axis]);
            if (!goes)
                made.push_back(walked.back());
        }
        auto places = placesBy(walked, steps, place);
        return taken(std::move(made), std::move(places));
    }

    GraphLayer concatenation() const
    {
        demandGiven(1, 16);
        GraphShape shape = shapeAt(0);
        const std::size_t axis = axisOf(m_made.axis, shape);
        std::vector<std::size_t> pieces; // numbers that lie together in each tensor
        shape[axis] = 0;
        for (std::size_t i = 0; i < m_given.size(); ++i) {
            GraphShape rest = shapeAt(i);
            if (rest.size() != shape.size())
                refuse("is given tensors of different axes");
            shape[axis] += rest[axis];
            rest[axis] = shape[axis];
            if (rest != shape)
                refuse("is given tensors of different shapes");
            std::size_t piece = 1;
            for (std::size_t inner = axis; inner < rest.size(); ++inner)
                piece *= static_cast<std::size_t>(shapeAt(i)[inner]);
            pieces.push_back(piece);
        }
        demandSize(shape);
        const auto rounds = static_cast<std::size_t>(
            std::accumulate(shape.begin(), shape.begin() + static_cast<std::ptrdiff_t>(axis), std::int64_t{1},
                            std::multiplies<>()));
        const auto products = static_cast<double>(countOf(shape));
        return layer(std::move(shape), products, [=](Given given, float* made) {
            for (std::size_t round = 0; round < rounds; ++round)
                for (std::size_t i = 0; i < pieces.size(); ++i)
                    made = std::copy_n(given[i] + round * pieces[i], pieces[i], made);
        });
    }

    GraphLayer reduction(bool isMean) const
    {
        demandGiven(2, 2);
        const GraphShape& shape = shapeAt(0);
        GraphShape kept = shape;
        for (const std::int64_t axis : wholeAt(1))
            kept[axisOf(axis, shape)] = 1;
        const GraphShape own = stepsOf(kept);
        GraphShape steps;
        GraphShape made;
        for (std::size_t axis = 0; axis < shape.size(); ++axis) {
            const bool goes = kept[axis] != shape[axis] || shape[axis] == 1;
            steps.push_back(goes ? 0 : own[axis]);
            const bool isNamed = std::ranges::any_of(
                wholeAt(1), [&](std::int64_t each) { return axisOf(each, shape) == axis; });
            if (m_made.keepsAxes || !isNamed)
                made.push_back(kept[axis]);
        }
        const auto count = static_cast<std::size_t>(countOf(kept));
        const float share = isMean
            ? static_cast<float>(static_cast<double>(count) / static_cast<double>(countOf(shape)))
            : 1.0F;
        auto targets = placesBy(shape, steps, 0);
        const auto products = static_cast<double>(targets.size());
        return layer(std::move(made), products,
                     [targets = std::move(targets), count, share](Given given, float* made) {
                         std::fill_n(made, count, 0.0F);
                         for (std::size_t i = 0; i < targets.size(); ++i)
                             made[targets[i]] += given[0][i];
                         for (std::size_t i = 0; i < count; ++i)
                             made[i] *= share;
                     });
    }

    const GraphOperator& m_made;
    const std::vector<const GraphTensor*>& m_given;
    const FlatTable::Source& m_source;
    std::size_t m_number;
};

}

std::int64_t countOf(const GraphShape& shape)
{
    return std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>());
}

GraphLayer graphLayer(const GraphOperator& made, const std::vector<const GraphTensor*>& given,
                      const FlatTable::Source& source, std::size_t number)
{
    return LayerMaker(made, given, source, number).make();
}

}
