#include "app/rendering/video_render.h"

#include "app/document/document.h"
#include "app/playback/player.h"
#include "app/prediction/live_prediction.h"
#include "app/rendering/render_painter.h"
#include "app/timeline/timeline_panel.h"
#include "widgets/timeline/timeline_page.h"

#include <QFileInfo>
#include <QPointer>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace app {

namespace {

constexpr double kPagesPart = 0.15; // of the progress
constexpr std::chrono::milliseconds kAnswersLook{100};
constexpr int kMostAnswerLooks = 300; // half a minute: then what has no answer yet has none in the video
constexpr double kHighestRate = 120.0; // frames a second

/// Lets the GUI thread answer, and waits. @param ask  `void ask(std::function<void(Result)> answer)`, on the
/// GUI thread, which may throw. @throws Cancelled, and what `ask` throws
template <typename Result, typename Ask>
Result answerOfWindow(const TaskRun& run, Ask ask)
{
    struct Reply {
        std::mutex mutex;
        std::condition_variable came;
        std::optional<Result> result;
        std::exception_ptr failure;
    };
    const auto reply = std::make_shared<Reply>();
    run.post([reply, ask = std::move(ask)] {
        try {
            ask([reply](Result result) {
                const std::scoped_lock lock(reply->mutex);
                reply->result = std::move(result);
                reply->came.notify_one();
            });
        } catch (const std::exception&) {
            const std::scoped_lock lock(reply->mutex);
            reply->failure = std::current_exception();
            reply->came.notify_one();
        }
    });
    std::unique_lock lock(reply->mutex);
    while (!reply->came.wait_for(lock, kAnswersLook,
                                 [&] { return reply->result.has_value() || reply->failure; })) {
        if (run.stop.stop_requested())
            throw engine::Cancelled();
    }
    if (reply->failure)
        std::rethrow_exception(reply->failure);
    return std::move(*reply->result);
}

struct PaintedPage {
    QImage image;
    QString failure;
};

}

struct VideoRender::Plan {
    RenderLayout layout;
    RenderContent content;
    engine::RenderedClip clip;
    QString video;
    QFont font;
};

VideoRender::VideoRender(const RenderSources& sources, QObject* parent)
    : QObject(parent)
    , m_sources(sources)
    , m_pages(new PagePainter(sources.document, sources.timeline, this))
{
}

double VideoRender::rateOf(const RenderWish& wish) const
{
    if (wish.framesPerSecond > 0)
        return wish.framesPerSecond;
    const auto& info = m_sources.player.info();
    return info && info->hasVideo && info->frameRate > 0 ? std::min(info->frameRate, kHighestRate)
                                                         : RenderWish::kUsualRate;
}

/// Absent: the model is still answering. @param isLastCall  then what there is is enough
std::optional<VideoRender::Plan> VideoRender::planOf(const RenderWish& wish, bool isLastCall) const
{
    if (wish.hasAnswers && !isLastCall && !m_sources.prediction.isComplete())
        return std::nullopt;
    const Document& document = m_sources.document;
    Plan plan;
    plan.video = document.video().id;
    plan.font = m_sources.timeline.view().font();
    plan.content
        = renderContent(document, m_sources.prediction, m_sources.client, wish.hasAnswers, wish.hasSubtitles);
    RenderWish possible = wish;
    possible.hasAnswers = !plan.content.answers.empty();
    possible.hasSubtitles = wish.hasSubtitles && !document.words().texts.empty();
    const auto& info = m_sources.player.info();
    const Sight sight = document.sight().now();
    const double aspect = info && info->hasVideo && info->height > 0 && sight.picture
        ? static_cast<double>(info->width) / info->height
        : 0.0;
    const auto needed
        = wish.tracks.isEmpty() ? 0 : widgets::pageHeight(m_sources.timeline.view().state(), wish.tracks);
    plan.layout = renderLayout(possible, aspect, needed);
    if (info)
        plan.clip.media = info->file();
    plan.clip.span = wish.span;
    plan.clip.width = wish.size.width();
    plan.clip.height = wish.size.height();
    plan.clip.framesPerSecond = rateOf(wish);
    plan.clip.hasPicture = !plan.layout.picture.isEmpty();
    const QSize shown = (plan.layout.picture.size() * plan.layout.scale).toSize();
    plan.clip.pictureWidth = shown.width();
    plan.clip.pictureHeight = shown.height();
    plan.clip.hasSound = wish.hasSound && sight.sound;
    return plan;
}

void VideoRender::start(const RenderWish& wish, const QString& target, Ended ended)
{
    const QPointer<VideoRender> self(this);
    const QString asked = m_sources.document.video().id;
    const auto requireSelf = [self, target] {
        if (!self)
            throw engine::IoError("io", target.toStdString(), "was not written: the window is gone");
    };
    const auto work = [self, wish, target, asked, requireSelf](const TaskRun& run) {
        std::optional<Plan> plan;
        for (int look = 0; !plan; ++look) {
            plan = answerOfWindow<std::optional<Plan>>(run, [=](const auto& answer) {
                requireSelf();
                const Document& document = self->m_sources.document;
                if (!document.hasVideo() || document.video().id != asked)
                    throw engine::IoError("io", target.toStdString(),
                                          "was not written: another video came into sight");
                answer(self->planOf(wish, look >= kMostAnswerLooks));
            });
            if (!plan)
                std::this_thread::sleep_for(kAnswersLook);
        }
        PageStore store;
        const std::vector<engine::Interval> pages
            = plan->layout.tracks.isEmpty() ? std::vector<engine::Interval>() : pagesOf(wish);
        for (std::size_t k = 0; k < pages.size(); ++k) {
            if (run.progress)
                run.progress(kPagesPart * static_cast<double>(k) / static_cast<double>(pages.size()));
            const PageWish page{plan->video,        pages[k],    plan->layout.tracks.size(),
                                plan->layout.scale, wish.tracks, wish.isDark};
            const auto painted = answerOfWindow<PaintedPage>(run, [=](const auto& answer) {
                requireSelf();
                self->m_pages->paint(page, [answer](const QImage& image, const QString& failure) {
                    answer(PaintedPage{image, failure});
                });
            });
            if (painted.image.isNull())
                throw engine::IoError("io", target.toStdString(),
                                      "was not written: " + painted.failure.toStdString());
            store.add(pages[k], painted.image);
        }
        RenderPainter painter(wish, plan->layout, std::move(plan->content), std::move(store), plan->font);
        engine::RunContext writing = run;
        writing.progress = [&run](double part) {
            if (run.progress)
                run.progress(kPagesPart + (1 - kPagesPart) * part);
        };
        return engine::writeRenderedClip(
            plan->clip,
            [&painter](const engine::VideoFrame* recorded, double seconds, const engine::PaintedPicture& picture) {
                painter.paint(recorded, seconds, picture);
            },
            target.toStdString(), writing);
    };
    m_sources.tasks.start(tr("Rendering %1").arg(QFileInfo(target).fileName()), this, work, std::move(ended));
}

}
