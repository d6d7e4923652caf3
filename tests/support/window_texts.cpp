#include "tests/support/window_texts.h"

#include "widgets/base/menu_text.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTabBar>
#include <QTextDocumentFragment>
#include <QToolButton>
#include <QXmlStreamReader>

namespace {

constexpr int kDeepest = 40; // of the accessible tree
constexpr int kMostItems = 60; // of one list

QString nameOf(const QObject* object)
{
    return object
        ? QStringLiteral("%1 %2").arg(QLatin1String(object->metaObject()->className()), object->objectName())
        : QStringLiteral("item");
}

class Collector {
public:
    std::vector<ShownText> found;

    void add(const QObject* owner, const QString& text)
    {
        const QString plain
            = Qt::mightBeRichText(text) ? QTextDocumentFragment::fromHtml(text).toPlainText() : text;
        for (const QString& line : plain.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            found.push_back({nameOf(owner), widgets::withoutMnemonic(line.trimmed())});
    }

    void addModel(const QAbstractItemView* view)
    {
        const QAbstractItemModel* model = view->model();
        if (!model)
            return;
        for (int column = 0; column < model->columnCount(); ++column) {
            add(view, model->headerData(column, Qt::Horizontal).toString());
            for (int row = 0; row < std::min(model->rowCount(), kMostItems); ++row) {
                for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole})
                    add(view, model->index(row, column).data(role).toString());
            }
        }
    }

    void addWidget(const QWidget* widget)
    {
        for (const QString& text : {widget->toolTip(), widget->accessibleName(),
                                    widget->accessibleDescription(), widget->windowTitle()})
            add(widget, text);
        for (const QAction* action : widget->actions()) {
            add(action, action->text());
            add(action, action->toolTip());
        }
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            add(widget, label->text());
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            add(widget, button->text());
        else if (const auto* line = qobject_cast<const QLineEdit*>(widget))
            add(widget, line->placeholderText());
        else if (const auto* box = qobject_cast<const QGroupBox*>(widget))
            add(widget, box->title());
        else if (const auto* view = qobject_cast<const QAbstractItemView*>(widget);
                 view && !qobject_cast<const QHeaderView*>(widget))
            addModel(view);
        else if (const auto* combo = qobject_cast<const QComboBox*>(widget))
            for (int i = 0; i < combo->count(); ++i)
                add(widget, combo->itemText(i));
        else if (const auto* tabs = qobject_cast<const QTabBar*>(widget))
            for (int i = 0; i < tabs->count(); ++i) {
                add(widget, tabs->tabText(i));
                add(widget, tabs->tabToolTip(i));
            }
    }

    void addAccessible(QAccessibleInterface* node, int depth = 0)
    {
        if (!node || !node->isValid() || depth > kDeepest)
            return;
        for (const QAccessible::Text kind : {QAccessible::Name, QAccessible::Description})
            add(node->object(), node->text(kind));
        for (int i = 0; i < std::min(node->childCount(), kMostItems); ++i)
            addAccessible(node->child(i), depth + 1);
    }
};

/// True for a tab, header, label or button whose text wants more room than there is.
bool isCut(const QWidget* widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(widget))
        return !label->text().isEmpty() && !label->wordWrap()
            && label->sizePolicy().horizontalPolicy() != QSizePolicy::Ignored
            && label->sizeHint().width() > label->width();
    if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
        for (int i = 0; i < tabs->count(); ++i) {
            const QRect tab = tabs->tabRect(i);
            if (tabs->isTabVisible(i)
                && (tab.right() >= tabs->width()
                    || tabs->fontMetrics().horizontalAdvance(tabs->tabText(i)) > tab.width()))
                return true;
        }
        return false;
    }
    if (const auto* header = qobject_cast<const QHeaderView*>(widget); header && header->model()) {
        if (header->orientation() == Qt::Horizontal)
            for (int i = 0; i < header->count(); ++i) {
                if (!header->isSectionHidden(i) && header->sectionSizeHint(i) > header->sectionSize(i))
                    return true;
            }
        return false;
    }
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    if (!button || button->text().isEmpty()
        || button->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored)
        return false;
    const auto* tool = qobject_cast<const QToolButton*>(widget);
    if (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull())
        return false;
    return button->sizeHint().width() > button->width();
}

}

std::vector<ShownText> textsOf(QWidget& window)
{
    Collector collector;
    for (const QMenu* menu : window.findChildren<QMenu*>())
        emit const_cast<QMenu*>(menu)->aboutToShow(); // which fills some
    collector.addWidget(&window);
    for (const QWidget* widget : window.findChildren<QWidget*>())
        collector.addWidget(widget);
    collector.addAccessible(QAccessible::queryAccessibleInterface(&window));
    return collector.found;
}

QStringList cutOff(QWidget& window)
{
    QStringList cut;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        const QRect seen = widget->visibleRegion().boundingRect();
        if (!widget->isVisible() || seen.isEmpty()) // or scrolled out of sight
            continue;
        const bool isText
            = qobject_cast<const QLabel*>(widget) || qobject_cast<const QAbstractButton*>(widget);
        if (isCut(widget) || (isText && seen.width() < widget->width()))
            cut << QStringLiteral("%1: “%2” has %3 px of %4")
                       .arg(nameOf(widget), widget->property("text").toString())
                       .arg(seen.width())
                       .arg(widget->sizeHint().width());
    }
    return cut;
}

EnglishTexts::EnglishTexts(const QString& tsFile)
{
    constexpr int telling = 4; // letters
    static const QRegularExpression place(QStringLiteral("%[0-9n]"));
    QSet<QString> same; // somewhere: a text that is right in both languages
    QFile file(tsFile);
    if (!file.open(QIODevice::ReadOnly))
        return;
    QXmlStreamReader xml(&file);
    QString source;
    bool isPlural = false;
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement())
            continue;
        if (xml.name() == QLatin1String("message"))
            isPlural = xml.attributes().hasAttribute(QLatin1String("numerus"));
        else if (xml.name() == QLatin1String("source"))
            source = widgets::withoutMnemonic(xml.readElementText()).trimmed();
        else if (xml.name() == QLatin1String(isPlural ? "numerusform" : "translation")) {
            const QString text = widgets::withoutMnemonic(xml.readElementText()).trimmed();
            (text == source ? same : m_whole).insert(source);
        }
    }
    m_whole.subtract(same);
    for (const QString& text : std::as_const(m_whole)) {
        const QString words = QString(text).remove(place);
        if (words.size() == text.size()
            || std::count_if(words.begin(), words.end(), [](QChar c) { return c.isLetter(); }) < telling)
            continue;
        QString pattern = QRegularExpression::escape(text); // which writes % as \%
        pattern.replace(QRegularExpression(QStringLiteral(R"(\\%[0-9n])")), QStringLiteral(".+"));
        m_withPlaces.emplace_back(QRegularExpression::anchoredPattern(pattern));
    }
}

bool EnglishTexts::contain(const QString& text) const
{
    return m_whole.contains(text)
        || std::ranges::any_of(m_withPlaces, [&](const QRegularExpression& pattern) {
               return pattern.match(text).hasMatch();
           });
}
