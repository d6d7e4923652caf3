#include "app/dataset_view/room_additive.h"

#include "app/models_client/dataset_question.h"
#include "widgets/base/scale_number.h"
#include "widgets/dataset/dataset_view.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace app {

namespace {

constexpr std::size_t kMostNamed = 5;

double restOf(const engine::AdditiveShare::Segment& segment)
{
    return segment.prediction - segment.additive;
}

/// The segments whose predictions are farthest from a sum, a line each.
QString farthest(const engine::AdditiveShare& share)
{
    std::vector<engine::AdditiveShare::Segment> segments = share.segments;
    std::ranges::stable_sort(segments, std::greater<>(), [](const engine::AdditiveShare::Segment& segment) {
        return std::abs(restOf(segment));
    });
    QStringList lines;
    for (std::size_t i = 0; i < std::min(kMostNamed, segments.size()); ++i)
        lines << QStringLiteral("%1: %2").arg(QString::fromStdString(segments[i].id),
                                              widgets::signedNumber(restOf(segments[i]), 2));
    return lines.join(QLatin1Char('\n'));
}

}

RoomAdditive::RoomAdditive(Tasks& tasks, QString programs, widgets::DatasetView& view, QObject* parent)
    : QObject(parent)
    , m_programs(std::move(programs))
    , m_view(view)
    , m_asking(tasks)
{
    connect(&view, &widgets::DatasetView::additiveWished, this, [this] {
        if (m_asking.isRunning())
            m_asking.stop();
        else
            ask();
    });
    connect(&m_asking, &Task::changed, this, [this] {
        if (m_asking.isRunning())
            showState();
    });
    showState();
}

void RoomAdditive::setSubject(const std::filesystem::path& model, const engine::DatasetList& dataset,
                              const QString& output)
{
    if (model == m_model && dataset == m_dataset && output == m_output)
        return;
    m_model = model;
    m_dataset = dataset;
    m_output = output;
    m_asking.abandon();
    m_share.reset();
    m_problem.clear();
    showState();
}

void RoomAdditive::ask()
{
    m_share.reset();
    m_problem.clear();
    m_asking.start(
        tr("Asking with each other's modalities"),
        [programs = m_programs.toStdString(), model = m_model, dataset = m_dataset,
         output = m_output.toStdString()](const engine::RunContext& run) {
            const std::string line = lineAboutDataset(
                programs, model, {"explain", "--additive-share", "--output", output, "--progress"}, dataset,
                run);
            return engine::additiveShareFrom(line, "polylogue-models");
        },
        [this](Outcome<engine::AdditiveShare> answer) {
            if (auto* share = std::get_if<engine::AdditiveShare>(&answer))
                m_share = std::move(*share);
            m_problem = failureOf(answer);
            m_isRefused = isRefused(answer);
            showState();
        });
}

void RoomAdditive::showState()
{
    if (m_asking.isRunning()) {
        const QString percent = widgets::shownNumber(100.0 * m_asking.progress(), 0, 'f');
        m_view.setAdditiveShare(tr("asking: %1 %").arg(percent), {}, tr("Stop"));
    } else if (m_share && std::isfinite(m_share->rSquared())) {
        m_view.setAdditiveShare(
            tr("a sum of parts: R² %1").arg(widgets::shownNumber(m_share->rSquared(), 2, 'f')),
            tr("R² of the part of the prediction that is a sum of one function per "
               "modality, over %1 of %2 segments. Farthest from a sum:")
                    .arg(m_share->segments.size())
                    .arg(m_share->available)
                + QLatin1Char('\n') + farthest(*m_share),
            {});
    } else if (m_share) {
        m_view.setAdditiveShare(tr("the model says the same of all segments"), {}, {});
    } else {
        m_view.setAdditiveShare(m_problem, m_problem,
                                m_output.isEmpty()        ? QString()
                                    : m_problem.isEmpty() ? tr("A sum?")
                                    : m_isRefused         ? QString()
                                                          : tr("Try again"));
    }
}

}
