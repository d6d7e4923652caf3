#pragma once

#include <QWidget>

class QToolButton;
class QLabel;

namespace widgets {

/// How many words of the text have times, how many of these are doubtful, as a bar and in numbers. The number
/// of those without times leads to the next of them, the number of doubtful ones opens their list.
class TranscriptStates : public QWidget {
    Q_OBJECT
public:
    explicit TranscriptStates(QWidget* parent = nullptr);

    /// @param timed  of all words; among them `doubtful` ones and `drafts`
    struct Counts {
        int timed = 0;
        int untimed = 0;
        int doubtful = 0;
        int drafts = 0;
        friend bool operator==(const Counts&, const Counts&) = default;
    };
    void setCounts(const Counts& counts);
    bool showsDoubtful() const; ///< whether their list is open
    void setShowsDoubtful(bool shows);
    /// The key that leads to the next doubtful word, as it is shown.
    void setDoubtfulKey(const QString& key);
    /// The key that leads to the next word without times, as it is shown.
    void setNextKey(const QString& key);

signals:
    void nextUntimedWished();
    void nextDoubtfulWished();
    void doubtfulToggled(bool shows);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_timedText;
    QToolButton* m_untimedText;
    QToolButton* m_next;
    QToolButton* m_doubtfulText;
    QToolButton* m_nextDoubtful;
    QLabel* m_drafts;
    Counts m_counts;
};

}
