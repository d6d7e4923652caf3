#pragma once

#include <QTextBrowser>

namespace app {

/// Shows pages of the guide. Pictures are as wide as the page, at most; addresses of the network open in the
/// browser of the system.
class GuideBrowser : public QTextBrowser {
    Q_OBJECT
public:
    explicit GuideBrowser(QWidget* parent = nullptr);

protected:
    QVariant loadResource(int type, const QUrl& name) override;
    void resizeEvent(QResizeEvent* event) override;
    void doSetSource(const QUrl& name, QTextDocument::ResourceType type) override;

private:
    void fitPictures(); ///< to the width that the page has now
    QImage fitting(const QImage& picture) const;

    QHash<QUrl, QImage> m_pictures; ///< as large as they are, once they were shown
};

}
