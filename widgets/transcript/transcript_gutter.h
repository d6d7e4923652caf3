#pragma once

#include <QWidget>

namespace widgets {

class TranscriptPage;

/// The times at which paragraphs of the running text begin, at its left; a dash where the first word has
/// none.
class TranscriptGutter : public QWidget {
    Q_OBJECT
public:
    explicit TranscriptGutter(TranscriptPage& text);
    int wantedWidth() const; ///< in pixels

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    TranscriptPage& m_text;
};

}
