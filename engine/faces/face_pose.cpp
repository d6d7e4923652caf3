#include "engine/faces/face_pose.h"

#include <numbers>

namespace engine {

namespace {

/// Millimetres: x to the picture's right, y down, z towards the camera.
struct ModelPoint {
    std::size_t landmark;
    double x;
    double y;
    double z;
};
constexpr std::array<ModelPoint, 18> kModel{{{36, -45, 0, 0},
                                             {39, -17, 0, 4},
                                             {42, 17, 0, 4},
                                             {45, 45, 0, 0},
                                             {30, 0, 38, 32},
                                             {33, 0, 48, 20},
                                             {31, -16, 46, 12},
                                             {35, 16, 46, 12},
                                             {48, -26, 74, 8},
                                             {54, 26, 74, 8},
                                             {8, 0, 118, 2},
                                             {27, 0, -2, 14},
                                             {21, -12, -18, 14},
                                             {22, 12, -18, 14},
                                             {17, -56, -12, -8},
                                             {26, 56, -12, -8},
                                             {0, -70, 10, -75},
                                             {16, 70, 10, -75}}};

using Vector3 = std::array<double, 3>;
using Matrix3 = std::array<Vector3, 3>;

double dotOf(const Vector3& a, const Vector3& b)
{
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
Vector3 crossOf(const Vector3& a, const Vector3& b)
{
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

/// The model about its middle, and the inverse of Σ p pᵀ.
struct CentredModel {
    std::array<Vector3, kModel.size()> points{};
    Matrix3 inverse{};

    CentredModel()
    {
        Vector3 mean{};
        for (const ModelPoint& p : kModel) {
            mean[0] += p.x / kModel.size();
            mean[1] += p.y / kModel.size();
            mean[2] += p.z / kModel.size();
        }
        Matrix3 squares{};
        for (std::size_t i = 0; i < kModel.size(); ++i) {
            points[i] = {kModel[i].x - mean[0], kModel[i].y - mean[1], kModel[i].z - mean[2]};
            for (std::size_t r = 0; r < 3; ++r) {
                for (std::size_t c = 0; c < 3; ++c)
                    squares[r][c] += points[i][r] * points[i][c];
            }
        }
        const double determinant = dotOf(squares[0], crossOf(squares[1], squares[2]));
        const Matrix3 adjoint{crossOf(squares[1], squares[2]), crossOf(squares[2], squares[0]),
                              crossOf(squares[0], squares[1])};
        for (std::size_t r = 0; r < 3; ++r) {
            for (std::size_t c = 0; c < 3; ++c)
                inverse[r][c] = adjoint[c][r] / determinant;
        }
    }
};

}

FacePose poseOf(const FaceLandmarks& landmarks)
{
    static const CentredModel model;
    FacePose pose;
    double meanX = 0.0;
    double meanY = 0.0;
    for (const ModelPoint& p : kModel) {
        meanX += static_cast<double>(landmarks[p.landmark].x) / kModel.size();
        meanY += static_cast<double>(landmarks[p.landmark].y) / kModel.size();
    }
    Vector3 sumX{};
    Vector3 sumY{};
    for (std::size_t i = 0; i < kModel.size(); ++i) {
        for (std::size_t k = 0; k < 3; ++k) {
            sumX[k] += model.points[i][k] * (static_cast<double>(landmarks[kModel[i].landmark].x) - meanX);
            sumY[k] += model.points[i][k] * (static_cast<double>(landmarks[kModel[i].landmark].y) - meanY);
        }
    }
    Vector3 a{}; // least squares: picture = (a, b) · model
    Vector3 b{};
    for (std::size_t k = 0; k < 3; ++k) {
        a[k] = dotOf(model.inverse[k], sumX);
        b[k] = dotOf(model.inverse[k], sumY);
    }
    const double scale = (std::sqrt(dotOf(a, a)) + std::sqrt(dotOf(b, b))) / 2.0;
    pose.centre = {static_cast<float>(meanX), static_cast<float>(meanY)};
    if (!(scale > 1e-6))
        return pose;
    // The nearest two vectors of length 1 at a right angle: (A Aᵀ)^(−1/2) A, A having the rows a and b.
    const double aa = dotOf(a, a);
    const double bb = dotOf(b, b);
    const double ab = dotOf(a, b);
    const double root = std::sqrt(std::max(1e-12, aa * bb - ab * ab)); // of the determinant of A Aᵀ
    const double trace = std::sqrt(aa + bb + 2.0 * root); // the square root is (A Aᵀ + root) / trace
    Vector3 x{};
    Vector3 y{};
    for (std::size_t k = 0; k < 3; ++k) {
        x[k] = ((bb + root) * a[k] - ab * b[k]) / (root * trace);
        y[k] = ((aa + root) * b[k] - ab * a[k]) / (root * trace);
    }
    const Vector3 z = crossOf(x, y);
    constexpr double degrees = 180.0 / std::numbers::pi;
    pose.yaw = static_cast<float>(degrees * std::atan2(-z[0], z[2]));
    pose.pitch = static_cast<float>(degrees * std::asin(std::clamp(z[1], -1.0, 1.0)));
    pose.roll = static_cast<float>(degrees * std::atan2(-x[1], y[1]));
    pose.pixelsPerMm = static_cast<float>(scale);
    double square = 0.0;
    for (std::size_t i = 0; i < kModel.size(); ++i) {
        const double offX = static_cast<double>(landmarks[kModel[i].landmark].x) - meanX
            - scale * dotOf(x, model.points[i]);
        const double offY = static_cast<double>(landmarks[kModel[i].landmark].y) - meanY
            - scale * dotOf(y, model.points[i]);
        square += offX * offX + offY * offY;
    }
    pose.residual = static_cast<float>(std::sqrt(square / kModel.size()) / scale);
    return pose;
}

}
