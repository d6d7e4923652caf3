#pragma once

#include "app/playback/strip_pictures.h"
#include "widgets/dataset/dataset_view.h"

namespace app {

class Document;

/// The pictures of segments in the dataset view: those of its strip, and those of its concepts.
class RoomPictures : public QObject {
    Q_OBJECT
public:
    RoomPictures(const Document& document, widgets::DatasetView& view, QObject* parent);

    /// Forgets the pictures where the segments are others; to be called before the view shows them.
    void setContent(const widgets::DatasetContentPtr& content);

private:
    QList<StripPictures::Wish> wishes(const widgets::DatasetPlaces& points) const;

    const Document& m_document;
    widgets::DatasetView& m_view;
    widgets::DatasetContentPtr m_content;
    StripPictures* m_ofStrip;
    StripPictures* m_ofConcepts;
};

}
