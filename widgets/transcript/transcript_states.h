#pragma once

#include <QWidget>

class QToolButton;
class QLabel;

namespace widgets {

/// How many words of the text have times, as a bar and in numbers. The number of those without leads to the
/// next of them.
class TranscriptStates : public QWidget {
    Q_OBJECT
public:
    explicit TranscriptStates(QWidget* parent = nullptr);

    void setCounts(int timed, int untimed);
    /// The key that leads to the next word without times, as it is shown.
    void setNextKey(const QString& key);

signals:
    void nextUntimedWished();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_timedText;
    QToolButton* m_untimedText;
    QToolButton* m_next;
    int m_timed = 0;
    int m_untimed = 0;
};

}
