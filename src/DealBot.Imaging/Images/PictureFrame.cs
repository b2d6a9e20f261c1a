using DealBot.Imaging.Charts;
using DealBot.Imaging.Text;

namespace DealBot.Imaging.Images;

/// <summary>Draws a picture cropped to a frame with round corners, or a placeholder where there is no picture.</summary>
public static class PictureFrame
{
    private const double MaxLength = 10_000;
    private const double IconSize = 120;

    // Below this a label could not be read.
    private const double LeastForLabel = 150;

    // A parcel with a bow, 120 wide, around its middle.
    private const string Icon = "M-52 -24h104a8 8 0 0 1 8 8v20h-120v-20a8 8 0 0 1 8 -8zM-50 4v54a10 10 0 0 0 10 10h80a10 10 0 0 0 10 -10v-54M0 -24v92"
        + "M0 -24c-14 -34 -48 -38 -44 -14c2 12 24 14 44 14c20 0 42 -2 44 -14c4 -24 -30 -20 -44 14";

    /// <summary>An SVG fragment. Whatever the picture is, the fragment is well formed and draws something.</summary>
    /// <param name="picture">
    /// A <c>data:</c> URI of a PNG, JPEG, GIF or WebP. Anything else, and one that <see cref="PictureLimits"/> refuses, gives the
    /// placeholder: an address is never fetched from here.
    /// </param>
    /// <param name="frame">The place and its corners, in user units.</param>
    /// <param name="look">The placeholder; <see cref="PictureLook.Default"/> when null.</param>
    /// <param name="limits">What to refuse; <see cref="PictureLimits.Default"/> when null.</param>
    public static string Draw(string? picture, Frame frame, PictureLook? look = null, PictureLimits? limits = null)
    {
        frame = frame.Clamped(MaxLength);
        look ??= PictureLook.Default;
        var header = DataUri.HeaderOf(picture) is { } known && (limits ?? PictureLimits.Default).Refuse(known) is null ? known : (ImageHeader?)null;
        var clip = FormattableString.Invariant($"frame{frame.X:0.##}_{frame.Y:0.##}_{frame.Width:0.##}_{frame.Height:0.##}_{frame.Radius:0.##}");
        var content = header?.Format switch
        {
            null => Placeholder(frame, look),

            // Seen through a picture of these kinds, a placeholder would spoil it.
            ImageFormat.Png or ImageFormat.Gif => Rectangle(frame, "#fff") + Image(picture!, frame),
            _ => Placeholder(frame, look) + Image(picture!, frame),
        };
        return $"""<clipPath id="{clip}">{Rectangle(frame, null)}</clipPath><g clip-path="url(#{clip})">{content}</g>""";
    }

    private static string Image(string picture, Frame frame) =>
        $"""<image {Place(frame)} preserveAspectRatio="xMidYMid slice" href="{picture}"/>""";

    private static string Placeholder(Frame frame, PictureLook look)
    {
        var shorter = Math.Min(frame.Width, frame.Height);
        var label = shorter < LeastForLabel ? "" : look.Label;
        var (centreX, centreY) = (frame.X + (frame.Width / 2), frame.Y + (frame.Height / 2));
        var lift = label.Length == 0 ? 0.02 : 0.08;
        var scale = shorter * 0.36 / IconSize;
        var ink = SvgText.Escape(look.Ink);
        return Rectangle(frame, look.Ground)
            + $"""<g fill="{ink}" fill-opacity="0.16">{Circle(frame.X + (frame.Width * 0.92), frame.Y + (frame.Height * 0.1), shorter * 0.3)}{Circle(frame.X + (frame.Width * 0.06), frame.Y + (frame.Height * 0.94), shorter * 0.4)}</g>"""
            + $"""<path transform="translate({N(centreX)} {N(centreY - (shorter * lift))}) scale({SvgNumber.Format(scale, decimals: 4)})" d="{Icon}" fill="none" stroke="{ink}" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"/>"""
            + (label.Length == 0 ? "" : Label(label, centreX, centreY + (shorter * 0.28), Math.Clamp(shorter * 0.075, 16, 30), ink));
    }

    private static string Label(string label, double x, double y, double size, string ink) =>
        $"""<text x="{N(x)}" y="{N(y)}" font-size="{N(size)}" text-anchor="middle" fill="{ink}">{SvgText.Escape(string.Concat(TextWrap.Wrap(DisplayText.Clean(label), 8, 1)))}</text>""";

    private static string Circle(double x, double y, double radius) => $"""<circle cx="{N(x)}" cy="{N(y)}" r="{N(radius)}"/>""";

    private static string Rectangle(Frame frame, string? fill) =>
        $"""<rect {Place(frame)} rx="{N(frame.Radius)}"{(fill is null ? "" : $" fill=\"{SvgText.Escape(fill)}\"")}/>""";

    private static string Place(Frame frame) => $"""x="{N(frame.X)}" y="{N(frame.Y)}" width="{N(frame.Width)}" height="{N(frame.Height)}" """.TrimEnd();

    private static string N(double number) => SvgNumber.Format(number);
}
