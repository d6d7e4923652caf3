#include "app/routing/routing.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/review/review.h"
#include "app/routing/open_texts.h"
#include "app/tasks/tasks.h"
#include "app/video/video_opener.h"

namespace app {

namespace {

constexpr int kRatingsFollowMs = 500;

}

Routing::Routing(Document& document, VideoOpener& videos, Review& review, Tasks& tasks,
                 const Actions& actions, QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_videos(videos)
    , m_review(review)
    , m_fitting(tasks)
    , m_window(window)
{
    connect(actions.at("open-ratings"), &QAction::triggered, this, &Routing::show);
    m_later.setSingleShot(true);
    m_later.setInterval(kRatingsFollowMs);
    connect(&m_later, &QTimer::timeout, this, &Routing::work);
    const auto follow = [this] {
        if (m_dialog)
            m_later.start();
    };
    connect(&document, &Document::projectChanged, this, follow);
    connect(&document, &Document::tierChanged, this, follow);
    connect(&document.sight(), &DocumentSight::changed, this, &Routing::showState);
    connect(&m_fitting, &Task::changed, this, [this] {
        if (m_dialog && m_fitting.isRunning())
            m_dialog->setProgress(m_fitting.progress());
    });
    connect(&review, &Review::passChanged, this, &Routing::orderPass);
    connect(&review, &Review::judged, this, &Routing::sayWhy);
}

void Routing::show()
{
    if (!m_dialog) {
        m_dialog = new OpenDialog(m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &OpenDialog::segmentWished, this,
                [this](const QString& video, const engine::Interval& span) { m_videos.playAt(video, span); });
        connect(m_dialog, &OpenDialog::askWished, this, &Routing::ask);
        connect(m_dialog, &OpenDialog::verdictGiven, this, &Routing::keepVerdict);
        connect(m_dialog, &OpenDialog::stopWished, &m_fitting, &Task::stop);
        connect(m_dialog, &QDialog::finished, this, [this] {
            m_later.stop();
            m_fitting.abandon();
        });
        showState();
        work();
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void Routing::showState()
{
    if (m_dialog)
        m_dialog->setWhyNot(!m_document.sight().now().dataset
                                ? tr("A blind review goes on: nothing is said of others until it is left.")
                                : QString());
}

void Routing::work()
{
    if (!m_dialog)
        return;
    m_dialog->setComputing();
    m_fitting.start(
        tr("Fitting the model of annotators"),
        [annotation = m_document.storedAnnotation()](const engine::RunContext& run) {
            return openRatings(annotation, run);
        },
        [this](Outcome<std::vector<OpenRatings>> outcome) {
            if (!m_dialog)
                return;
            if (auto* ratings = std::get_if<std::vector<OpenRatings>>(&outcome))
                m_dialog->setRatings(std::move(*ratings));
            else if (const auto* failure = std::get_if<Failed>(&outcome))
                m_dialog->setFailed(failure->sentence);
            else
                m_dialog->setFailed(tr("The fit was stopped. Any further answer begins it again."));
        });
}

void Routing::ask(const OpenRatings& open, bool isOn)
{
    const QString why = m_document.whyReadOnly();
    if (!why.isEmpty())
        m_document.notices().say(why);
    else
        m_document.note(
            engine::askedItem({open.tier, open.label, isOn ? open.next : std::vector<engine::AskedTask>()}));
    m_later.start();
}

void Routing::keepVerdict(const OpenRatings& open, std::size_t unit, engine::GuidelineVerdict verdict)
{
    if (m_document.whyReadOnly().isEmpty())
        m_document.note(
            engine::verdictItem(open.label, open.units[unit].video, open.units[unit].span.start, verdict));
}

/// Once a pass has begun: its places that are tasks come first.
void Routing::orderPass()
{
    if (!m_review.pass() || !m_document.whyReadOnly().isEmpty())
        return;
    const auto asked = askedNext(m_document.annotation(), m_review.pass()->layer.of);
    if (!asked)
        return;
    if (const std::vector<std::size_t> order = askedOrder(*asked, *m_review.pass()); !order.empty())
        m_review.orderRest(order);
}

/// After the answer, so that nobody answers otherwise because of what is said.
void Routing::sayWhy(const engine::ReviewPass::Place& place)
{
    const auto asked
        = m_review.pass() ? askedNext(m_document.annotation(), m_review.pass()->layer.of) : std::nullopt;
    if (const engine::AskedTask* task = asked ? askedTask(*asked, *m_review.pass(), place) : nullptr)
        m_document.notices().say(OpenTexts::asked(*task));
}

}
