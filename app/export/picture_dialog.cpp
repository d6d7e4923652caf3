#include "app/export/picture_dialog.h"

#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/number_box.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace app {

namespace {

enum PictureKindChoice { PdfFigure, SvgFigure, ScreenPng, SharpPng };

constexpr double kLeastWidth = 20; // millimetres
constexpr double kMostWidth = 1000; // millimetres
constexpr double kOwnWidth = -1;

}

PictureDialog::PictureDialog(const QString& title, const QStringList& offers, QWidget* parent)
    : QDialog(parent)
    , m_offers(widgets::named(new QComboBox(this), "pictureOffer"))
    , m_kinds(widgets::named(new QComboBox(this), "pictureKind"))
    , m_widths(widgets::named(new QComboBox(this), "pictureWidth"))
    , m_millimetres(
          widgets::named(new widgets::NumberBox(this), "pictureMillimetres", tr("Width in millimetres")))
{
    setObjectName(QStringLiteral("pictureDialog"));
    setWindowTitle(title);
    widgets::setGuidePage(*this, "exploring");
    m_offers->addItems(offers);
    m_kinds->addItem(tr("PDF with its fonts"), PdfFigure);
    m_kinds->addItem(tr("SVG with texts as texts"), SvgFigure);
    m_kinds->addItem(tr("PNG"), ScreenPng);
    m_kinds->addItem(tr("PNG at double resolution"), SharpPng);
    m_widths->addItem(tr("As on the screen"), 0.0);
    m_widths->addItem(tr("One column: 85 mm"), PictureForm::kOneColumn);
    m_widths->addItem(tr("Two columns: 180 mm"), PictureForm::kTwoColumns);
    m_widths->addItem(tr("Own width"), kOwnWidth);
    m_millimetres->setDecimals(1);
    m_millimetres->setRange(kLeastWidth, kMostWidth);
    m_millimetres->setSuffix(tr(" mm"));
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    if (offers.size() > 1)
        form->addRow(tr("&What"), m_offers);
    else
        m_offers->hide();
    form->addRow(tr("&Format"), m_kinds);
    auto* width = new QHBoxLayout;
    width->addWidget(m_widths, 1);
    width->addWidget(m_millimetres);
    auto* label = new QLabel(tr("&Width"), this);
    label->setBuddy(m_widths);
    form->addRow(label, width);
    auto* buttons = widgets::acceptOrCancel(*this, tr("&Save…"));
    auto* go = buttons->button(QDialogButtonBox::Ok);
    go->setObjectName(QStringLiteral("primary"));
    go->setDefault(true);
    auto* column = new QVBoxLayout(this);
    const int line = fontMetrics().height();
    column->setContentsMargins(line, line, line, line);
    column->setSpacing(line / 2);
    column->addLayout(form);
    column->addStretch();
    column->addWidget(buttons);
    resize(line * 28, sizeHint().height());
    connect(m_widths, &QComboBox::currentIndexChanged, this, &PictureDialog::showWidth);
    showWidth();
}

int PictureDialog::offer() const
{
    return std::max(0, m_offers->currentIndex());
}

void PictureDialog::showWidth()
{
    const double chosen = m_widths->currentData().toDouble();
    m_millimetres->setEnabled(chosen == kOwnWidth);
    m_millimetres->setVisible(chosen != 0.0);
    if (chosen > 0)
        m_millimetres->setValue(chosen);
}

PictureForm PictureDialog::form() const
{
    using Kind = PictureForm::Kind;
    const auto choice = static_cast<PictureKindChoice>(m_kinds->currentData().toInt());
    return {choice == PdfFigure       ? Kind::Pdf
                : choice == SvgFigure ? Kind::Svg
                                      : Kind::Png,
            choice == SharpPng ? 2 : 1,
            m_widths->currentData().toDouble() == 0.0 ? 0.0 : m_millimetres->value()};
}

}
