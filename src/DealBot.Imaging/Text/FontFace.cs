namespace DealBot.Imaging.Text;

/// <summary>A face to measure or draw text in.</summary>
/// <param name="Family">The family as SVG names it, for example <c>Noto Sans CJK SC</c>; one that is not installed is replaced by the font
/// that would be drawn.</param>
/// <param name="Weight">The weight as SVG counts it, 100 to 900: 400 regular, 700 bold.</param>
public readonly record struct FontFace(string Family, int Weight)
{
    /// <summary>The family that posters are set in.</summary>
    public const string PosterFamily = "Noto Sans CJK SC";

    /// <summary>The regular face of posters.</summary>
    public static FontFace Regular { get; } = new(PosterFamily, 400);

    /// <summary>The bold face of posters.</summary>
    public static FontFace Bold { get; } = new(PosterFamily, 700);
}
