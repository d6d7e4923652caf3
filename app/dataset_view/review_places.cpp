#include "app/dataset_view/review_places.h"

#include <cmath>

namespace app {

std::vector<engine::ReviewPass::Place> reviewPlacesOf(const widgets::DatasetContent& content,
                                                      const widgets::DatasetPlaces& points)
{
    std::vector<engine::ReviewPass::Place> places;
    for (const std::size_t place : points) {
        const widgets::DatasetPoint& of = content.points[place];
        places.push_back({of.video.toStdString(),
                          {of.start, of.end},
                          of.isLabelled() ? engine::ReviewReason::Model : engine::ReviewReason::NotLabelled,
                          of.isLabelled() ? std::abs(of.error()) : 0.0,
                          of.number});
    }
    return places;
}

}
