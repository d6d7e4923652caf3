#include "app/dataset_view/room_points.h"

#include "app/dataset_view/known_answers.h"
#include "app/document/document.h"
#include "app/video/video_opener.h"

#include <utility>

namespace app {

namespace {

constexpr int kEditPause = 400; // ms
constexpr int kShowPause = 200; // ms between two pictures of a run
constexpr int kLongShowPause = 1500; // the same, of many segments
constexpr std::size_t kManyPoints = 5000;

struct MadePoints {
    widgets::DatasetContentPtr content;
    SegmentFactsPtr facts;
};

}

RoomPoints::RoomPoints(Document& document, const VideoOpener& videos, KnownAnswers& answers,
                       std::function<FurtherAnswers()> further, Tasks& tasks, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_videos(videos)
    , m_answers(answers)
    , m_further(std::move(further))
    , m_making(tasks)
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &RoomPoints::advance);
    connect(&answers, &KnownAnswers::forgotten, this,
            [this] { // points that are being made are of what was known
                m_making.abandon();
                m_output = 0;
            });
    connect(&answers, &KnownAnswers::arrived, this, &RoomPoints::makeAgain);
    connect(&answers, &KnownAnswers::coming, this, [this] {
        if (!m_later.isActive())
            m_later.start(m_answers.count() > kManyPoints ? kLongShowPause : kShowPause);
    });
}

void RoomPoints::setOutput(std::size_t output)
{
    m_output = output;
    makeAgain();
}

void RoomPoints::makeAgain()
{
    m_isStale = true;
    advance();
}

void RoomPoints::advanceSoon()
{
    m_later.start(kEditPause);
}

void RoomPoints::advance()
{
    if (m_making.isRunning() || (!m_answers.hasComing() && !m_isStale))
        return;
    m_answers.takeComing();
    make();
}

/// A task: it takes long for many segments.
void RoomPoints::make()
{
    const auto dataset = m_videos.dataset();
    m_isStale = false;
    if (!dataset)
        return;
    m_making.start(
        tr("Making the points of the dataset view"),
        [known = m_answers.known(), output = m_output,
         own = m_answers.isOfOwnTier() ? OwnLabels() : ownLabelsOf(m_document), dataset,
         further = m_further()](const engine::RunContext&) {
            return MadePoints{segmentPoints(*known, output, own, *dataset, further),
                              std::make_shared<const std::vector<SegmentFacts>>(segmentFacts(*known))};
        },
        [this](Outcome<MadePoints> end) {
            if (const auto* points = std::get_if<MadePoints>(&end)) {
                emit made(points->content, points->facts);
                advance();
                return;
            }
            m_isStale = true; // what there is can be had once more
            if (const QString failure = failureOf(end); !failure.isEmpty())
                m_document.notices().say(failure);
        });
}

}
