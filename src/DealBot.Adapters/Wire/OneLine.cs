namespace DealBot.Adapters.Wire;

/// <summary>A text where there is room for one line.</summary>
internal static class OneLine
{
    public static string Of(string text) => Utf8Text.WithoutControls(text).ReplaceLineEndings(" ").Trim();
}
