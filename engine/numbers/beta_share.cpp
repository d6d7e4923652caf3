#include "engine/numbers/beta_share.h"

#include <cmath>
#include <limits>

namespace engine {

namespace {

/// Away from zero, so that Lentz's method can divide.
double divisor(double value)
{
    constexpr double kTiny = 1e-300;
    return std::abs(value) < kTiny ? kTiny : value;
}

/// The continued fraction of I_x(a, b), which converges fast for x < (a + 1) / (a + b + 2).
double betaFraction(double a, double b, double x)
{
    double c = 1.0;
    double d = 1.0 / divisor(1.0 - (a + b) * x / (a + 1.0));
    double fraction = d;
    for (int step = 1; step <= 10'000; ++step) {
        const double m = step;
        const double even = m * (b - m) * x / ((a + 2 * m - 1.0) * (a + 2 * m));
        d = 1.0 / divisor(1.0 + even * d);
        c = divisor(1.0 + even / c);
        fraction *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1.0));
        d = 1.0 / divisor(1.0 + odd * d);
        c = divisor(1.0 + odd / c);
        fraction *= d * c;
        if (std::abs(d * c - 1.0) < 1e-16)
            break;
    }
    return fraction;
}

}

double betaShare(double a, double b, double x)
{
    if (!(a > 0.0) || !(b > 0.0) || !(x >= 0.0) || !(x <= 1.0))
        return std::numeric_limits<double>::quiet_NaN();
    if (x == 0.0 || x == 1.0)
        return x;
    const double factor = std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x)
                                   + b * std::log1p(-x));
    if (x < (a + 1.0) / (a + b + 2.0))
        return factor * betaFraction(a, b, x) / a;
    return 1.0 - factor * betaFraction(b, a, 1.0 - x) / b;
}

double chanceOfF(double f, double first, double second)
{
    return betaShare(second / 2.0, first / 2.0, second / (second + first * f));
}

}
