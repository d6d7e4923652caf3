#pragma once

#include <array>

namespace engine {

/// A point of a face in millimetres: x to the picture's right, y down, z towards the camera.
using FacePoint3 = std::array<double, 3>;

/// The 68 landmarks (FaceLandmarks) of an average adult face that looks into the camera, from between the
/// outer corners of its eyes; laid out by hand after usual measures of heads, even on both sides.
inline constexpr std::array<FacePoint3, 68> kAverageFace{
    {{-70, 10, -75},  {-69, 30, -70}, {-66, 50, -63}, {-62, 69, -53}, {-54, 86, -40}, {-43, 99, -26}, // jaw
     {-30, 109, -13}, {-16, 116, -3}, {0, 118, 2},    {16, 116, -3},  {30, 109, -13}, {43, 99, -26},
     {54, 86, -40},   {62, 69, -53},  {66, 50, -63},  {69, 30, -70},  {70, 10, -75},  {-56, -12, -8},
     {-47, -20, 2},   {-36, -23, 8},  {-24, -22, 12}, {-12, -18, 14}, // brows
     {12, -18, 14},   {24, -22, 12},  {36, -23, 8},   {47, -20, 2},   {56, -12, -8},  {0, -2, 14},
     {0, 12, 20},     {0, 25, 27},    {0, 38, 32}, // nose
     {-16, 46, 12},   {-8, 48, 17},   {0, 48, 20},    {8, 48, 17},    {16, 46, 12},   {-45, 0, 0},
     {-36, -5, 4},    {-26, -5, 5},   {-17, 0, 4},    {-26, 4, 5},    {-36, 4, 4}, // eyes
     {17, 0, 4},      {26, -5, 5},    {36, -5, 4},    {45, 0, 0},     {36, 4, 4},     {26, 4, 5},
     {-26, 74, 8},    {-17, 68, 15},  {-7, 65, 19},   {0, 66, 20},    {7, 65, 19},    {17, 68, 15}, // lips
     {26, 74, 8},     {17, 81, 14},   {8, 85, 17},    {0, 86, 18},    {-8, 85, 17},   {-17, 81, 14},
     {-22, 74, 9},    {-8, 72, 16},   {0, 72, 17},    {8, 72, 16},    {22, 74, 9},    {8, 76, 15},
     {0, 77, 16},     {-8, 76, 15}}};

}
