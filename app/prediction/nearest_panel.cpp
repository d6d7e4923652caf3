#include "app/prediction/nearest_panel.h"

#include "app/models_client/dataset_question.h"
#include "app/snapshot/project_moment.h"

#include <QFileInfo>

#include <nlohmann/json.hpp>
#include <utility>

namespace app {

namespace {

constexpr int kNearest = 12; // of each list

using NearestSegment = widgets::NearestLists::Segment;

NearestSegment segmentOf(const nlohmann::json& json)
{
    const auto text
        = [&json](const char* key) { return QString::fromStdString(json.value(key, std::string())); };
    return {text("video"), json.value("start", 0.0), json.value("end", 0.0), text("words"),
            json.value("score", 0.0)};
}

std::vector<NearestSegment> segmentsOf(const nlohmann::json& json)
{
    std::vector<NearestSegment> segments;
    for (const nlohmann::json& each : json)
        segments.push_back(segmentOf(each));
    return segments;
}

NearestPanel::Answer answerOf(const nlohmann::json& json)
{
    NearestPanel::Answer answer;
    answer.own = segmentOf(json.at("segment"));
    answer.sounds = segmentsOf(json.at("sounds"));
    answer.pictures = segmentsOf(json.at("pictures"));
    answer.compared = json.value("compared", 0);
    return answer;
}

}

NearestPanel::NearestPanel(Tasks& tasks, QString programs, QWidget* parent)
    : NearestLists(parent)
    , m_programs(std::move(programs))
    , m_comparing(tasks)
{
    setObjectName(QStringLiteral("nearestPanel"));
    clear();
}

void NearestPanel::clear()
{
    m_comparing.abandon();
    showMessage(tr("Model → What sounds and looks alike… compares the moment at the playhead with all "
                   "segments of the dataset."));
}

void NearestPanel::search(const QString& model, const ProjectMoment& moment, const QString& video,
                          double seconds)
{
    showMessage(tr("Comparing all segments of the dataset…"));
    const auto work = [programs = m_programs, model, moment, video, seconds](const engine::RunContext& run) {
        const std::vector<std::string> question{"retrieve",
                                                "--like",
                                                video.toStdString(),
                                                "--at",
                                                QString::number(seconds, 'f', 3).toStdString(),
                                                "--most",
                                                std::to_string(kNearest)};
        Answer answer = answerOf(askAboutDataset(programs.toStdString(), model.toStdString(), question,
                                                 moment.forPrograms(run), run));
        answer.model = QFileInfo(model).completeBaseName();
        return answer;
    };
    m_comparing.start(tr("Comparing segments"), work, [this](const Outcome<Answer>& end) {
        if (const auto* answer = std::get_if<Answer>(&end))
            show(answer->model, answer->own, answer->sounds, answer->pictures, answer->compared);
        else if (const QString failure = failureOf(end); !failure.isEmpty())
            showMessage(failure); // stands in the place of the lists
    });
}

}
