#pragma once

#include <QObject>

#include <vector>

namespace engine {
struct Suspect;

}

namespace widgets {
class SuspectCard;
class SuspectQueue;

}

namespace app {

class Document;
class FoundSuspects;
class StripPictures;

/// The pictures of suspicious segments: those of the rows in sight, and those of the neighbours on the card.
class SuspectPictures : public QObject {
    Q_OBJECT
public:
    SuspectPictures(const Document& document, const FoundSuspects& found, widgets::SuspectQueue& queue,
                    widgets::SuspectCard& card, QObject* parent);

    /// Those of the rows in sight come first. @param shown  places of the rows among what was found
    /// @param current  whose neighbours are on the card; null: none
    void show(const std::vector<std::size_t>& shown, const engine::Suspect* current);

private:
    const Document& m_document;
    const FoundSuspects& m_found;
    widgets::SuspectQueue& m_queue;
    StripPictures* m_pictures;
};

}
