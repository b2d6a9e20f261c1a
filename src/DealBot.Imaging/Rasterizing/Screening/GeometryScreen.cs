namespace DealBot.Imaging.Rasterizing.Screening;

/// <summary>Follows how large text may come out: through transforms, view boxes and font sizes.</summary>
internal static class GeometryScreen
{
    private const double LargestText = 1000;
    private const double UnknownSide = 2000;
    private const double LargestScale = 1000;

    /// <summary>A property, given as an attribute or in a style.</summary>
    /// <param name="name">In lower case.</param>
    /// <param name="value">Its text.</param>
    /// <param name="scale">Pixels a unit, at most, where it stands.</param>
    public static void CheckProperty(string name, string value, double scale)
    {
        if (name is "font-size" or "font" && ValueScreen.Numbers(value) is [var size, ..] && !IsRelative(value) && size * Math.Max(1, scale) > LargestText)
            throw Screen.Refusal($"text of {Screen.Short(value)} is too large, at most {LargestText} pixels are drawn");
        if (name is "font-size" && IsRelative(value) && Relative(value) > 10)
            throw Screen.Refusal($"font-size {Screen.Short(value)} is too large");
    }

    /// <summary>By how much an element enlarges what is in it.</summary>
    public static double Scale(string name, string value) => name switch
    {
        "transform" or "gradienttransform" or "patterntransform" => Transform(value),
        "font-size" when IsRelative(value) => Math.Max(1, Relative(value)),
        _ => 1,
    };

    public static double Multiply(double outer, double own)
    {
        var scale = outer * own;
        return scale <= LargestScale ? scale : throw Screen.Refusal($"its transforms enlarge more than {LargestScale} times");
    }

    /// <summary>By how much a view box enlarges.</summary>
    public static double ViewBox(string? viewBox, string? width, string? height)
    {
        if (viewBox is null || ValueScreen.Numbers(viewBox) is not [_, _, > 0 and var boxWidth, > 0 and var boxHeight])
            return 1;

        return Math.Max(1, Math.Max(Side(width) / boxWidth, Side(height) / boxHeight));
    }

    private static double Side(string? length) => length is not null && !length.Contains('%', StringComparison.Ordinal) && ValueScreen.Numbers(length) is [var side, ..] ? side : UnknownSide;

    private static double Transform(string value)
    {
        var product = 1.0;
        foreach (var step in value.Split(')'))
        {
            var name = step.TrimStart(' ', ',', '\t', '\r', '\n');
            if (name.StartsWith("scale", StringComparison.Ordinal))
                product *= Largest(ValueScreen.Numbers(step));
            else if (name.StartsWith("matrix", StringComparison.Ordinal))
                product *= Largest(ValueScreen.Numbers(step).Take(4));
        }

        return Math.Max(1, product);
    }

    private static double Largest(IEnumerable<double> numbers) => numbers.DefaultIfEmpty(1).Max();

    private static bool IsRelative(string value) => value.EndsWith("em", StringComparison.OrdinalIgnoreCase) || value.EndsWith("ex", StringComparison.OrdinalIgnoreCase) || value.EndsWith('%');

    private static double Relative(string value) => ValueScreen.Numbers(value) is [var factor, ..] ? value.EndsWith('%') ? factor / 100 : factor : 1;
}
