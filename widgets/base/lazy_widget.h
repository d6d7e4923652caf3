#pragma once

#include <QWidget>

#include <functional>

namespace widgets {

/// Makes its content when it is first shown, so that hidden panels cost no time at the start.
class LazyWidget : public QWidget {
public:
    LazyWidget(std::function<QWidget*()> make, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    std::function<QWidget*()> m_make; ///< empty: it was made
};

}
