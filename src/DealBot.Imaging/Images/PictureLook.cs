namespace DealBot.Imaging.Images;

/// <summary>How a frame looks that has no picture to show.</summary>
/// <param name="Ground">Colour of the ground, any SVG colour.</param>
/// <param name="Ink">Colour of icon and label; also, faint, of the shapes behind them.</param>
/// <param name="Label">A word or two below the icon, such as the category; left out where there is no room.</param>
public sealed record PictureLook(string Ground, string Ink, string Label)
{
    /// <summary>A warm grey that goes with any theme, without a label.</summary>
    public static PictureLook Default { get; } = new("#F4F0EA", "#C4B8A8", "");
}
