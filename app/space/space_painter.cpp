#include "app/space/space_painter.h"

#include <QFileInfo>
#include <QLibrary>
#include <QOffscreenSurface>
#include <QOpenGLContext>

#include <stdexcept>

namespace app {

namespace {

QSurfaceFormat wantedFormat()
{
    QSurfaceFormat format; // the least that VTK needs
    format.setVersion(3, 2);
    format.setProfile(QSurfaceFormat::CoreProfile);
    return format;
}

[[noreturn]] void fail(const QString& sentence)
{
    throw std::runtime_error(sentence.toStdString());
}

/// The library beside the programs, or where an installation has it.
QString libraryIn(const QString& folder)
{
    const QString beside = folder + QStringLiteral("/polylogue-space.so");
    return QFileInfo::exists(beside) ? beside
                                     : folder + QStringLiteral("/" POLYLOGUE_MODULES "/polylogue-space.so");
}

/// What draws, with its context; made and destroyed on the thread that draws.
class Canvas {
public:
    /// Loads drivers and libraries, which takes a while. @throws std::runtime_error with a sentence.
    explicit Canvas(const QString& folder)
    {
        m_context.setFormat(wantedFormat());
        if (!m_context.create() || m_context.format().version() < qMakePair(3, 2))
            fail(noOpenGl());
        if (!QOpenGLContext::supportsThreadedOpenGL())
            fail(SpacePainter::tr("The graphics driver cannot draw beside the window, which Space needs."));
        QLibrary library(libraryIn(folder));
        m_make
            = reinterpret_cast<widgets::MakeSpaceRenderer>(library.resolve(widgets::kSpaceRendererFunction));
        if (!m_make)
            fail(SpacePainter::tr("The part of Polylogue that draws Space cannot be loaded: %1")
                     .arg(library.errorString()));
    }
    ~Canvas()
    {
        if (m_surface && m_context.makeCurrent(m_surface))
            m_renderer.reset();
        else
            static_cast<void>(m_renderer.release()); // nothing can be freed without its context
        m_context.doneCurrent();
    }
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    QImage draw(const widgets::SpaceDrawing& drawing, QOffscreenSurface& surface)
    {
        m_surface = &surface;
        if (!surface.isValid() || !m_context.makeCurrent(&surface))
            fail(noOpenGl());
        if (!m_renderer)
            m_renderer.reset(m_make());
        QImage image(drawing.pictureWidth(), drawing.pictureHeight(), QImage::Format_RGBX8888);
        if (image.isNull()
            || !m_renderer->draw(drawing, {image.bits(), static_cast<std::size_t>(image.sizeInBytes())}))
            fail(SpacePainter::tr("OpenGL stopped drawing Space; open the tab again to try once more."));
        return image;
    }

private:
    static QString noOpenGl()
    {
        return SpacePainter::tr("Space needs OpenGL 3.2, which this display does not have. Everything else "
                                "works without it.");
    }

    QOffscreenSurface* m_surface = nullptr;
    QOpenGLContext m_context;
    widgets::MakeSpaceRenderer m_make = nullptr;
    std::unique_ptr<widgets::SpaceRenderer> m_renderer;
};

}

SpacePainter::SpacePainter(QString folder, QObject* parent) : QObject(parent), m_folder(std::move(folder))
{
    qRegisterMetaType<widgets::SpaceDrawing>();
    connect(this, &SpacePainter::loaded, this, &SpacePainter::makeSurface, Qt::QueuedConnection);
}

void SpacePainter::start()
{
    m_thread = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

SpacePainter::~SpacePainter()
{
    m_thread.request_stop();
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join(); // before its surface goes
}

void SpacePainter::want(const widgets::SpaceDrawing& drawing)
{
    const std::lock_guard lock(m_mutex);
    m_wanted = drawing;
    m_wake.notify_all();
}

/// Only the window's thread may make surfaces; with the driver loaded it does so at once.
void SpacePainter::makeSurface()
{
    auto surface = std::make_unique<QOffscreenSurface>();
    surface->setFormat(wantedFormat());
    surface->create();
    const std::lock_guard lock(m_mutex);
    m_surface = std::move(surface);
    m_wake.notify_all();
}

void SpacePainter::work(const std::stop_token& stop)
{
    try {
        Canvas canvas(m_folder);
        emit loaded();
        std::unique_lock lock(m_mutex);
        while (m_wake.wait(lock, stop, [this] { return m_surface && m_wanted; })) {
            const widgets::SpaceDrawing drawing = *std::exchange(m_wanted, std::nullopt);
            lock.unlock();
            emit painted(canvas.draw(drawing, *m_surface), drawing);
            lock.lock();
        }
    } catch (const std::exception& error) {
        emit failed(QString::fromUtf8(error.what()));
    }
}

}
