#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace engine {

/// A segment of a rater, both by number.
struct PlacedUnit {
    double start = 0.0;
    double end = 0.0;
    std::uint32_t rater = 0;
    std::uint32_t name = 0;

    double length() const { return end - start; }
    friend auto operator<=>(const PlacedUnit&, const PlacedUnit&) = default;
};

/// How unlike two units are, where two unlike ones cost as much as a unit without partner at 1: α · place² +
/// β · names (Mathet, Widlöcher, Métivier 2015, doi 10.1162/COLI_a_00227).
struct UnitDistance {
    double positionWeight = 1.0; ///< α
    double nameWeight = 1.0; ///< β
    std::size_t names = 0; ///< K
    std::vector<double> between = {}; ///< K × K distances of names; empty: 1 for names that differ

    /// Of starts and ends, as a part of both lengths. @param u, v  of positive length
    static double place(const PlacedUnit& u, const PlacedUnit& v)
    {
        return (std::abs(u.start - v.start) + std::abs(u.end - v.end)) / (u.length() + v.length());
    }
    double operator()(const PlacedUnit& u, const PlacedUnit& v) const
    {
        const double apart = place(u, v);
        double differ = 0.0;
        if (u.name != v.name)
            differ = between.empty() ? 1.0 : between[u.name * names + v.name];
        return positionWeight * apart * apart + nameWeight * differ;
    }
};

}
