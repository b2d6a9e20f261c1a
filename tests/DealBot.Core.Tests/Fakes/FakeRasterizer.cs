using DealBot.Imaging.Rasterizing;

namespace DealBot.Core.Tests.Fakes;

/// <summary>Draws nothing, but remembers what it was to draw.</summary>
internal sealed class FakeRasterizer : IImageRasterizer
{
    public List<string> Drawn { get; } = [];

    public Exception? Fault { get; set; }

    public byte[] ToJpeg(string svg, JpegOptions options, CancellationToken cancellationToken = default)
    {
        if (Fault is { } fault)
        {
            throw fault;
        }

        lock (Drawn)
        {
            Drawn.Add(svg);
        }

        return [0xFF, 0xD8, 0xFF];
    }

    public byte[] ToPng(string svg, PngOptions options, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
