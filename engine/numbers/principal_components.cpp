#include "engine/numbers/principal_components.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <limits>

namespace engine {

namespace {

constexpr std::size_t kBlock = 512; // rows that are multiplied in single precision before they are summed
constexpr double kConstant = 1e-6; // deviation, as a part of the mean, that is but rounding

using Block = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// The columns that vary, with what makes their mean 0 and their deviation 1.
struct Standard {
    std::vector<std::size_t> columns;
    std::vector<double> means;
    std::vector<double> deviations;

    explicit Standard(MatrixView rows)
    {
        std::vector<double> sums(rows.columns);
        std::vector<double> counts(rows.columns);
        forFinite(rows, [&](std::size_t d, double value) {
            sums[d] += value;
            ++counts[d];
        });
        for (std::size_t d = 0; d < rows.columns; ++d)
            sums[d] /= std::max(1.0, counts[d]);
        std::vector<double> squares(rows.columns);
        forFinite(rows,
                  [&](std::size_t d, double value) { squares[d] += (value - sums[d]) * (value - sums[d]); });
        for (std::size_t d = 0; d < rows.columns; ++d) {
            const double deviation = std::sqrt(squares[d] / std::max(1.0, counts[d]));
            if (deviation <= kConstant * std::abs(sums[d]) || deviation == 0.0)
                continue;
            columns.push_back(d);
            means.push_back(sums[d]);
            deviations.push_back(deviation);
        }
    }

    /// `count` rows from `first` on; 0 where a value is not finite.
    Block block(MatrixView rows, std::size_t first, std::size_t count) const
    {
        Block block(static_cast<Eigen::Index>(count), static_cast<Eigen::Index>(columns.size()));
        for (std::size_t i = 0; i < count; ++i) {
            const std::span<const float> row = rows.row(first + i);
            for (std::size_t k = 0; k < columns.size(); ++k) {
                const float value = row[columns[k]];
                block(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(k)) = std::isfinite(value)
                    ? static_cast<float>((static_cast<double>(value) - means[k]) / deviations[k])
                    : 0.0F;
            }
        }
        return block;
    }

private:
    template <typename Work>
    static void forFinite(MatrixView rows, Work work)
    {
        for (std::size_t i = 0; i < rows.rows; ++i) {
            const std::span<const float> row = rows.row(i);
            for (std::size_t d = 0; d < row.size(); ++d) {
                if (std::isfinite(row[d]))
                    work(d, static_cast<double>(row[d]));
            }
        }
    }
};

/// The sum of the blocks' products, lower half.
Eigen::MatrixXd covariance(MatrixView rows, const Standard& standard, const RunContext& run)
{
    const auto width = static_cast<Eigen::Index>(standard.columns.size());
    Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(width, width);
    Eigen::MatrixXf product(width, width);
    for (std::size_t first = 0; first < rows.rows; first += kBlock) {
        run.tick(first, rows.rows);
        const Block block = standard.block(rows, first, std::min(kBlock, rows.rows - first));
        product.setZero();
        product.selfadjointView<Eigen::Lower>().rankUpdate(block.transpose());
        sum += product.cast<double>();
    }
    return sum / static_cast<double>(rows.rows);
}

/// The first of the largest loadings; those that differ by rounding only are equally large.
Eigen::Index largestOf(const Eigen::VectorXd& direction)
{
    const double bound = direction.cwiseAbs().maxCoeff() - kConstant;
    return std::find_if(direction.begin(), direction.end(),
                        [&](double loading) { return std::abs(loading) >= bound; })
        - direction.begin();
}

bool hasFinite(std::span<const float> row)
{
    return std::any_of(row.begin(), row.end(), [](float value) { return std::isfinite(value); });
}

}

PrincipalComponents principalComponents(MatrixView rows, const RunContext& run, std::size_t scores)
{
    constexpr std::size_t count = PrincipalComponents::kCount;
    const Standard standard(rows);
    const std::size_t width = standard.columns.size();
    PrincipalComponents result;
    result.loadings = FeatureMatrix(count, rows.columns);
    result.constantColumns = rows.columns - width;
    result.points.assign(rows.rows, {});

    const std::size_t kept = std::max(count, std::min(scores, width)); // directions
    Eigen::MatrixXf directions
        = Eigen::MatrixXf::Zero(static_cast<Eigen::Index>(width), static_cast<Eigen::Index>(kept));
    if (width > 0) {
        const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(covariance(rows, standard, run));
        const Eigen::VectorXd& values = solver.eigenvalues(); // ascending
        const double total = std::max(values.sum(), std::numeric_limits<double>::min());
        for (std::size_t c = 0; c < std::min(kept, width); ++c) {
            const auto from = static_cast<Eigen::Index>(width - 1 - c);
            if (values[from] <= kConstant * total)
                break; // the points do not differ in any further direction
            Eigen::VectorXd direction = solver.eigenvectors().col(from);
            if (direction[largestOf(direction)] < 0)
                direction = -direction;
            directions.col(static_cast<Eigen::Index>(c)) = direction.cast<float>();
            if (c >= count)
                continue;
            result.explained[c] = values[from] / total;
            for (std::size_t k = 0; k < width; ++k)
                result.loadings.at(c, standard.columns[k])
                    = static_cast<float>(direction[static_cast<Eigen::Index>(k)]);
        }
    }

    if (scores > 0)
        result.scores = FeatureMatrix(rows.rows, kept);
    for (std::size_t first = 0; first < rows.rows; first += kBlock) {
        run.tick(first, rows.rows);
        const std::size_t size = std::min(kBlock, rows.rows - first);
        const Eigen::MatrixXf points = standard.block(rows, first, size) * directions;
        for (std::size_t i = 0; i < size; ++i) {
            const bool known = hasFinite(rows.row(first + i));
            for (std::size_t c = 0; c < (scores > 0 ? kept : count); ++c) {
                const float value = known ? points(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(c))
                                          : std::numeric_limits<float>::quiet_NaN();
                if (c < count)
                    result.points[first + i].at(c) = value;
                if (scores > 0)
                    result.scores.at(first + i, c) = value;
            }
        }
    }
    return result;
}

}
