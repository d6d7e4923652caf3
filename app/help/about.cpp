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
            .arg(QCoreApplication::applicationVersion())
        + About::tr(
            "<p>Parts that learnt from people, each with its licence beside it: expression (votes of FER+: "
            "MIT), valence (VADER: MIT, Apache-2.0), arousal (EmoDB: CC0), word vectors (GloVe: PDDL), "
            "points of a face (MediaPipe: Apache-2.0), their sum (votes of CREMA-D: ODbL).</p>"));
    about.exec();
}

}
