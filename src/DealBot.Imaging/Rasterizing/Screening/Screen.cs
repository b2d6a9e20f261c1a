namespace DealBot.Imaging.Rasterizing.Screening;

/// <summary>The wording of refusals.</summary>
internal static class Screen
{
    private const int Shown = 60;

    public static ImagingException Refusal(string reason) => new($"The SVG is refused: {reason}.");

    public static string Short(string text) => text.Length <= Shown ? text : text[..Shown] + "…";
}
