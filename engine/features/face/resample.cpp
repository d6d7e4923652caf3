#include "engine/features/face/resample.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

/// Which pixels make one, and how much of each.
struct Taps {
    int first = 0;
    std::vector<float> weights;
};

/// @param size  of the picture in this direction
std::vector<Taps> tapsOf(float from, float to, int count, int size)
{
    std::vector<Taps> all(static_cast<std::size_t>(count));
    const double scale = static_cast<double>(to - from) / count;
    const double reach = std::max(scale, 1.0);
    for (int i = 0; i < count; ++i) {
        const double centre = static_cast<double>(from) + (i + 0.5) * scale;
        Taps& taps = all[static_cast<std::size_t>(i)];
        taps.first = std::clamp(static_cast<int>(std::floor(centre - 0.5 - reach)), 0, size - 1);
        const int last = std::clamp(static_cast<int>(std::ceil(centre - 0.5 + reach)), taps.first, size - 1);
        double sum = 0.0;
        for (int j = taps.first; j <= last; ++j) {
            const double weight = std::max(0.0, 1.0 - std::abs(j + 0.5 - centre) / reach);
            taps.weights.push_back(static_cast<float>(weight));
            sum += weight;
        }
        if (sum <= 0.0) { // all of it lies outside: the nearest pixel
            taps.first = centre < 0.0 ? 0 : size - 1;
            taps.weights.assign(1, 1.0F);
            sum = 1.0;
        }
        for (float& weight : taps.weights)
            weight = static_cast<float>(static_cast<double>(weight) / sum);
    }
    return all;
}

}

std::vector<float> resample(const PictureBytes& picture, const FaceBox& part, int width, int height)
{
    const std::vector<Taps> columns = tapsOf(part.x0, part.x1, width, picture.width);
    const std::vector<Taps> rows = tapsOf(part.y0, part.y1, height, picture.height);
    const int firstRow = rows.front().first;
    const int lastRow = rows.back().first + static_cast<int>(rows.back().weights.size());
    const auto w = static_cast<std::size_t>(width);
    std::vector<float> narrow(w * static_cast<std::size_t>(std::max(0, lastRow - firstRow)));
    for (int y = firstRow; y < lastRow; ++y) {
        const std::uint8_t* line = picture.bytes.data()
            + static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width * picture.channels)
            + picture.channel;
        float* target = narrow.data() + static_cast<std::size_t>(y - firstRow) * w;
        for (const Taps& taps : columns) {
            float sum = 0.0F;
            const std::uint8_t* pixel = line + taps.first * picture.channels;
            for (const float weight : taps.weights) {
                sum += weight * static_cast<float>(*pixel);
                pixel += picture.channels;
            }
            *target++ = sum;
        }
    }
    std::vector<float> result(w * static_cast<std::size_t>(height));
    for (std::size_t y = 0; y < rows.size(); ++y) {
        const Taps& taps = rows[y];
        for (std::size_t k = 0; k < taps.weights.size(); ++k) {
            const float* from = narrow.data() + (static_cast<std::size_t>(taps.first - firstRow) + k) * w;
            for (std::size_t x = 0; x < w; ++x)
                result[y * w + x] += taps.weights[k] * from[x];
        }
    }
    return result;
}

}
