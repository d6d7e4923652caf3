#pragma once

#include <QPushButton>
#include <QToolButton>

namespace widgets {

/// A tool button that can be narrower than its text, which then has an ellipsis in its middle; without a tool
/// tip of its own it tells the whole text.
class ElidedToolButton : public QToolButton {
    Q_OBJECT
public:
    explicit ElidedToolButton(QWidget* parent = nullptr);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
};

/// The same for push buttons.
class ElidedPushButton : public QPushButton {
    Q_OBJECT
public:
    explicit ElidedPushButton(QWidget* parent = nullptr);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
};

}
