#include "app/suspects/suspect_pictures.h"

#include "app/document/document.h"
#include "app/playback/strip_pictures.h"
#include "app/suspects/found_suspects.h"
#include "app/suspects/suspect_content.h"
#include "widgets/suspects/suspect_card.h"
#include "widgets/suspects/suspect_queue.h"

#include <algorithm>
#include <utility>

namespace app {

namespace {

constexpr std::size_t kNeighbourPictures = 1000000; // numbers of pictures of neighbours begin here

}

SuspectPictures::SuspectPictures(const Document& document, const FoundSuspects& found,
                                 widgets::SuspectQueue& queue, widgets::SuspectCard& card, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_found(found)
    , m_queue(queue)
    , m_pictures(new StripPictures(this))
{
    connect(m_pictures, &StripPictures::ready, this,
            [&queue, &card](std::size_t point, const QImage& picture) {
                if (point >= kNeighbourPictures)
                    card.setNeighbour(point - kNeighbourPictures, picture);
                else
                    queue.setPicture(point, picture);
            });
}

void SuspectPictures::show(const std::vector<std::size_t>& shown, const engine::Suspect* current)
{
    QList<StripPictures::Wish> wishes;
    const auto wish = [&](std::size_t point, const engine::Suspect& suspect) {
        const auto* media = m_document.dataset().mediaOf(videoOf(suspect).toStdString());
        if (media)
            wishes.append({point, QString::fromStdString(media->file.string()),
                           (suspect.span.start + suspect.span.end) / 2});
    };
    const auto [first, last] = m_queue.rowsInSight();
    for (std::size_t row = first; row < std::min(last, shown.size()); ++row)
        wish(row, m_found.now().segments[shown[row]]);
    if (current) {
        for (std::size_t i = 0; i < current->grounds.neighbours.size(); ++i) {
            if (const engine::Suspect* neighbour = m_found.called(current->grounds.neighbours[i].id))
                wish(kNeighbourPictures + i, *neighbour);
        }
    }
    m_pictures->want(std::move(wishes));
}

}
