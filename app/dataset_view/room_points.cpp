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
    std::shared_ptr<const engine::LabelToLearn> learnt;
};

}

RoomPoints::RoomPoints(Document& document, const VideoOpener& videos, const ProjectMoments& moments,
                       KnownAnswers& answers, std::function<FurtherAnswers()> further, Tasks& tasks,
                       QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_videos(videos)
    , m_moments(moments)
    , m_answers(answers)
    , m_further(std::move(further))
    , m_making(tasks)
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &RoomPoints::advance);
    connect(&answers, &KnownAnswers::forgotten, this,
            [this] { // points that are being made are of what was known
                m_making.abandon();
                m_choice = 0;
                m_learnt.reset();
            });
    connect(&answers, &KnownAnswers::arrived, this, &RoomPoints::makeAgain);
    connect(&answers, &KnownAnswers::coming, this, [this] {
        if (!m_later.isActive())
            m_later.start(m_answers.count() > kManyPoints ? kLongShowPause : kShowPause);
    });
}

QStringList RoomPoints::choices() const
{
    QStringList choices;
    if (m_answers.model().classes > 0 && !m_answers.known()->outputs.empty())
        choices << tr("class: %1").arg(nameOfClasses());
    for (const engine::ExplainedOutput& output : m_answers.known()->outputs)
        choices << QString::fromStdString(output.name);
    return choices;
}

/// What the classes are of; nobody named what they are of in a file.
QString RoomPoints::nameOfClasses() const
{
    const auto& learnt = m_answers.model().learnt;
    return learnt ? QString::fromStdString(learnt->name) : tr("all");
}

ShownOutput RoomPoints::shown() const
{
    const std::size_t classes = m_answers.model().classes;
    const bool isChoice = classes > 0 && m_choice == 0;
    return {isChoice || classes == 0 ? m_choice : m_choice - 1, classes, isChoice, nameOfClasses()};
}

void RoomPoints::setStale()
{
    m_isStale = true;
    m_learnt.reset();
}

void RoomPoints::setChoice(std::size_t choice)
{
    m_choice = choice;
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
        [known = m_answers.known(), shown = shown(), own = ownLabelsOf(m_document), dataset,
         further = m_further(), learnt = m_learnt, model = m_answers.model(),
         moment = m_moments.now()](const engine::RunContext& run) {
            const auto label = learnt ? learnt : learntLabel(model, moment, run);
            return MadePoints{segmentPoints(*known, shown, own, label.get(), *dataset, further),
                              std::make_shared<const std::vector<SegmentFacts>>(segmentFacts(*known)), label};
        },
        [this](Outcome<MadePoints> end) {
            if (const auto* points = std::get_if<MadePoints>(&end)) {
                if (!m_isStale)
                    m_learnt = points->learnt; // what came meanwhile may be labels
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
