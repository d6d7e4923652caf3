#include "widgets/space/space_frame.h"

#include "widgets/base/muted_label.h"
#include "widgets/base/theme.h"
#include "widgets/space/space_legend.h"
#include "widgets/space/space_print.h"
#include "widgets/space/space_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr int kSide = 12; // pixels left and right of the legend in a picture

}

SpaceFrame::SpaceFrame(const QString& name, QWidget* choices, QWidget* tools, QWidget* parent)
    : QWidget(parent)
    , m_choices(choices)
    , m_view(new SpaceView)
    , m_stack(new QStackedLayout)
    , m_noView(new QWidget)
    , m_message(mutedLabel(name + QStringLiteral("Message"), m_noView))
    , m_step(new QPushButton(m_noView))
    , m_legend(new SpaceLegend(this))
    , m_status(mutedLabel(name + QStringLiteral("Status"), this))
    , m_statusLine(new QHBoxLayout)
    , m_below(new QVBoxLayout)
{
    setObjectName(name);
    setAutoFillBackground(true);
    m_view->setObjectName(name + QStringLiteral("View"));
    m_legend->setObjectName(name + QStringLiteral("Legend"));
    m_step->setObjectName(name + QStringLiteral("Step"));
    m_noView->setProperty("panelButtons", true);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setMargin(24);
    m_status->setForegroundRole(QPalette::WindowText);
    m_status->setMinimumHeight(fontMetrics().height());

    if (tools) {
        auto* corner = new QVBoxLayout(m_view);
        corner->setContentsMargins(6, 6, 6, 6);
        corner->addWidget(tools, 0, Qt::AlignRight | Qt::AlignTop);
        m_view->setCovered(tools->sizeHint().height() + corner->contentsMargins().top());
    }
    auto* sentence = new QVBoxLayout(m_noView);
    sentence->addStretch();
    sentence->addWidget(m_message);
    sentence->addWidget(m_step, 0, Qt::AlignHCenter);
    sentence->addStretch();
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_noView);
    m_below->setContentsMargins(16, 0, 16, 8);
    m_below->setSpacing(4);
    m_below->addWidget(m_legend);
    m_statusLine->addWidget(m_status, 1);
    m_below->addLayout(m_statusLine);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    if (choices) {
        choices->setContentsMargins(16, 0, 16, 0);
        layout->addWidget(choices);
    }
    layout->addLayout(m_stack, 1);
    layout->addLayout(m_below);
    connect(m_step, &QPushButton::clicked, this, &SpaceFrame::stepWished);
}

void SpaceFrame::addBelow(QWidget* widget)
{
    m_below->addWidget(widget);
}

void SpaceFrame::addBesideStatus(QWidget* widget)
{
    m_besideStatus = widget;
    m_statusLine->addWidget(widget, 0, Qt::AlignTop);
}

void SpaceFrame::setMessage(const QString& sentence, const QString& step)
{
    m_sentence = sentence;
    m_step->setText(step);
    showSentence();
}

void SpaceFrame::setFailure(const QString& sentence)
{
    m_failure = sentence;
    showSentence();
}

void SpaceFrame::showSentence()
{
    const QString& shown = m_failure.isEmpty() ? m_sentence : m_failure;
    m_message->setText(shown);
    m_step->setVisible(m_failure.isEmpty() && !m_step->text().isEmpty());
    if (m_besideStatus)
        m_besideStatus->setVisible(shown.isEmpty());
    if (m_choices && m_hidesChoices)
        m_choices->setVisible(shown.isEmpty());
    m_stack->setCurrentWidget(shown.isEmpty() ? static_cast<QWidget*>(m_view) : m_noView);
}

QSize SpaceFrame::pictureSize() const
{
    const int legend = m_legend->isHidden() ? 0 : m_legend->heightForWidth(m_view->width() - 2 * kSide);
    return {m_view->width(), m_view->height() + legend + kSide};
}

void SpaceFrame::paintPicture(QPainter& painter, QSize size) const
{
    const int width = size.width() - 2 * kSide;
    const QSize legend(width, m_legend->isHidden() ? 0 : m_legend->heightForWidth(width));
    const QSize view(size.width(), size.height() - legend.height() - kSide);
    painter.fillRect(QRect({}, size), themeOf(QWidget::palette()).background);
    paintSpace(painter, *m_view, view);
    painter.translate(kSide, view.height());
    if (!m_legend->isHidden())
        m_legend->paint(painter, legend);
}

void SpaceFrame::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    emit appeared();
}

void SpaceFrame::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    emit disappeared();
}

}
