#pragma once

namespace engine {

/// The regularised incomplete beta function I_x(a, b): the share of the beta distribution below x, to 14
/// digits or so (continued fraction by Lentz's method; Press et al., Numerical Recipes, 6.4).
/// @param a, b  above 0 @param x  0…1 @return NaN outside of these
double betaShare(double a, double b, double x);

/// The chance of an F statistic of at least this size (Fisher and Snedecor). @param f  at least 0 @param
/// first, second  degrees of freedom, above 0
double chanceOfF(double f, double first, double second);

}
