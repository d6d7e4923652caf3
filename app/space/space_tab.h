#pragma once

#include <QWidget>

#include <optional>

namespace widgets {
class SpacePanel;
}

namespace app {

class Document;
class Jobs;
class VideoOpener;
class SpacePainter;

/// The tab `Space`: empty until it is first shown, then the segments of the open dataset as points. A click
/// on one opens its video there.
class SpaceTab : public QWidget {
    Q_OBJECT
public:
    explicit SpaceTab(Document& document, VideoOpener& videos, Jobs& jobs, const QString& programs,
                      QWidget* parent = nullptr);

    /// The segment in sight, by its number in its video.
    void setSegment(std::optional<std::size_t> segment);
    /// True when everything that it shows is drawn as it will stay.
    bool isComplete() const;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void makePanel();
    void makePainter();
    void read();
    void noteStop();
    void jumpTo(int point);
    void showSelected();
    void recolour(const QString& video);

    Document& m_document;
    VideoOpener& m_videos;
    Jobs& m_jobs;
    QString m_programs; ///< the folder that `polylogue-space` lies in
    widgets::SpacePanel* m_panel = nullptr;
    SpacePainter* m_painter = nullptr;
    QString m_sequence; ///< that was chosen last
    bool m_stale = true; ///< the points are not those of the open dataset
    bool m_reading = false;
    bool m_failed = false; ///< there is no OpenGL
    std::optional<std::size_t> m_segment;
};

}
