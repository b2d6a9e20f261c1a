using System.Runtime.InteropServices;

namespace DealBot.Imaging.Rasterizing.Native;

/// <summary>A length with its unit, numbered as <c>RsvgUnit</c> does.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct RsvgLength(double Length, int Unit)
{
    // What em and ex are of where no font size is set.
    private const double FontSize = 12;

    /// <summary>In pixels, or null for a percentage, which is of something unknown.</summary>
    public double? InPixels(double dpi) => Unit switch
    {
        1 => Length,
        2 => Length * FontSize,
        3 => Length * FontSize / 2,
        4 => Length * dpi,
        5 => Length * dpi / 2.54,
        6 => Length * dpi / 25.4,
        7 => Length * dpi / 72,
        8 => Length * dpi / 6,
        _ => null,
    };
}
