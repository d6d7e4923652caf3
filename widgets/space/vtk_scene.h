#pragma once

#include "widgets/space/space_renderer.h"

#include <vtkActor.h>
#include <vtkNew.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>

class vtkRenderer;

namespace widgets {

/// The surfaces and lines of a SpaceScene, within the library `polylogue-space`.
class VtkScene {
public:
    VtkScene();
    void addTo(vtkRenderer& renderer);
    /// @param scene  null: nothing is seen. @param scale  pixels of the picture per pixel of the view
    void set(const std::shared_ptr<const SpaceScene>& scene, double scale);

private:
    void fill();

    std::shared_ptr<const SpaceScene> m_shown;
    vtkNew<vtkPolyData> m_surfaces;
    vtkNew<vtkPolyData> m_lines;
    vtkNew<vtkPolyDataMapper> m_surfaceMapper;
    vtkNew<vtkPolyDataMapper> m_lineMapper;
    vtkNew<vtkActor> m_surfaceActor;
    vtkNew<vtkActor> m_lineActor;
};

}
