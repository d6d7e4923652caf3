#include "tests/support/window_test.h"

#include <QMetaMethod>

QStringList WindowTest::toldFor(const QStringList& arguments) const
{
    if (!isOneStory())
        return arguments;
    QStringList functions;
    for (int i = metaObject()->methodOffset(); i < metaObject()->methodCount(); ++i) {
        const QString name = QString::fromLatin1(metaObject()->method(i).name());
        if (!name.endsWith(QLatin1String("_data")) && !name.endsWith(QLatin1String("TestCase"))
            && name != QLatin1String("init") && name != QLatin1String("cleanup"))
            functions << name;
    }
    QStringList told;
    qsizetype end = 0;
    for (const QString& argument : arguments) {
        const qsizetype place
            = functions.indexOf(argument.section(QLatin1Char(':'), 0, 0).remove(QLatin1String("()")));
        if (place < 0)
            told << argument;
        end = std::max(end, place + 1);
    }
    if (end > 1)
        qInfo("%s is one story: it is told from its beginning to %s", metaObject()->className(),
              qPrintable(functions.at(end - 1)));
    return told + functions.first(end);
}

void WindowTest::init()
{
    if (!m_brokenIn.isEmpty())
        QSKIP(qPrintable(QStringLiteral("the story broke in %1").arg(m_brokenIn)));
}

void WindowTest::cleanup()
{
    if (isOneStory() && QTest::currentTestFailed() && m_brokenIn.isEmpty())
        m_brokenIn = QString::fromLatin1(QTest::currentTestFunction());
}

engine::Annotation WindowTest::withoutLayout(const engine::Annotation& annotation)
{
    engine::Annotation::Items items = annotation.items();
    std::erase_if(items, [](const auto& item) { return item.first.first == "layout"; });
    return {annotation.tiers(), annotation.segments(), std::move(items)};
}
