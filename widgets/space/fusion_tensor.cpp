#include "widgets/space/fusion_tensor.h"

#include "widgets/space/figure_panel.h"
#include "widgets/space/scene_shapes.h"
#include "widgets/space/space_colours.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double kLongest = 2.0; // length of the longest axis
constexpr float kFilled = 0.42F; // of a cell, each way from its middle

struct TensorText {
    Q_DECLARE_TR_FUNCTIONS(widgets::FusionTensor)
};

SpaceBox tensorBox(const FusionTensor& tensor)
{
    const double longest = static_cast<double>(
        std::max({tensor.extent(0), tensor.extent(1), tensor.extent(2), std::size_t{1}}));
    SpaceBox box;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const double half = static_cast<double>(tensor.extent(axis)) / longest * kLongest / 2;
        box.low.at(axis) = -half;
        box.high.at(axis) = half;
    }
    return box;
}

/// Places of a tensor within its box.
class TensorPlaces {
public:
    explicit TensorPlaces(const FusionTensor& tensor) : m_box(tensorBox(tensor))
    {
        for (std::size_t axis = 0; axis < 3; ++axis)
            m_step.at(axis)
                = (m_box.high.at(axis) - m_box.low.at(axis)) / static_cast<double>(tensor.extent(axis));
    }
    const SpaceBox& box() const { return m_box; }
    /// Where an entry begins, and the one behind the last ends.
    float edge(std::size_t axis, std::size_t entry) const
    {
        return static_cast<float>(m_box.low.at(axis) + m_step.at(axis) * static_cast<double>(entry));
    }
    std::array<float, 3> middle(const FusionTensor::Cell& cell) const
    {
        std::array<float, 3> place{};
        for (std::size_t axis = 0; axis < 3; ++axis)
            place.at(axis) = (edge(axis, cell.at(axis)) + edge(axis, cell.at(axis) + 1)) / 2;
        return place;
    }
    std::array<float, 3> half() const
    {
        return {static_cast<float>(m_step[0]) * kFilled, static_cast<float>(m_step[1]) * kFilled,
                static_cast<float>(m_step[2]) * kFilled};
    }

private:
    SpaceBox m_box;
    SpacePosition m_step{};
};

SpaceColour cellColour(float value, float greatest, bool isCurrent, const Theme& theme)
{
    const QColor colour = labelColour(theme, static_cast<double>(value), -greatest, greatest);
    return spaceColour(isCurrent ? colour : staleColour(colour, theme));
}

/// The marginal over one axis, on both walls at its ends.
void addWalls(SpaceScene& scene, const FusionTensor& tensor, const TensorPlaces& places, std::size_t axis,
              bool isCurrent, const Theme& theme)
{
    const std::size_t other = (axis + 1) % 3;
    const std::size_t third = (axis + 2) % 3;
    float greatest = 0;
    const auto forCells = [&](auto&& work) {
        FusionTensor::Cell cell{};
        for (cell.at(other) = 0; cell.at(other) < tensor.extent(other); ++cell.at(other)) {
            for (cell.at(third) = 0; cell.at(third) < tensor.extent(third); ++cell.at(third))
                work(cell, tensor.marginal(axis, cell));
        }
    };
    forCells([&](const FusionTensor::Cell&, float value) { greatest = std::max(greatest, std::abs(value)); });
    forCells([&](const FusionTensor::Cell& cell, float value) {
        const QColor ground(mixed(theme.background, theme.panel, 0.5));
        const float part = greatest > 0 ? std::abs(value) / greatest : 0;
        const QColor strong = labelColour(theme, value < 0 ? -1 : 1, -1, 1);
        const QColor mixedColour = mixed(ground, strong, 0.85 * static_cast<double>(part));
        const SpaceColour colour = spaceColour(isCurrent ? mixedColour : staleColour(mixedColour, theme));
        for (const bool isHigh : {false, true}) {
            std::array<std::array<float, 3>, 4> corners{};
            for (std::size_t corner = 0; corner < 4; ++corner) {
                // Seen from within: the other way round at the high end.
                const std::size_t turned = isHigh ? 3 - corner : corner;
                corners.at(corner).at(axis) = places.edge(axis, isHigh ? tensor.extent(axis) : 0);
                corners.at(corner).at(other)
                    = places.edge(other, cell.at(other) + (turned == 1 || turned == 2 ? 1 : 0));
                corners.at(corner).at(third) = places.edge(third, cell.at(third) + (turned >= 2 ? 1 : 0));
            }
            addQuad(scene, corners, colour);
        }
    });
}

}

FusionTensor::FusionTensor(const std::vector<float>& sound, const std::vector<float>& vision,
                           const std::vector<float>& text)
{
    const std::array<const std::vector<float>*, 3> vectors{&sound, &vision, &text};
    m_greatest = 1;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        std::vector<float>& factor = m_factors.at(axis);
        factor = {1};
        factor.insert(factor.end(), vectors.at(axis)->begin(), vectors.at(axis)->end());
        float sum = 0;
        float greatest = 0;
        for (const float value : factor) {
            sum += value;
            greatest = std::max(greatest, std::abs(value));
        }
        m_means.at(axis) = sum / static_cast<float>(factor.size());
        m_greatest *= greatest;
    }
}

float FusionTensor::at(const Cell& cell) const
{
    return m_factors[0][cell[0]] * m_factors[1][cell[1]] * m_factors[2][cell[2]];
}

float FusionTensor::marginal(std::size_t axis, const Cell& cell) const
{
    const std::size_t other = (axis + 1) % 3;
    const std::size_t third = (axis + 2) % 3;
    return m_means.at(axis) * m_factors.at(other)[cell.at(other)] * m_factors.at(third)[cell.at(third)];
}

TensorCells chosenCells(const FusionTensor& tensor, const TensorChoice& choice)
{
    TensorCells chosen;
    if (tensor.isEmpty())
        return chosen;
    const float least = static_cast<float>(choice.threshold) * tensor.greatest();
    FusionTensor::Cell first{};
    FusionTensor::Cell end{};
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const auto& slice = choice.slices.at(axis);
        first.at(axis) = slice ? std::min(*slice, tensor.extent(axis) - 1) : 0;
        end.at(axis) = slice ? first.at(axis) + 1 : tensor.extent(axis);
    }
    FusionTensor::Cell cell{};
    for (cell[0] = first[0]; cell[0] < end[0]; ++cell[0]) {
        for (cell[1] = first[1]; cell[1] < end[1]; ++cell[1]) {
            for (cell[2] = first[2]; cell[2] < end[2]; ++cell[2]) {
                if (const float size = std::abs(tensor.at(cell)); size >= least && size > 0)
                    chosen.cells.push_back(cell);
            }
        }
    }
    chosen.above = chosen.cells.size();
    if (chosen.above > kMostCells) {
        std::nth_element(chosen.cells.begin(), chosen.cells.begin() + kMostCells, chosen.cells.end(),
                         [&](const FusionTensor::Cell& a, const FusionTensor::Cell& b) {
                             return std::abs(tensor.at(a)) > std::abs(tensor.at(b));
                         });
        chosen.cells.resize(kMostCells);
        std::ranges::sort(chosen.cells);
    }
    return chosen;
}

SpaceFigure tensorFigure(const FusionTensor& tensor, const TensorCells& cells, bool isCurrent,
                         const Theme& theme)
{
    SpaceFigure figure;
    if (tensor.isEmpty())
        return figure;
    const TensorPlaces places(tensor);
    figure.box = places.box();
    auto scene = std::make_shared<SpaceScene>();
    scene->isOneSided = true;
    for (const FusionTensor::Cell& cell : cells.cells) {
        figure.places.push_back(places.middle(cell));
        addCube(*scene, figure.places.back(), places.half(),
                cellColour(tensor.at(cell), tensor.greatest(), isCurrent, theme));
    }
    for (std::size_t axis = 0; axis < 3; ++axis)
        addWalls(*scene, tensor, places, axis, isCurrent, theme);
    figure.scene = scene;
    figure.axisNames = {TensorText::tr("sound"), TensorText::tr("vision"), TensorText::tr("text")};
    return figure;
}

}
