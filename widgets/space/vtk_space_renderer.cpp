// The library `polylogue-space`, which alone knows VTK: what is drawn, and into which picture.
#include "widgets/space/space_renderer.h"
#include "widgets/space/vtk_scene.h"

#include <vtkActor.h>
#include <vtkCamera.h>
#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkNew.h>
#include <vtkOpenGLState.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkShaderProperty.h>
#include <vtkUniforms.h>
#include <vtkUnsignedCharArray.h>

#include <cmath>
#include <cstring>
#include <numbers>
#include <optional>
#include <string>

namespace widgets {

namespace {

constexpr float kRim = 0.62F; // of the radius, squared: from there on a point turns into the background …
constexpr float kHaze = 0.55F; // … and the farthest points by this much

constexpr double kRound = 3.5; // pixels: smaller points are squares, which are drawn a quarter faster

// What is far away fades.
constexpr auto kHazeCode = R"(
    float eyeDepth = 2.0 * clipNear * clipFar
        / (clipFar + clipNear - (2.0 * gl_FragCoord.z - 1.0) * (clipFar - clipNear));
    float haze = clamp((eyeDepth - hazeNear) / (hazeFar - hazeNear), 0.0, 1.0) * hazeMost;
    fragOutput0 = vec4(mix(fragOutput0.rgb, hazeColour, haze), 1.0);
)";

// Squares become discs with a rim in the colour of the background, which keeps neighbours apart.
constexpr auto kDiscCode = R"(
    vec2 discOffset = gl_PointCoord * 2.0 - 1.0;
    float discRadius = dot(discOffset, discOffset);
    if (discRadius > 1.0) discard;
    float rim = smoothstep(discRim, 1.0, discRadius) * 0.85;
    fragOutput0.rgb = mix(fragOutput0.rgb, hazeColour, rim);
)";

std::array<double, 3> fractions(const SpaceColour& colour)
{
    return {colour[0] / 255.0, colour[1] / 255.0, colour[2] / 255.0};
}

/// The edges of the box around the points.
class BoxEdges {
public:
    BoxEdges()
    {
        m_points->SetNumberOfPoints(8);
        for (vtkIdType axis = 0; axis < 3; ++axis) {
            for (vtkIdType corner = 0; corner < 8; ++corner) {
                const vtkIdType edge[]{corner, corner | (1 << axis)};
                if (edge[0] != edge[1])
                    m_cells->InsertNextCell(2, edge);
            }
        }
        m_data->SetPoints(m_points);
        m_data->SetLines(m_cells);
        m_mapper->SetInputData(m_data);
        actor->SetMapper(m_mapper);
        actor->GetProperty()->LightingOff();
    }

    void set(const SpaceBox& box, const SpaceColour& colour, double width)
    {
        if (box != m_box) {
            m_box = box;
            for (unsigned corner = 0; corner < 8; ++corner)
                m_points->SetPoint(corner, box.corner(corner).data());
            m_points->Modified();
        }
        actor->GetProperty()->SetColor(fractions(colour).data());
        actor->GetProperty()->SetLineWidth(static_cast<float>(width));
    }

    vtkNew<vtkActor> actor;

private:
    SpaceBox m_box;
    vtkNew<vtkPoints> m_points;
    vtkNew<vtkCellArray> m_cells;
    vtkNew<vtkPolyData> m_data;
    vtkNew<vtkPolyDataMapper> m_mapper;
};

class VtkSpaceRenderer : public SpaceRenderer {
public:
    VtkSpaceRenderer()
    {
        m_data->SetPoints(m_points);
        m_mapper->SetInputData(m_data);
        m_actor->SetMapper(m_mapper);
        m_actor->GetProperty()->LightingOff();
        m_renderer->AddActor(m_edges.actor);
        m_renderer->AddActor(m_actor);
        m_scene.addTo(*m_renderer);
        m_window->SetMultiSamples(0);
        m_window->SetOwnContext(0);
        m_window->SetReadyForRendering(true);
        m_window->SetIsCurrent(true);
        m_window->SetFrameBlitModeToNoBlit();
        m_window->AddRenderer(m_renderer);
        m_window->OpenGLInitContext();
    }
    ~VtkSpaceRenderer() override { m_window->Finalize(); }

    bool draw(const SpaceDrawing& drawing, std::span<std::uint8_t> picture) override
    {
        const int width = drawing.pictureWidth();
        const int height = drawing.pictureHeight();
        setPositions(drawing);
        setColours(drawing);
        look(drawing);
        m_edges.set(drawing.box, drawing.line, drawing.scale);
        m_edges.actor->SetVisibility(drawing.hasBox);
        m_scene.set(drawing.scene, drawing.scale);
        m_actor->SetVisibility(drawing.pointSize > 0);
        const double size = drawing.pointSize * drawing.scale;
        m_actor->GetProperty()->SetPointSize(static_cast<float>(size));
        setRound(size >= kRound);
        m_renderer->SetBackground(fractions(drawing.background).data());
        m_window->SetSize(width, height);
        m_window->GetState()->Reset();
        m_window->GetState()->Push();
        m_window->Render();
        m_window->GetRGBACharPixelData(0, 0, width - 1, height - 1, 0, m_pixels);
        m_window->GetState()->Pop();
        if (m_pixels->GetNumberOfValues() != static_cast<vtkIdType>(picture.size()))
            return false;
        const std::size_t line = static_cast<std::size_t>(width) * 4;
        for (int y = 0; y < height; ++y)
            std::memcpy(&picture[static_cast<std::size_t>(y) * line],
                        m_pixels->GetPointer(static_cast<vtkIdType>(height - 1 - y) * width * 4), line);
        return true;
    }

private:
    void setRound(bool round)
    {
        if (m_round == round)
            return;
        m_round = round;
        constexpr auto place = "//VTK::Light::Impl";
        vtkShaderProperty* shader = m_actor->GetShaderProperty();
        shader->ClearFragmentShaderReplacement(place, true);
        const std::string code = std::string(place) + '\n' + kHazeCode + (round ? kDiscCode : "");
        shader->AddFragmentShaderReplacement(place, true, code, false);
    }

    void setPositions(const SpaceDrawing& drawing)
    {
        if (drawing.positions == m_positions && drawing.drawnPoints() == m_drawn)
            return;
        if (drawing.positions != m_positions) {
            m_positions = drawing.positions;
            const auto count = static_cast<vtkIdType>(m_positions->size());
            m_points->SetDataTypeToFloat();
            m_points->SetNumberOfPoints(count);
            for (vtkIdType i = 0; i < count; ++i)
                m_points->SetPoint(i, (*m_positions)[static_cast<std::size_t>(i)].data());
            m_points->Modified();
        }
        m_drawn = drawing.drawnPoints();
        vtkNew<vtkCellArray> cells; // one cell of all points is drawn by one call
        cells->InsertNextCell(static_cast<int>(m_drawn));
        for (std::size_t i = 0; i < m_drawn; ++i)
            cells->InsertCellPoint(static_cast<vtkIdType>(i * m_positions->size() / m_drawn));
        m_data->SetVerts(cells);
    }

    void setColours(const SpaceDrawing& drawing)
    {
        if (drawing.colours == m_colours)
            return;
        m_colours = drawing.colours;
        vtkNew<vtkUnsignedCharArray> colours;
        colours->SetNumberOfComponents(3);
        colours->SetNumberOfTuples(static_cast<vtkIdType>(m_colours->size()));
        for (std::size_t i = 0; i < m_colours->size(); ++i)
            colours->SetTypedTuple(static_cast<vtkIdType>(i), (*m_colours)[i].data());
        m_data->GetPointData()->SetScalars(colours);
    }

    void look(const SpaceDrawing& drawing)
    {
        const SpaceCamera& from = drawing.camera;
        const double distance = from.distance();
        const double nearest = distance * 0.02;
        const double farthest = distance * 6;
        vtkCamera* camera = m_renderer->GetActiveCamera();
        camera->SetPosition(from.eye().data());
        camera->SetFocalPoint(from.target.data());
        camera->SetViewUp(from.up().data());
        camera->SetViewAngle(2
                             * std::atan(drawing.height / 2 / from.focalLength(drawing.width, drawing.height))
                             * 180.0 / std::numbers::pi);
        camera->SetClippingRange(nearest, farthest);
        vtkUniforms* uniforms = m_actor->GetShaderProperty()->GetFragmentCustomUniforms();
        uniforms->SetUniformf("clipNear", static_cast<float>(nearest));
        uniforms->SetUniformf("clipFar", static_cast<float>(farthest));
        uniforms->SetUniformf("hazeNear", static_cast<float>(distance - from.radius * 0.8));
        uniforms->SetUniformf("hazeFar", static_cast<float>(distance + from.radius));
        uniforms->SetUniformf("hazeMost", drawing.isFlat ? 0.0F : kHaze);
        uniforms->SetUniformf("discRim", kRim);
        const auto colour = fractions(drawing.background);
        const float haze[]{static_cast<float>(colour[0]), static_cast<float>(colour[1]),
                           static_cast<float>(colour[2])};
        uniforms->SetUniform3f("hazeColour", haze);
    }

    std::shared_ptr<const std::vector<std::array<float, 3>>> m_positions;
    std::shared_ptr<const std::vector<SpaceColour>> m_colours;
    vtkNew<vtkGenericOpenGLRenderWindow> m_window;
    vtkNew<vtkRenderer> m_renderer;
    vtkNew<vtkPoints> m_points;
    vtkNew<vtkPolyData> m_data;
    vtkNew<vtkPolyDataMapper> m_mapper;
    vtkNew<vtkActor> m_actor;
    BoxEdges m_edges;
    VtkScene m_scene;
    std::size_t m_drawn = 0; ///< points
    std::optional<bool> m_round; ///< what the shader is for
    vtkNew<vtkUnsignedCharArray> m_pixels;
};

}

}

extern "C" __attribute__((visibility("default"))) widgets::SpaceRenderer* polylogueSpaceRenderer()
{
    return new widgets::VtkSpaceRenderer;
}
