#include "app/influence/exposure_watch.h"

#include "app/document/document.h"
#include "app/review/measured_pass.h"
#include "app/review/review.h"

#include <QApplication>
#include <QDateTime>
#include <QWidget>

#include <algorithm>

namespace app {

using engine::ExposedThing;
using engine::Exposure;

namespace {

constexpr int kTickMs = 100;

}

bool isOnScreen(const QWidget* widget)
{
    return widget && widget->isVisible() && !widget->window()->isMinimized() && QApplication::activeWindow()
        && !QApplication::activeModalWidget() && !widget->visibleRegion().isEmpty();
}

ExposureWatch::ExposureWatch(Document& document, Review& review, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_review(review)
{
    m_clock.start();
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, &ExposureWatch::look);
    connect(&review, &Review::passChanged, this, [this] {
        m_looks.clear();
        if (m_review.isActive())
            m_tick.start();
        else
            m_tick.stop();
    });
    connect(&review, &Review::placeChanged, this, &ExposureWatch::begin);
    connect(&review, &Review::judged, this, &ExposureWatch::noteAnswer);
    connect(&review, &Review::leavingPlace, this, &ExposureWatch::noteLeaving);
}

void ExposureWatch::add(ExposedThing thing, IsSeen isSeen)
{
    m_views.push_back({thing, std::move(isSeen)});
}

void ExposureWatch::begin()
{
    m_looks.clear();
    m_isAnswered = m_review.current() && m_review.isDone(*m_review.current());
}

void ExposureWatch::look()
{
    const std::vector<Exposure> seen = seenNow();
    endLooks(seen);
    for (const Exposure& one : seen) {
        auto known = std::ranges::find_if(m_looks,
                                          [&](const Look& look) { return isSameThing(look.exposure, one); });
        if (known == m_looks.end()) {
            m_looks.push_back({one, m_clock.elapsed()});
            m_looks.back().exposure.shown = QDateTime::currentMSecsSinceEpoch();
        } else if (known->since < 0) {
            known->since = m_clock.elapsed();
        }
    }
}

/// What is on the screen of the segment in hand. Nothing while its video is on its way.
std::vector<Exposure> ExposureWatch::seenNow() const
{
    std::vector<Exposure> seen;
    if (!m_review.current() || m_review.segment() == 0)
        return seen;
    const engine::Interval span = *m_review.span();
    const std::vector<OtherJudgement> others = m_review.others();
    if (m_isBesideSeen && m_isBesideSeen()) {
        for (const OtherJudgement& other : others) {
            if (isSeen(m_review, other))
                addValues(seen, other);
        }
    }
    for (const View& view : m_views) {
        if (!view.isSeen(span))
            continue;
        const std::size_t before = seen.size();
        if (view.thing == ExposedThing::Prediction) {
            for (const OtherJudgement& other : others) {
                if (other.isModel)
                    addValues(seen, other);
            }
        }
        if (seen.size() == before)
            seen.push_back({view.thing, {}, {}, {}, {}, 0, 0, !m_isAnswered});
    }
    return seen;
}

void ExposureWatch::addValues(std::vector<Exposure>& seen, const OtherJudgement& other) const
{
    const ExposedThing what = other.isModel ? ExposedThing::Prediction : ExposedThing::Other;
    for (const auto& [label, value] : other.values) {
        const Exposure one{what, label, other.source, value.value, other.confidence, 0, 0, !m_isAnswered};
        if (std::ranges::none_of(seen, [&](const Exposure& known) { return isSameThing(known, one); }))
            seen.push_back(one);
    }
}

/// A look counts once it has lasted long enough.
void ExposureWatch::endLooks(const std::vector<Exposure>& stillSeen)
{
    for (Look& look : m_looks) {
        const bool goesOn = std::ranges::any_of(
            stillSeen, [&](const Exposure& one) { return isSameThing(one, look.exposure); });
        if (look.since < 0 || goesOn)
            continue;
        const qint64 lasted = m_clock.elapsed() - look.since;
        look.since = -1;
        if (lasted >= engine::kLeastLook)
            look.exposure.visible += lasted;
    }
}

/// All looks that lasted. What is still on the screen begins anew.
std::vector<Exposure> ExposureWatch::takeLooks()
{
    endLooks({});
    std::vector<Exposure> seen;
    for (const Look& look : m_looks) {
        if (look.exposure.visible > 0)
            seen.push_back(look.exposure);
    }
    m_looks.clear();
    return seen;
}

void ExposureWatch::noteAnswer(const engine::ReviewPass::Place& place)
{
    std::vector<Exposure> seen = takeLooks();
    if (!m_isAnswered && place.arm != engine::SightArm::Free) {
        // what the model said is kept in both arms: the answers are compared with that
        std::vector<Exposure> said;
        for (const OtherJudgement& other : m_review.others()) {
            if (other.isModel)
                addValues(said, other);
        }
        for (const Exposure& one : said) {
            if (std::ranges::none_of(seen, [&](const Exposure& known) { return isSameThing(known, one); }))
                seen.push_back(one);
        }
        for (Exposure& one : seen)
            one.arm = place.arm;
    }
    if (!m_isAnswered || !seen.empty())
        note(place, seen);
    m_isAnswered = true;
}

void ExposureWatch::noteLeaving()
{
    if (!m_review.pass() || !m_review.current())
        return;
    if (const std::vector<Exposure> seen = takeLooks(); !seen.empty())
        note(m_review.pass()->places[*m_review.current()], seen);
}

void ExposureWatch::note(const engine::ReviewPass::Place& place, const std::vector<Exposure>& seen)
{
    if (m_document.whyReadOnly().isEmpty())
        m_document.note(addedExposures(m_document.annotation(), *m_review.pass(), place, seen));
}

}
