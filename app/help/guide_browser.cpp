#include "app/help/guide_browser.h"

#include "widgets/base/dressed_tables.h"

#include <QDesktopServices>
#include <QImage>
#include <QTextBlock>

#include <algorithm>

namespace app {

GuideBrowser::GuideBrowser(QWidget* parent) : QTextBrowser(parent)
{
    setObjectName(QStringLiteral("helpText"));
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(18);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
}

void GuideBrowser::doSetSource(const QUrl& name, QTextDocument::ResourceType type)
{
    if (name.scheme().startsWith(QLatin1String("http"))) {
        QDesktopServices::openUrl(name);
        return;
    }
    QTextBrowser::doSetSource(name, type);
    widgets::dressTables(*this);
}

QVariant GuideBrowser::loadResource(int type, const QUrl& name)
{
    if (type != QTextDocument::ImageResource)
        return QTextBrowser::loadResource(type, name);
    const QUrl whole = source().resolved(name);
    const QImage picture(QLatin1Char(':') + whole.path());
    m_pictures.insert(whole, picture);
    return fitting(picture);
}

QImage GuideBrowser::fitting(const QImage& picture) const
{
    const int margin = static_cast<int>(document()->documentMargin());
    const int most = std::max(160, viewport()->width() - 2 * margin);
    if (picture.width() <= most)
        return picture;
    const qreal ratio = devicePixelRatioF();
    QImage small = picture.scaledToWidth(std::min(picture.width(), static_cast<int>(most * ratio)),
                                         Qt::SmoothTransformation);
    small.setDevicePixelRatio(static_cast<qreal>(small.width()) / most);
    return small;
}

void GuideBrowser::resizeEvent(QResizeEvent* event)
{
    fitPictures();
    QTextBrowser::resizeEvent(event);
}

/// The document keeps the size that a picture had when it was laid out first, unless its format says another.
void GuideBrowser::fitPictures()
{
    if (m_pictures.isEmpty())
        return;
    QList<int> places;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            if (part.fragment().charFormat().isImageFormat())
                places << part.fragment().position();
        }
    }
    for (const int place : places) {
        QTextCursor cursor(document());
        cursor.setPosition(place);
        cursor.setPosition(place + 1, QTextCursor::KeepAnchor);
        QTextImageFormat format = cursor.charFormat().toImageFormat();
        const QImage picture = fitting(m_pictures.value(source().resolved(QUrl(format.name()))));
        format.setWidth(picture.width() / picture.devicePixelRatio());
        format.setHeight(picture.height() / picture.devicePixelRatio());
        cursor.setCharFormat(format);
    }
}

}
