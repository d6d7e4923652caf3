#include "widgets/review/class_field.h"

#include "widgets/base/class_colours.h"
#include "widgets/base/theme.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr int kClassDigits = 9; // classes that a digit gives

}

ClassField::ClassField(QWidget* parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
    , m_shown(new QLabel(this))
{
    m_text->setObjectName(QStringLiteral("classes"));
    m_text->setPlaceholderText(tr("agree, disagree, neutral"));
    m_text->setToolTip(tr("One class a line, or separated by commas. Digits give them in this order."));
    m_text->setAccessibleName(tr("Classes"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(fontMetrics().lineSpacing() * 3 + 12);
    setFocusProxy(m_text);
    m_shown->setObjectName(QStringLiteral("shownClasses"));
    m_shown->setTextFormat(Qt::RichText);
    m_shown->setWordWrap(true);
    m_shown->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_text);
    column->addWidget(m_shown);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        showClasses();
        emit edited();
    });
}

engine::Vocabulary ClassField::classes() const
{
    static const QRegularExpression between(QStringLiteral("[\\n,;，、；]"));
    engine::Vocabulary classes;
    QStringList seen;
    for (const QString& part : m_text->toPlainText().split(between)) {
        const QString name = part.simplified();
        if (name.isEmpty() || seen.contains(name))
            continue;
        classes.terms.push_back(
            {name.toStdString(), classColour(static_cast<int>(seen.size())).name().toStdString(), {}});
        seen << name;
    }
    return classes;
}

void ClassField::showClasses()
{
    QStringList shown;
    for (const engine::Term& term : classes().terms) {
        const QString name = QString::fromStdString(term.name).toHtmlEscaped();
        const QString digit
            = shown.size() < kClassDigits ? QStringLiteral("%1 ").arg(shown.size() + 1) : QString();
        const QColor colour(QString::fromStdString(term.colour));
        shown << QStringLiteral("<span style=\"background:%1;color:%2\">&nbsp;%3%4&nbsp;</span>")
                     .arg(colour.name(), readableOn(colour).name(), digit,
                          QString(name).replace(QLatin1Char(' '), QLatin1String("&nbsp;")));
    }
    m_shown->setText(shown.join(QStringLiteral("&nbsp; ")));
    m_shown->setVisible(!shown.isEmpty());
}

}
