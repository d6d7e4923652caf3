#pragma once

#include "app/tasks/task.h"
#include "app/team/segment_agreement_dialog.h"

#include <QPointer>
#include <QTimer>

namespace app {

class Actions;
class Document;
class Tasks;
class VideoOpener;

/// Review → Agreement → Segments…: how far annotators agree on segments of their own, worked out in the
/// background while the dialog is open.
class SegmentActions : public QObject {
    Q_OBJECT
public:
    SegmentActions(const Document& document, VideoOpener& videos, Tasks& tasks, const Actions& actions,
                   QWidget* window);

private:
    void show();
    void showState();
    void work();

    const Document& m_document;
    VideoOpener& m_videos;
    Task m_comparing;
    QWidget* m_window;
    QPointer<SegmentAgreementDialog> m_dialog;
    QTimer m_later; ///< figures follow when nothing was changed for a moment
};

}
