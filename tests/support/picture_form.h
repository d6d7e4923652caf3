#pragma once

#include "app/export/picture_dialog.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

#include <functional>

namespace support {

/// Answers the form of a picture, once it is there, then the question for a name.
/// @param kind   its place in the form: PDF, SVG, PNG, PNG at double resolution
/// @param width  its place in the form: as on the screen, one column, two, own
/// @param seen   is shown the form before it is accepted
inline void answerPictureForm(QObject* owner, const QString& path, int kind, int width = 0,
                              const std::function<void(QWidget&)>& seen = {})
{
    auto* timer = new QTimer(owner);
    QObject::connect(timer, &QTimer::timeout, owner, [=] {
        if (auto* form = qobject_cast<app::PictureDialog*>(QApplication::activeModalWidget())) {
            form->findChild<QComboBox*>(QStringLiteral("pictureKind"))->setCurrentIndex(kind);
            form->findChild<QComboBox*>(QStringLiteral("pictureWidth"))->setCurrentIndex(width);
            if (seen)
                seen(*form);
            form->accept();
        } else if (auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget())) {
            auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
            if (!dialog->isVisible() || !name)
                return;
            timer->stop();
            timer->deleteLater();
            name->setText(path);
            dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
            if (dialog->isVisible())
                dialog->reject(); // where it would not close, the test fails instead of waiting
        }
    });
    timer->start(20);
}

}
