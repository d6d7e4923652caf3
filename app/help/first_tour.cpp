#include "app/help/first_tour.h"

#include "app/help/tour.h"

namespace app {

Tour* firstTour(const TourPlaces& places, QWidget* window)
{
    std::vector<Tour::Stop> stops{
        {&places.library, Tour::tr("Your videos"),
         Tour::tr("All videos of the dataset, with their labels and how much of each the "
                  "sequences cover. Type a spoken "
                  "word to find where it is said.")},
        {&places.video, Tour::tr("The player"),
         Tour::tr("Space plays, Left and Right step by a frame. Below are the words that are "
                  "said; a click goes there.")},
        {&places.timeline, Tour::tr("One timeline"),
         Tour::tr("Video, sound, words, features, labels and predictions share one axis. Ctrl "
                  "and the wheel zoom at the "
                  "pointer. Drag the edge of a word: everything that depends on it follows.")},
        {&places.panels, Tour::tr("What is under the playhead"),
         Tour::tr("Inspector, alignment, prediction and the space of all segments. In “Align” a "
                  "recipe says how rows "
                  "become words; in “Predict” a model answers while you edit.")},
        {&places.status, Tour::tr("Nothing is lost"),
         Tour::tr("There is no Save button: every edit is on the disk before this line says "
                  "“saved”. Ctrl+K finds every "
                  "command, ? shows all keys.")}};
    std::erase_if(stops, [](const Tour::Stop& stop) { return !stop.place->isVisible(); });
    return new Tour(std::move(stops), window);
}

}
