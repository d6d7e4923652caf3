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
    /// A way to split the videos, and what follows of it.
    struct Splits {
        std::vector<engine::SplitShare> shares; ///< empty: as the project has them
        engine::PublishedSplits splits;
        std::string section; ///< of the card
        std::vector<engine::Finding> findings; ///< of the study
    };
    std::vector<Splits> splits; ///< one at least; as the project has them first
    struct Sequence {
        QString key;
        qint64 bytes = 0;
    };
    std::vector<Sequence> sequences; ///< of the dataset that may go along
    int recordings = 0;
    qint64 recordingBytes = 0;
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
