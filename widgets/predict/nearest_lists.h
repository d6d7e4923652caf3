#pragma once

#include <QWidget>

#include <optional>
#include <vector>

class QBoxLayout;
class QLabel;
class QTableWidget;
class QToolButton;

namespace widgets {

/// What sounds and what looks like a segment: two lists, the nearest first. A click goes to a segment; its
/// button, Space and Enter play it.
class NearestLists : public QWidget {
    Q_OBJECT
public:
    struct Segment {
        QString video;
        double start = 0.0; ///< seconds
        double end = 0.0;
        QString words; ///< what is said; may be empty
        double score = 0.0; ///< cosine, −1…1

        friend bool operator==(const Segment&, const Segment&) = default;
    };
    explicit NearestLists(QWidget* parent = nullptr);

    /// @param own       the segment itself, with the score of its own picture and sound
    /// @param sounds    that belong to its picture @param pictures  that belong to its sound
    /// @param compared  segments in all
    /// @param model     who compared
    void show(const QString& model, const Segment& own, const std::vector<Segment>& sounds,
              const std::vector<Segment>& pictures, int compared);
    void showMessage(const QString& text); ///< in the place of results
    /// The button of the segment that plays says how to stop it. Nothing: none plays.
    void setPlaying(const std::optional<Segment>& segment);

signals:
    void segmentWished(const QString& video, double seconds);
    void playWished(const widgets::NearestLists::Segment& segment); ///< plays it; one that plays is stopped
    void closeWished();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct List {
        QTableWidget* table = nullptr;
        std::vector<Segment> segments; ///< one per row
    };
    QTableWidget* makeTable(const char* name, const QString& spoken);
    QToolButton* makePlay();
    void fill(List& list, const std::vector<Segment>& segments);
    const Segment* segmentAt(const QTableWidget* table, int row) const;
    void showRows();
    void showOn(QToolButton& button, const Segment& segment) const;

    QToolButton* m_playOwn;
    QLabel* m_head;
    QLabel* m_note;
    List m_sounds;
    List m_pictures;
    QBoxLayout* m_lists = nullptr; ///< beside each other where there is room
    Segment m_own;
    std::optional<Segment> m_playing;
};

}
