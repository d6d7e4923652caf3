#include "app/dataset_view/room_flips.h"

#include "app/dataset_view/counterfactual_dialog.h"
#include "app/dataset_view/known_answers.h"
#include "widgets/dataset/dataset_view.h"

#include <algorithm>

namespace app {

RoomFlips::RoomFlips(const KnownAnswers& answers, Tasks& tasks, const QString& programs,
                     widgets::DatasetView& view, QObject* parent)
    : QObject(parent)
    , m_answers(answers)
    , m_tasks(tasks)
    , m_programs(programs)
    , m_view(view)
{
}

void RoomFlips::ask(std::size_t segment, const QString& model, const QString& output)
{
    if (!m_dialog) {
        m_dialog = new CounterfactualDialog(m_tasks, m_programs, &m_view);
        connect(m_dialog, &CounterfactualDialog::segmentWished, this, &RoomFlips::seek);
    }
    m_dialog->ask(questionAbout(*m_answers.known(), segment, model, output, m_answers.key().dataset));
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void RoomFlips::seek(const std::string& id)
{
    const auto& segments = m_answers.known()->segments;
    const auto found = std::ranges::find(segments, id, &engine::ExplainedSegment::id);
    if (found != segments.end())
        emit segmentWished(QString::fromStdString(found->video()), found->span.start);
}

}
