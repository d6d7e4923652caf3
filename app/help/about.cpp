#include "app/help/about.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace app {

namespace {

struct About {
    Q_DECLARE_TR_FUNCTIONS(app::About)
};

}

void showAbout(QWidget* window)
{
    QMessageBox about(window);
    about.setWindowTitle(About::tr("About Polylogue"));
    about.setTextFormat(Qt::RichText);
    about.setText(
        About::tr("<b>Polylogue %1</b><p>A workbench for multimodal language: talking videos with "
                  "their computational "
                  "sequences on one timeline, alignment and fusion models live.</p><p>Free software "
                  "under the GNU GPL, "
                  "version 3 or later.</p>")
            .arg(QCoreApplication::applicationVersion()));
    about.exec();
}

}
