#pragma once

#include <QWidget>

#include <vector>

class QLabel;
class QTableWidget;

namespace widgets {

/// What sounds and what looks like a segment: two lists, the nearest first.
class NearestLists : public QWidget {
    Q_OBJECT
public:
    struct Segment {
        QString video;
        double start = 0.0; ///< seconds
        double end = 0.0;
        QString words; ///< what is said; may be empty
        double score = 0.0; ///< cosine, −1…1
    };
    explicit NearestLists(QWidget* parent = nullptr);

    /// @param own       the segment itself, with the score of its own picture and sound
    /// @param sounds    that belong to its picture @param pictures  that belong to its sound
    /// @param compared  segments in all
    /// @param model     who compared
    void show(const QString& model, const Segment& own, const std::vector<Segment>& sounds,
              const std::vector<Segment>& pictures, int compared);
    void showMessage(const QString& text); ///< in the place of results

signals:
    void segmentWished(const QString& video, double seconds);

private:
    QTableWidget* makeTable(const char* name, const QString& spoken);
    void fill(QTableWidget& table, const std::vector<Segment>& segments) const;

    QLabel* m_head;
    QLabel* m_note;
    QTableWidget* m_sounds;
    QTableWidget* m_pictures;
};

}
