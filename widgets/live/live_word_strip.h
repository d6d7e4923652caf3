#pragma once

#include "widgets/live/live_history.h"

#include <QWidget>

namespace widgets {

/// The words around now, in the middle the one that is said; those whose end has not come are dashed.
class LiveWordStrip : public QWidget {
    Q_OBJECT
public:
    explicit LiveWordStrip(QWidget* parent = nullptr);

    void setWords(const std::vector<LiveWord>& words);
    void setNow(double seconds);
    /// In the place of words, where there are none.
    void setNote(const QString& note);
    QSize sizeHint() const override { return {400, 40}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<LiveWord> m_words;
    double m_now = 0.0;
    QString m_note;
};

}
