#include "engine/faces/face_pose.h"

#include "engine/faces/average_face.h"

#include <numbers>

namespace engine {

namespace {

/// The landmarks that hardly move when a face does.
constexpr std::array<std::size_t, 18> kFirm{36, 39, 42, 45, 30, 33, 31, 35, 48,
                                            54, 8,  27, 21, 22, 17, 26, 0,  16};

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
    std::array<Vector3, kFirm.size()> points{};
    Matrix3 inverse{};

    CentredModel()
    {
        Vector3 mean{};
        for (const std::size_t landmark : kFirm) {
            for (std::size_t k = 0; k < 3; ++k)
                mean[k] += kAverageFace[landmark][k] / kFirm.size();
        }
        Matrix3 squares{};
        for (std::size_t i = 0; i < kFirm.size(); ++i) {
            const FacePoint3& point = kAverageFace[kFirm[i]];
            points[i] = {point[0] - mean[0], point[1] - mean[1], point[2] - mean[2]};
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
    for (const std::size_t landmark : kFirm) {
        meanX += static_cast<double>(landmarks[landmark].x) / kFirm.size();
        meanY += static_cast<double>(landmarks[landmark].y) / kFirm.size();
    }
    Vector3 sumX{};
    Vector3 sumY{};
    for (std::size_t i = 0; i < kFirm.size(); ++i) {
        for (std::size_t k = 0; k < 3; ++k) {
            sumX[k] += model.points[i][k] * (static_cast<double>(landmarks[kFirm[i]].x) - meanX);
            sumY[k] += model.points[i][k] * (static_cast<double>(landmarks[kFirm[i]].y) - meanY);
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
    for (std::size_t i = 0; i < kFirm.size(); ++i) {
        const double offX
            = static_cast<double>(landmarks[kFirm[i]].x) - meanX - scale * dotOf(x, model.points[i]);
        const double offY
            = static_cast<double>(landmarks[kFirm[i]].y) - meanY - scale * dotOf(y, model.points[i]);
        square += offX * offX + offY * offY;
    }
    pose.residual = static_cast<float>(std::sqrt(square / kFirm.size()) / scale);
    return pose;
}

}
