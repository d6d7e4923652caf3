#pragma once

#include "engine/media/video_frame.h"

namespace support {

/// A face of ellipses, 200 × 200 pixels, as the programs got it whose answers the tests of face_mesh have.
inline engine::VideoFrame drawnFace()
{
    constexpr int kSide = 200;
    engine::VideoFrame picture;
    picture.width = picture.height = kSide;
    std::vector<std::uint8_t> pixels(4 * kSide * kSide, 255);
    const auto ellipse
        = [&](int cx, int cy, int a, int b, std::uint8_t red, std::uint8_t green, std::uint8_t blue) {
              for (int y = 0; y < kSide; ++y) {
                  for (int x = 0; x < kSide; ++x) {
                      const int across = (x - cx) * b;
                      const int down = (y - cy) * a;
                      if (across * across + down * down >= a * b * a * b)
                          continue;
                      std::uint8_t* pixel = pixels.data() + 4 * (y * kSide + x);
                      pixel[0] = blue;
                      pixel[1] = green;
                      pixel[2] = red;
                  }
              }
          };
    ellipse(100, 100, 150, 150, 60, 90, 120); // all of it
    ellipse(100, 80, 58, 70, 60, 40, 30); // hair
    ellipse(100, 104, 48, 64, 224, 180, 150);
    for (const int side : {-1, 1}) {
        ellipse(100 + side * 20, 92, 9, 5, 250, 250, 250);
        ellipse(100 + side * 20, 92, 4, 4, 50, 30, 20);
        ellipse(100 + side * 20, 79, 11, 2, 70, 45, 30);
        ellipse(100 + side * 5, 120, 3, 2, 150, 100, 85);
    }
    ellipse(100, 110, 4, 12, 205, 160, 130);
    ellipse(100, 138, 18, 6, 170, 70, 70);
    ellipse(100, 137, 13, 2, 90, 30, 30);
    picture.bgra = std::move(pixels);
    return picture;
}

}
