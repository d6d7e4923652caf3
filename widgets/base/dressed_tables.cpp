#include "widgets/base/dressed_tables.h"

#include <QTextEdit>
#include <QTextFrame>
#include <QTextTable>

namespace widgets {

void dressTables(QTextEdit& text)
{
    for (QTextFrame* frame : text.document()->rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorderCollapse(true);
        format.setBorder(1);
        format.setBorderBrush(text.palette().mid());
        format.setCellPadding(4);
        format.setBottomMargin(text.fontMetrics().height());
        table->setFormat(format);
    }
}

}
