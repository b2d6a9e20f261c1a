using DealBot.Imaging.Rasterizing.Native;

namespace DealBot.Imaging.Rasterizing;

/// <summary>
/// Records a drawing as vectors and replays it onto a bitmap, for the sake of emoji.
/// </summary>
/// <remarks>
/// On a bitmap librsvg draws text as outlines, which makes black blots of colour emoji (seen in 2.54, and still so in later sources). Only
/// on a PDF surface does it hand glyphs to cairo as text. Cairo records what is drawn on such a surface, and a surface painted with it as
/// the source gets that recording, colours included; no PDF is ever written. Text in a group with opacity, a filter or a mask goes through
/// a bitmap of librsvg's own: there emoji stay blots.
/// </remarks>
internal sealed class RecordingCanvas : IDisposable
{
    private readonly SafeCairoSurface _recording;

    private RecordingCanvas(SafeCairoSurface recording, SafeCairoContext context) => (_recording, Context) = (recording, context);

    public SafeCairoContext Context { get; }

    public static RecordingCanvas Create(PixelSize size)
    {
        var recording = Cairo.PdfSurfaceCreateForStream(write: 0, target: 0, size.Width, size.Height);
        return new RecordingCanvas(recording, Cairo.Create(recording));
    }

    public void ReplayOn(CairoImage image)
    {
        using var target = image.NewContext();
        Cairo.SetSourceSurface(target, _recording, 0, 0);
        Cairo.Paint(target);
        Cairo.ThrowIfFailed(Cairo.Status(target), "draw");
        image.Flush();
    }

    public void Dispose()
    {
        // An emptied page is all that cairo then composes when it ends the document; otherwise it would embed fonts and compress images for
        // nobody.
        Cairo.SetOperator(Context, Cairo.OperatorClear);
        Cairo.Paint(Context);
        Context.Dispose();
        _recording.Dispose();
    }
}
