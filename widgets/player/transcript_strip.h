#pragma once

#include "engine/sequences/timed_features.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace widgets {

/// The words around the playhead on one line, the spoken one lit. A click seeks.
class TranscriptStrip : public QWidget {
    Q_OBJECT
public:
    explicit TranscriptStrip(QWidget* parent = nullptr);

    void setWords(const engine::TimedText& words);
    /// The word that is spoken, or the last that was; absent before the first.
    void setCurrentWord(std::optional<std::size_t> word, bool spoken);

    QSize sizeHint() const override { return {400, 40}; }
    QSize minimumSizeHint() const override { return {100, 34}; }

signals:
    void seekRequested(double seconds);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    struct Placed {
        std::size_t word;
        QRect area;
    };
    std::vector<Placed> layOut() const;

    engine::TimedText m_words;
    std::optional<std::size_t> m_current;
    bool m_spoken = false;
};

}
