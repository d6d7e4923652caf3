#include "app/export/widget_picture.h"

#include <QPainter>
#include <QPicture>
#include <QScrollArea>
#include <QWidget>

namespace app {

VectorPicture widgetPicture(QWidget& widget, const QString& name)
{
    QWidget* shown = &widget;
    if (auto* scrolled = qobject_cast<QScrollArea*>(shown); scrolled && scrolled->widget())
        shown = scrolled->widget();
    QPicture recorded; // a printer would be given a bitmap: QWidget::render() does so
    QPainter painter(&recorded);
    painter.fillRect(QRect({0, 0}, shown->size()), shown->palette().color(QPalette::Window));
    shown->render(&painter, {}, {}, QWidget::DrawChildren);
    painter.end();
    return {name, shown->size(), shown->logicalDpiX(),
            [recorded](QPainter& target) mutable { target.drawPicture(0, 0, recorded); }};
}

}
