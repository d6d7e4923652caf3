#include "widgets/base/lazy_widget.h"

#include <QVBoxLayout>

#include <utility>

namespace widgets {

LazyWidget::LazyWidget(std::function<QWidget*()> make, QWidget* parent)
    : QWidget(parent)
    , m_make(std::move(make))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    setMinimumSize(1, 1); // a dock takes nothing less
}

void LazyWidget::showEvent(QShowEvent* event)
{
    if (const auto make = std::exchange(m_make, nullptr)) {
        QWidget* content = make();
        layout()->addWidget(content);
        content->show();
    }
    QWidget::showEvent(event);
}

}
