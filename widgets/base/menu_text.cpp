#include "widgets/base/menu_text.h"

#include <QRegularExpression>

namespace widgets {

QString withoutMnemonic(const QString& text)
{
    static const QRegularExpression marks(QStringLiteral(R"(\(&\w\)|&)"));
    return QString(text).remove(marks);
}

QString literalText(const QString& name)
{
    return QString(name).replace(QLatin1Char('&'), QLatin1String("&&"));
}

QString breakableText(QString text)
{
    return text.replace(QLatin1Char('/'), QStringLiteral("/\u200b"))
        .replace(QLatin1Char('_'), QStringLiteral("_\u200b"));
}

}
