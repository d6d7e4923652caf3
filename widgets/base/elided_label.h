#pragma once

#include <QLabel>

namespace widgets {

/// A label of one line that can be narrower than its text, which then has an ellipsis in its middle. Its
/// owner gives it a tool tip with the whole text.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(const QString& text, QWidget* parent = nullptr);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

}
