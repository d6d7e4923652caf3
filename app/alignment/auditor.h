#pragma once

#include "app/document/document.h"
#include "app/tasks/task.h"
#include "engine/alignment/audit.h"
#include "engine/faces/face_tracks.h"
#include "engine/media/peak_pyramid.h"

#include <QTimer>

namespace app {

/// Keeps an audit of the video in sight, in the background, while somebody looks at it.
class Auditor : public QObject {
    Q_OBJECT
public:
    /// The offset between sound and picture, and of what it was measured.
    struct Offset {
        std::shared_ptr<const engine::FaceTracks> faces;
        std::shared_ptr<const engine::PeakPyramid> peaks;
        std::optional<engine::AuditFinding> finding;
    };
    struct Result {
        std::vector<engine::AuditFinding> findings;
        Offset offset;
    };

    explicit Auditor(Document& document, QObject* parent = nullptr);
    void setActive(bool active);
    /// @param mediaEnd  seconds; 0: there is no media
    void setMedia(double mediaEnd, std::shared_ptr<const engine::PeakPyramid> peaks);
    /// Who is seen in the video; null: it is not known.
    void setFaces(std::shared_ptr<const engine::FaceTracks> faces);
    const std::vector<engine::AuditFinding>& findings() const { return m_findings; }
    bool isCurrent() const { return !m_isStale || !m_isActive; }

signals:
    void changed();

private:
    void ask();
    void start();

    Document& m_document;
    Task m_audit; ///< on a thread of its own
    QTimer m_delay; ///< joins the many edits of a drag to one audit
    bool m_isActive = false;
    bool m_isStale = true; ///< the findings are older than what is in sight
    double m_mediaEnd = 0.0;
    std::shared_ptr<const engine::PeakPyramid> m_peaks;
    std::shared_ptr<const engine::FaceTracks> m_faces;
    Offset m_offset; ///< stays while words are edited
    std::vector<engine::AuditFinding> m_findings;
};

}
