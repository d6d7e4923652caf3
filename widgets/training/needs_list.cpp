#include "widgets/training/needs_list.h"

#include "widgets/base/elided_buttons.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/theme.h"
#include "widgets/training/form_look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <utility>

namespace widgets {

namespace {

constexpr int kStateMark = 18; // pixels across
constexpr int kStateGap = 10; // to the texts

QString wordOf(Need::State state)
{
    switch (state) {
    case Need::State::Met:
        return NeedsList::tr("done");
    case Need::State::Missing:
        return NeedsList::tr("missing");
    case Need::State::Later:
        return NeedsList::tr("comes later");
    case Need::State::Failed:
        return NeedsList::tr("failed");
    }
    return {};
}

/// The state as a mark: its form tells it, its colour too.
class NeedMark : public QWidget {
public:
    NeedMark(Need::State state, QWidget* parent) : QWidget(parent), m_state(state)
    {
        setFixedSize(kStateMark, kStateMark);
        named(this, "needMark", wordOf(state));
        setToolTip(wordOf(state));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = themeOf(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF ring = QRectF(rect()).adjusted(1, 1, -1, -1);
        painter.setBrush(Qt::NoBrush);
        switch (m_state) {
        case Need::State::Met:
            painter.setPen(Qt::NoPen);
            painter.setBrush(mixed(theme.panel, theme.sound, theme.isDark() ? 0.4 : 0.2));
            painter.drawEllipse(ring);
            drawTick(painter, ring.adjusted(1, 1, -1, -1), mixed(theme.sound, theme.text, 0.35));
            break;
        case Need::State::Missing:
            painter.setPen(QPen(theme.language, 2.0));
            painter.drawEllipse(ring.adjusted(0.5, 0.5, -0.5, -0.5));
            break;
        case Need::State::Later:
            painter.setPen(dashed(theme.muted));
            painter.drawEllipse(ring.adjusted(0.5, 0.5, -0.5, -0.5));
            break;
        case Need::State::Failed:
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.attention);
            painter.drawEllipse(ring);
            painter.setPen(QPen(readableOn(theme.attention), 1.8, Qt::SolidLine, Qt::RoundCap));
            const QPointF c = ring.center();
            painter.drawLine(c + QPointF(-3, -3), c + QPointF(3, 3));
            painter.drawLine(c + QPointF(-3, 3), c + QPointF(3, -3));
            break;
        }
    }

private:
    static QPen dashed(const QColor& colour)
    {
        QPen pen(colour, 1.4, Qt::SolidLine, Qt::FlatCap);
        pen.setDashPattern({2.6, 2.0});
        return pen;
    }

    Need::State m_state;
};

/// A button in the colour of what is missing, or of what failed.
class NeedButton : public ElidedPushButton {
public:
    NeedButton(const Need& need, QWidget* parent) : ElidedPushButton(parent), m_state(need.state)
    {
        setObjectName(QStringLiteral("needButton"));
        setProperty("key", need.key);
        setText(need.button);
        setAccessibleDescription(need.title);
        setAutoDefault(false);
        setFont(strongerFont(font()));
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        return {fontMetrics().size(Qt::TextShowMnemonic, text()).width() + 2 * kPadding,
                fontMetrics().height() + 10};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = themeOf(palette());
        const QColor own = m_state == Need::State::Failed ? theme.attention
            : m_state == Need::State::Missing             ? theme.language
                                                          : theme.muted;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(hasFocus() ? QPen(theme.accent, 2.0) : QPen(own, 1.0));
        painter.setBrush(mixed(theme.panel, own, isDown() ? 0.3 : underMouse() ? 0.22 : 0.12));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
        painter.setPen(theme.text);
        painter.drawText(
            rect(), Qt::AlignCenter | Qt::TextShowMnemonic,
            fontMetrics().elidedText(text(), Qt::ElideMiddle, width() - 2 * kPadding, Qt::TextShowMnemonic));
    }

private:
    static constexpr int kPadding = 12;

    Need::State m_state;
};

/// A hairline.
class NeedLine : public QWidget {
public:
    explicit NeedLine(QWidget* parent) : QWidget(parent) { setFixedHeight(1); }

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), themeOf(palette()).line); }
};

}

NeedsList::NeedsList(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    named(this, "needsList", tr("What is still needed"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void NeedsList::setNeeds(std::vector<Need> needs)
{
    if (needs == m_needs)
        return;
    const QWidget* focused = focusWidget();
    const QString key = focused && focused->hasFocus() ? focused->property("key").toString() : QString();
    m_needs = std::move(needs);
    while (QLayoutItem* item = m_column->takeAt(0)) {
        if (QWidget* row = item->widget()) {
            row->hide();
            row->setParent(nullptr);
            row->deleteLater(); // it may be its button that was pressed
        }
        delete item;
    }
    for (std::size_t i = 0; i < m_needs.size(); ++i) {
        QWidget* row = rowOf(m_needs[i], i + 1 == m_needs.size());
        m_column->addWidget(row);
        auto* button = row->findChild<QPushButton*>();
        if (button && !key.isEmpty() && m_needs[i].key == key)
            button->setFocus();
    }
    m_column->addStretch();
}

QWidget* NeedsList::rowOf(const Need& need, bool isLast)
{
    auto* row = new QWidget(this);
    row->setObjectName(QStringLiteral("needRow"));
    row->setAccessibleName(wordOf(need.state) + QStringLiteral(": ") + need.title);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(3);
    auto* title = new QLabel(need.title, row);
    title->setObjectName(QStringLiteral("needTitle"));
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    if (need.state == Need::State::Missing || need.state == Need::State::Failed)
        title->setFont(strongerFont(title->font()));
    if (need.state == Need::State::Later)
        title->setForegroundRole(QPalette::PlaceholderText);
    texts->addWidget(title);
    if (!need.detail.isEmpty()) {
        QLabel* detail = mutedLabel(QStringLiteral("needDetail"), row);
        detail->setFont(smallerFont(detail->font()));
        detail->setText(need.detail);
        texts->addWidget(detail);
    }
    if (!need.button.isEmpty()) {
        auto* button = new NeedButton(need, row);
        connect(button, &QPushButton::clicked, this, [this, key = need.key] { emit pressed(key); });
        texts->addSpacing(5);
        texts->addWidget(button, 0, Qt::AlignLeft);
    }
    texts->addStretch();
    auto* across = new QHBoxLayout;
    across->setSpacing(kStateGap);
    across->addWidget(new NeedMark(need.state, row), 0, Qt::AlignTop);
    across->addLayout(texts, 1);
    auto* column = new QVBoxLayout(row);
    column->setContentsMargins(0, 10, 0, 0);
    column->setSpacing(10);
    column->addLayout(across);
    if (!isLast)
        column->addWidget(new NeedLine(row));
    return row;
}

}
