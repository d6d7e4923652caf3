#include "widgets/base/elided_label.h"

#include "widgets/base/elided_name.h"

#include <QStyle>
#include <QStylePainter>

#include <algorithm>

namespace widgets {

ElidedLabel::ElidedLabel(const QString& text, QWidget* parent, Qt::TextElideMode mode)
    : QLabel(text, parent)
    , m_mode(mode)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

QSize ElidedLabel::minimumSizeHint() const
{
    constexpr int fewLetters = 4;
    const QSize whole = sizeHint();
    return {std::min(whole.width(), fontMetrics().averageCharWidth() * fewLetters), whole.height()};
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    const int width = contentsRect().width();
    painter.drawItemText(contentsRect(), QStyle::visualAlignment(layoutDirection(), alignment()), palette(),
                         isEnabled(),
                         m_mode == Qt::ElideMiddle ? elidedName(fontMetrics(), text(), width)
                                                   : fontMetrics().elidedText(text(), m_mode, width),
                         foregroundRole());
}

}
