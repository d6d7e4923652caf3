#include "app/dataset_view/review_pass_of_points.h"

#include "app/document/document.h"

#include <cmath>

namespace app {

ReviewPass reviewPassOf(const widgets::DatasetContent& content, const widgets::DatasetPlaces& points,
                        const Document& document, const std::string& annotator)
{
    ReviewPass pass;
    int number = 1;
    do
        pass.layer = engine::annotatorLayer(kLabelsTier, annotator, number++);
    while (reviewPass(document.annotation(), pass.layer.name));
    pass.isBlind = false;
    pass.settings.reasons = {engine::ReviewReason::Model};
    for (const std::size_t place : points) {
        const widgets::DatasetPoint& of = content.points[place];
        pass.places.push_back(
            {of.video.toStdString(),
             {of.start, of.end},
             of.isLabelled() ? engine::ReviewReason::Model : engine::ReviewReason::NotLabelled,
             of.isLabelled() ? std::abs(of.error()) : 0.0,
             of.number});
    }
    return pass;
}

}
