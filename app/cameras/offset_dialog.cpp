#include "app/cameras/offset_dialog.h"

#include "widgets/base/guide_page.h"
#include "widgets/base/number_box.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

namespace {

constexpr double kMost = 86400.0; // seconds

}

OffsetDialog::OffsetDialog(const QString& what, double seconds, double frame, QWidget* parent, Of of)
    : QDialog(parent)
    , m_field(new widgets::NumberBox(this))
    , m_frame(frame)
{
    widgets::setGuidePage(*this, "exploring");
    setObjectName(QStringLiteral("offsetDialog"));
    setWindowTitle(tr("Offset of %1").arg(what));
    setAttribute(Qt::WA_DeleteOnClose);
    m_field->setObjectName(QStringLiteral("offset"));
    m_field->setRange(-kMost, kMost);
    m_field->setDecimals(3);
    m_field->setSingleStep(0.1);
    m_field->setSuffix(tr(" s"));
    m_field->setButtonSymbols(QAbstractSpinBox::NoButtons); // those below step by frames
    m_field->setKeyboardTracking(false); // what is half typed is no offset
    setOffset(seconds);
    connect(m_field, &QDoubleSpinBox::valueChanged, this, [this](double typed) {
        m_seconds = typed;
        emit offsetEdited(typed);
    });

    auto* frames = new QHBoxLayout;
    const auto addButton = [&](const QString& text, const char* name, int step) {
        auto* button = new QPushButton(text, this);
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
        button->setAutoRepeat(true);
        connect(button, &QPushButton::clicked, this, [this, step] { move(step); });
        frames->addWidget(button);
    };
    addButton(tr("One frame &earlier"), "earlier", -1);
    addButton(tr("One frame &later"), "later", 1);

    const bool isCamera = of == Of::Camera;
    auto* help = new QLabel(
        isCamera ? tr("Where %1 begins on the timeline. A negative offset: it began before the first camera.")
                       .arg(what)
                 : tr("How much later than in its file the rows of %1 lie in this video. A negative offset: "
                      "earlier.")
                       .arg(what),
        this);
    help->setWordWrap(true);
    help->setForegroundRole(QPalette::PlaceholderText);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Return takes what was typed
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* form = new QFormLayout;
    form->addRow(isCamera ? tr("&Begins at") : tr("&Later by"), m_field);
    auto* column = new QVBoxLayout(this);
    const int line = fontMetrics().height();
    column->setContentsMargins(line, line, line, line);
    column->setSpacing(line * 2 / 3);
    column->addWidget(help);
    column->addLayout(form);
    column->addLayout(frames);
    column->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 52);
}

void OffsetDialog::setOffset(double seconds)
{
    const QSignalBlocker quiet(m_field);
    m_seconds = seconds;
    m_field->setValue(seconds);
}

void OffsetDialog::move(int frames)
{
    setOffset(std::clamp(m_seconds + frames * m_frame, -kMost, kMost));
    emit offsetEdited(m_seconds);
}

}
