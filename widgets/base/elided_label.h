#pragma once

#include <QLabel>

namespace widgets {

/// A label of one line that can be narrower than its text, which then has an ellipsis. Its owner gives it a
/// tool tip with the whole text.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    /// @param mode  where the ellipsis is
    explicit ElidedLabel(const QString& text, QWidget* parent = nullptr,
                         Qt::TextElideMode mode = Qt::ElideMiddle);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Qt::TextElideMode m_mode;
};

}
