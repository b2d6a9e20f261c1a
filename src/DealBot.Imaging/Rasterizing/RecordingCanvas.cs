using DealBot.Imaging.Rasterizing.Native;

namespace DealBot.Imaging.Rasterizing;

/// <summary>
/// Records a drawing as vectors and replays it onto a bitmap, for the sake of emoji and of speed.
/// </summary>
/// <remarks>
/// On a bitmap librsvg draws text as outlines, which makes black blots of colour emoji and fills every character anew (seen in 2.54, and
/// still so in later sources). Only on a PDF surface does it hand glyphs to cairo as text, which draws them in colour and from its cache.
/// So the context belongs to a PDF surface, but all drawing goes into a group of it, which cairo keeps as a recording. The group is
/// replayed on the bitmap and the PDF stays an empty page that nobody writes. Text in a group with opacity, a filter or a mask goes
/// through a bitmap of librsvg's own: there emoji stay blots.
/// </remarks>
internal sealed class RecordingCanvas : IDisposable
{
    private readonly SafeCairoSurface _page;

    private RecordingCanvas(SafeCairoSurface page, SafeCairoContext context) => (_page, Context) = (page, context);

    public SafeCairoContext Context { get; }

    public static RecordingCanvas Create(PixelSize size)
    {
        var page = Cairo.PdfSurfaceCreateForStream(write: 0, target: 0, size.Width, size.Height);
        var canvas = new RecordingCanvas(page, Cairo.Create(page));
        Cairo.PushGroup(canvas.Context);
        return canvas;
    }

    /// <summary>Ends the recording.</summary>
    public void ReplayOn(CairoImage image)
    {
        using var recording = Cairo.PopGroup(Context);
        Cairo.ThrowIfFailed(Cairo.Status(Context), "draw");
        using var target = image.NewContext();
        Cairo.SetSource(target, recording);
        Cairo.Paint(target);
        Cairo.ThrowIfFailed(Cairo.Status(target), "draw");
        image.Flush();
    }

    public void Dispose()
    {
        Context.Dispose();
        _page.Dispose();
    }
}
