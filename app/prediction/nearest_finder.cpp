#include "app/prediction/nearest_finder.h"

#include "app/document/document.h"
#include "app/playback/player.h"
#include "app/prediction/nearest_dialog.h"
#include "app/video/video_opener.h"

#include <utility>

namespace app {

NearestFinder::NearestFinder(Jobs& jobs, const Document& document, VideoOpener& videos, const Player& player,
                             QString programs, QWidget* window)
    : QObject(window)
    , m_jobs(jobs)
    , m_document(document)
    , m_videos(videos)
    , m_player(player)
    , m_programs(std::move(programs))
    , m_window(window)
{
}

void NearestFinder::show(const QString& model)
{
    if (!m_document.hasVideo() || m_document.dataset().sequences.empty()) {
        emit message(tr("Open a dataset with a video first."));
        return;
    }
    if (model.isEmpty()) {
        emit message(tr(
            "No model here compares what is seen with what is heard (VAT). Open one from the Model menu."));
        return;
    }
    if (!m_dialog) {
        m_dialog = new NearestDialog(m_jobs, m_programs, m_window);
        connect(m_dialog, &NearestDialog::segmentWished, &m_videos, &VideoOpener::openAt);
        connect(m_dialog, &QDialog::finished, m_dialog, &QObject::deleteLater);
    }
    m_dialog->search(model, m_document.dataset(), m_document.video().id, m_player.position());
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

}
