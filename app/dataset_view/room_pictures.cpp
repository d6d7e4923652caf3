#include "app/dataset_view/room_pictures.h"

#include "app/document/document.h"
#include "widgets/dataset/concept_card.h"
#include "widgets/dataset/concept_table.h"
#include "widgets/dataset/segment_strip.h"

namespace app {

RoomPictures::RoomPictures(const Document& document, widgets::DatasetView& view, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_view(view)
    , m_content(std::make_shared<widgets::DatasetContent>())
    , m_ofStrip(new StripPictures(this))
    , m_ofConcepts(new StripPictures(this))
{
    widgets::SegmentStrip& strip = view.strip();
    connect(&strip, &widgets::SegmentStrip::picturesWished, this,
            [this](const widgets::DatasetPlaces& points) { m_ofStrip->want(wishes(points)); });
    connect(m_ofStrip, &StripPictures::ready, &strip, &widgets::SegmentStrip::setPicture);
    widgets::ConceptTable& concepts = view.concepts().table();
    connect(&concepts, &widgets::ConceptTable::picturesWished, this,
            [this](const widgets::DatasetPlaces& points) { m_ofConcepts->want(wishes(points)); });
    connect(m_ofConcepts, &StripPictures::ready, &concepts, &widgets::ConceptTable::setPicture);
}

void RoomPictures::setContent(const widgets::DatasetContentPtr& content)
{
    if (m_content->points.empty() || content->points.empty()
        || m_content->points.front().video != content->points.front().video) {
        m_view.strip().forgetPictures();
        m_view.concepts().table().units().forgetPictures();
    }
    m_content = content;
}

QList<StripPictures::Wish> RoomPictures::wishes(const widgets::DatasetPlaces& points) const
{
    QList<StripPictures::Wish> wishes;
    for (const std::size_t place : points) {
        const widgets::DatasetPoint& point = m_content->points[place];
        if (const auto* media = m_document.dataset().mediaOf(point.video.toStdString()))
            wishes.append(
                {place, QString::fromStdString(media->file.string()), (point.start + point.end) / 2.0});
    }
    return wishes;
}

}
