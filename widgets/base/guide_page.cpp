#include "widgets/base/guide_page.h"

#include <QObject>
#include <QVariant>

namespace widgets {

namespace {

constexpr const char* kPageProperty = "guidePage";

}

void setGuidePage(QObject& object, const char* page)
{
    object.setProperty(kPageProperty, QString::fromLatin1(page));
}

QString guidePage(const QObject& object)
{
    return object.property(kPageProperty).toString();
}

}
