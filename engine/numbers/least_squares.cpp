#include "engine/numbers/least_squares.h"

#include "engine/core/same_length.h"

#include <Eigen/QR>

namespace engine {

double leastSquaresRest(const std::vector<std::vector<double>>& columns, std::span<const double> targets)
{
    const auto rows = static_cast<Eigen::Index>(targets.size());
    Eigen::MatrixXd matrix(rows, static_cast<Eigen::Index>(columns.size()));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        requireSameLength("rows of a column", columns[i].size(), targets.size());
        matrix.col(static_cast<Eigen::Index>(i)) = Eigen::Map<const Eigen::VectorXd>(columns[i].data(), rows);
    }
    const Eigen::Map<const Eigen::VectorXd> y(targets.data(), rows);
    const Eigen::VectorXd weights = matrix.colPivHouseholderQr().solve(y);
    return (y - matrix * weights).squaredNorm();
}

}
