#include "widgets/space/vtk_scene.h"

#include <vtkCellArray.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkUnsignedCharArray.h>

namespace widgets {

namespace {

constexpr double kLineWidth = 1.5; // pixels of the view

/// Cells of so many vertices each.
template <std::size_t count>
vtkNew<vtkCellArray> cellsOf(const std::vector<std::array<std::uint32_t, count>>& cells)
{
    vtkNew<vtkCellArray> result;
    result->AllocateExact(static_cast<vtkIdType>(cells.size()), static_cast<vtkIdType>(cells.size() * count));
    for (const auto& cell : cells) {
        result->InsertNextCell(static_cast<int>(count));
        for (const std::uint32_t vertex : cell)
            result->InsertCellPoint(static_cast<vtkIdType>(vertex));
    }
    return result;
}

}

VtkScene::VtkScene()
{
    m_surfaceMapper->SetInputData(m_surfaces);
    m_lineMapper->SetInputData(m_lines);
    m_surfaceActor->SetMapper(m_surfaceMapper);
    m_lineActor->SetMapper(m_lineMapper);
    m_surfaceActor->GetProperty()->LightingOff(); // the colours are lit
    m_lineActor->GetProperty()->LightingOff();
}

void VtkScene::addTo(vtkRenderer& renderer)
{
    renderer.AddActor(m_surfaceActor);
    renderer.AddActor(m_lineActor);
}

void VtkScene::set(const std::shared_ptr<const SpaceScene>& scene, double scale)
{
    if (scene != m_shown) {
        m_shown = scene;
        if (scene)
            fill();
    }
    m_surfaceActor->GetProperty()->SetBackfaceCulling(scene && scene->isOneSided);
    m_surfaceActor->SetVisibility(scene && !scene->triangles.empty());
    m_lineActor->SetVisibility(scene && !scene->lines.empty());
    m_lineActor->GetProperty()->SetLineWidth(static_cast<float>(kLineWidth * scale));
}

void VtkScene::fill()
{
    vtkNew<vtkPoints> points;
    points->SetDataTypeToFloat();
    points->SetNumberOfPoints(static_cast<vtkIdType>(m_shown->vertices.size()));
    vtkNew<vtkUnsignedCharArray> colours;
    colours->SetNumberOfComponents(3);
    colours->SetNumberOfTuples(static_cast<vtkIdType>(m_shown->vertices.size()));
    for (std::size_t i = 0; i < m_shown->vertices.size(); ++i) {
        points->SetPoint(static_cast<vtkIdType>(i), m_shown->vertices[i].data());
        colours->SetTypedTuple(static_cast<vtkIdType>(i), m_shown->colours[i].data());
    }
    for (vtkPolyData* data : {m_surfaces.Get(), m_lines.Get()}) {
        data->SetPoints(points);
        data->GetPointData()->SetScalars(colours);
    }
    m_surfaces->SetPolys(cellsOf(m_shown->triangles));
    m_lines->SetLines(cellsOf(m_shown->lines));
}

}
