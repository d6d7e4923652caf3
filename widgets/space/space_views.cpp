#include "widgets/space/space_views.h"

#include "widgets/space/choice_box.h"
#include "widgets/space/face_panel.h"
#include "widgets/space/graph_panel.h"
#include "widgets/space/space_panel.h"
#include "widgets/space/surface_panel.h"
#include "widgets/space/tensor_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace widgets {

SpaceViews::SpaceViews(QString (*vertexName)(const QString&), QWidget* parent)
    : QWidget(parent)
    , m_chooser(new ChoiceBox(QStringLiteral("spaceShown"), tr("What is shown"), this))
    , m_stack(new QStackedWidget(this))
    , m_points(new SpacePanel)
    , m_surface(new SurfacePanel)
    , m_tensor(new TensorPanel)
    , m_graph(new GraphPanel(vertexName))
    , m_face(new FacePanel)
{
    setAutoFillBackground(true);
    for (const QString& name : {tr("Points: segments of the dataset"), tr("Feature surface"),
                                tr("Fusion tensor"), tr("Fusion graph"), tr("Face in 3-D")})
        m_chooser->addItem(name);
    m_chooser->setToolTip(
        tr("What is shown: the segments of the whole dataset, or features, what the model makes "
           "of the segment in sight, or the face at the playhead"));
    for (SpaceFrame* frame : all())
        m_stack->addWidget(frame);
    auto* label = new QLabel(tr("Show"), this);
    label->setBuddy(m_chooser);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 8, 16, 0);
    head->setSpacing(8);
    head->addWidget(label);
    head->addWidget(m_chooser, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
    connect(m_chooser, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_stack->setCurrentIndex(index);
        emit shownChanged();
    });
}

std::array<SpaceFrame*, 5> SpaceViews::all() const
{
    return {m_points, m_surface, m_tensor, m_graph, m_face};
}

SpaceFrame& SpaceViews::current() const
{
    return *all().at(static_cast<std::size_t>(m_stack->currentIndex()));
}

SpaceViews::Shown SpaceViews::shown() const
{
    return static_cast<Shown>(m_stack->currentIndex());
}

void SpaceViews::setShown(Shown shown)
{
    m_chooser->setCurrentIndex(static_cast<int>(shown));
}

QString SpaceViews::name() const
{
    return shown() == Shown::Points ? tr("Space") : m_chooser->currentText();
}

}
