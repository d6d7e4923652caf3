#pragma once

class QWidget;

namespace app {

class Tour;

/// The parts of the window that the first look around shows.
struct TourPlaces {
    QWidget& library;
    QWidget& video;
    QWidget& timeline;
    QWidget& panels;
    QWidget& status;
};

/// A first look around the window, on its way.
Tour* firstTour(const TourPlaces& places, QWidget* window);

}
