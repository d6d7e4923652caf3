#include "engine/media/time_stretch.h"

extern "C" {
#include <libavfilter/avfilter.h>
#include <libavfilter/buffersink.h>
#include <libavfilter/buffersrc.h>
}

#include "engine/core/error.h"
#include "engine/media/libav.h"

#include <algorithm>
#include <cstring>
#include <locale>
#include <sstream>
#include <string>

namespace engine {

namespace {

/// One stage changes the tempo by at most this factor without leaving samples out.
constexpr double kMostPerStage = 2.0;

struct GraphDeleter {
    void operator()(AVFilterGraph* p) const { avfilter_graph_free(&p); }
};

/// `atempo=2,atempo=1.5`
std::string stages(double rate)
{
    std::ostringstream text;
    text.imbue(std::locale::classic());
    for (; rate > kMostPerStage; rate /= kMostPerStage)
        text << "atempo=" << kMostPerStage << ',';
    for (; rate < 1.0 / kMostPerStage; rate *= kMostPerStage)
        text << "atempo=" << 1.0 / kMostPerStage << ',';
    text << "atempo=" << rate;
    return text.str();
}

}

class TimeStretch::Impl {
public:
    Impl(int sampleRate, int channels, double rate)
        : m_sampleRate(sampleRate)
        , m_channels(channels)
        , m_rate(std::clamp(rate, kSlowest, kFastest))
        , m_graph(avfilter_graph_alloc())
        , m_frame(libav::own(av_frame_alloc()))
    {
        if (!m_graph)
            throw std::bad_alloc();
        m_graph->nb_threads = 1;
        const std::string layout = std::to_string(channels) + "c";
        const std::string source = "abuffer=sample_rate=" + std::to_string(sampleRate)
            + ":sample_fmt=flt:channel_layout="
            + (channels == 1       ? "mono"
                   : channels == 2 ? "stereo"
                                   : layout)
            + ":time_base=1/" + std::to_string(sampleRate);
        const std::string text
            = source + "[in];[in]" + stages(m_rate) + ",aformat=sample_fmts=flt[out];[out]abuffersink";
        AVFilterInOut* inputs = nullptr;
        AVFilterInOut* outputs = nullptr;
        int code = avfilter_graph_parse2(m_graph.get(), text.c_str(), &inputs, &outputs);
        avfilter_inout_free(&inputs);
        avfilter_inout_free(&outputs);
        if (code >= 0)
            code = avfilter_graph_config(m_graph.get(), nullptr);
        if (code < 0)
            throw IoError("io", "atempo", "sound cannot be stretched (" + libav::errorText(code) + ").");
        m_source = m_graph->filters[0];
        m_sink = m_graph->filters[0];
        for (unsigned i = 0; i < m_graph->nb_filters; ++i) {
            const std::string_view name = m_graph->filters[i]->filter->name;
            if (name == "abuffer")
                m_source = m_graph->filters[i];
            if (name == "abuffersink")
                m_sink = m_graph->filters[i];
        }
    }

    double rate() const { return m_rate; }

    void push(std::span<const float> interleaved)
    {
        const auto count = interleaved.size() / static_cast<std::size_t>(m_channels);
        if (count == 0)
            return;
        const auto frame = libav::own(av_frame_alloc());
        frame->format = AV_SAMPLE_FMT_FLT;
        frame->sample_rate = m_sampleRate;
        frame->nb_samples = static_cast<int>(count);
        frame->pts = m_pushed;
        av_channel_layout_default(&frame->ch_layout, m_channels);
        if (av_frame_get_buffer(frame.get(), 0) < 0)
            throw std::bad_alloc();
        std::memcpy(frame->data[0], interleaved.data(),
                    count * static_cast<std::size_t>(m_channels) * sizeof(float));
        m_pushed += static_cast<std::int64_t>(count);
        check(av_buffersrc_add_frame(m_source, frame.get()));
    }

    void finish() { check(av_buffersrc_add_frame(m_source, nullptr)); }

    std::size_t pull(std::span<float> interleaved)
    {
        const auto width = static_cast<std::size_t>(m_channels);
        std::size_t done = 0;
        while (done < interleaved.size() / width) {
            if (m_taken == static_cast<std::size_t>(m_frame->nb_samples)) {
                av_frame_unref(m_frame.get());
                m_taken = 0;
                if (av_buffersink_get_frame(m_sink, m_frame.get()) < 0)
                    break;
            }
            const auto* samples = reinterpret_cast<const float*>(m_frame->data[0]);
            const std::size_t count = std::min(static_cast<std::size_t>(m_frame->nb_samples) - m_taken,
                                               interleaved.size() / width - done);
            std::copy_n(samples + m_taken * width, count * width,
                        interleaved.begin() + static_cast<std::ptrdiff_t>(done * width));
            m_taken += count;
            done += count;
        }
        return done;
    }

private:
    static void check(int code)
    {
        if (code < 0)
            throw IoError("io", "atempo", "sound cannot be stretched (" + libav::errorText(code) + ").");
    }

    int m_sampleRate = 0;
    int m_channels = 0;
    double m_rate = 1.0;
    std::unique_ptr<AVFilterGraph, GraphDeleter> m_graph;
    AVFilterContext* m_source = nullptr;
    AVFilterContext* m_sink = nullptr;
    libav::Owner<AVFrame> m_frame; ///< stretched, partly pulled
    std::size_t m_taken = 0;
    std::int64_t m_pushed = 0;
};

TimeStretch::TimeStretch(int sampleRate, int channels, double rate)
    : m_impl(std::make_unique<Impl>(sampleRate, channels, rate))
{
}

TimeStretch::~TimeStretch() = default;
TimeStretch::TimeStretch(TimeStretch&&) noexcept = default;
TimeStretch& TimeStretch::operator=(TimeStretch&&) noexcept = default;

double TimeStretch::rate() const
{
    return m_impl->rate();
}
void TimeStretch::push(std::span<const float> interleaved)
{
    m_impl->push(interleaved);
}
void TimeStretch::finish()
{
    m_impl->finish();
}
std::size_t TimeStretch::pull(std::span<float> interleaved)
{
    return m_impl->pull(interleaved);
}

}
