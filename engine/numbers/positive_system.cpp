#include "engine/numbers/positive_system.h"

#include <Eigen/Cholesky>
#include <Eigen/Dense>

namespace engine {

PositiveSolution solvePositive(std::span<const double> matrix, std::span<const double> right,
                               bool wantsInverse)
{
    const auto size = static_cast<Eigen::Index>(right.size());
    const Eigen::Map<const Eigen::MatrixXd> system(matrix.data(), size, size); // symmetric: no order to mind
    const Eigen::LLT<Eigen::MatrixXd> factors(system);
    PositiveSolution solution;
    if (factors.info() != Eigen::Success)
        return solution;
    solution.x.resize(right.size());
    Eigen::Map<Eigen::VectorXd>(solution.x.data(), size)
        = factors.solve(Eigen::Map<const Eigen::VectorXd>(right.data(), size));
    if (wantsInverse) {
        solution.inverse.resize(matrix.size());
        Eigen::Map<Eigen::MatrixXd>(solution.inverse.data(), size, size)
            = factors.solve(Eigen::MatrixXd::Identity(size, size));
    }
    return solution;
}

}
