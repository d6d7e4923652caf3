#pragma once

#include "engine/publishing/publication.h"
#include "engine/publishing/published_facts.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace app {

/// What can be published of the open project, worked out before the dialog opens.
struct PublishOffer {
    std::shared_ptr<const engine::PublishedStudy> study;
    engine::PublishedFacts facts; ///< by the usual rule
    std::vector<engine::PublishedLabel> labels; ///< by the usual rule
    engine::PublicationCard card; ///< what the project keeps
    QString project; ///< the name of the dataset
    QStringList sequences; ///< keys of the dataset's that may go along
    int recordings = 0;
    int videos = 0; ///< of the dataset, also those without a segment; 0: not known
};

/// What a person wishes of it.
struct PublishWish {
    engine::PublicationCard card;
    engine::PublishedRule rule = engine::PublishedRule::Crowd;
    QStringList sequences;
    bool comments = false;
    bool recordings = false;
    bool clips = false;
    std::vector<engine::SplitShare> shares; ///< empty: as the project has them
};

}
