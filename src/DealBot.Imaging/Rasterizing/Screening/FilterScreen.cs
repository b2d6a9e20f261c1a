namespace DealBot.Imaging.Rasterizing.Screening;

/// <summary>Bounds the steps of filters, some of which take the time of their radius squared for every pixel.</summary>
internal static class FilterScreen
{
    public const int MostSteps = 32;

    // By the time they take for each pixel.
    private static readonly Dictionary<string, int> Slow = new() { ["feTurbulence"] = 8, ["feMorphology"] = 6, ["feConvolveMatrix"] = 4, ["feDiffuseLighting"] = 4, ["feSpecularLighting"] = 4 };

    private static readonly Dictionary<string, double> Most = new()
    {
        ["radius"] = 5,
        ["numOctaves"] = 5,
        ["order"] = 9,
        ["kernelUnitLength"] = 0,
        ["filterRes"] = 0,
    };

    public static bool IsStep(string element) => element.StartsWith("fe", StringComparison.Ordinal);

    /// <summary>How many plain bitmaps a step is worth; 0 for an element that is none.</summary>
    public static int Weight(string element) => IsStep(element) ? Slow.GetValueOrDefault(element, 1) : 0;

    public static void Check(string attribute, string value)
    {
        if (Most.TryGetValue(attribute, out var most) && ValueScreen.Numbers(value).Any(number => number > most))
            throw Screen.Refusal(most == 0 ? $"{attribute} is not drawn" : $"{attribute} is {Screen.Short(value)}, at most {most} is drawn");
    }
}
