using System.Globalization;

namespace DealBot.Imaging.Rasterizing.Screening;

/// <summary>Looks at the numbers and brackets of an attribute or a style sheet.</summary>
internal static class ValueScreen
{
    // Text of a million pixels makes librsvg 2.54 end the process.
    private const double MostMagnitude = 1_000_000;

    // Cairo's time grows with the square of the crossings.
    private const int MostNumbers = 8_000;

    // The parser of CSS goes down one call a bracket.
    private const int MostNesting = 16;

    public static void Check(string name, ReadOnlySpan<char> value)
    {
        var (numbers, nesting, at) = (0, 0, 0);
        while (at < value.Length)
        {
            var character = value[at];
            if (character == '#')
            {
                at = SkipName(value, at + 1);
            }
            else if (char.IsAsciiDigit(character))
            {
                at = CheckNumber(name, value, at);
                numbers++;
            }
            else
            {
                nesting += character is '(' or '[' or '{' ? 1 : character is ')' or ']' or '}' && nesting > 0 ? -1 : 0;
                at++;
            }

            if (nesting > MostNesting)
                throw Screen.Refusal($"{name} has more than {MostNesting} brackets within each other");
        }

        if (numbers > MostNumbers)
            throw Screen.Refusal($"{name} has {numbers} numbers, at most {MostNumbers} are drawn");
    }

    /// <summary>The numbers of a value, signs dropped, as far as they are needed.</summary>
    public static List<double> Numbers(ReadOnlySpan<char> value)
    {
        var numbers = new List<double>();
        for (var at = 0; at < value.Length;)
        {
            if (!char.IsAsciiDigit(value[at]) && value[at] != '.')
            {
                at++;
                continue;
            }

            var end = EndOfNumber(value, at);
            if (double.TryParse(value[at..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                numbers.Add(number);
            at = end;
        }

        return numbers;
    }

    private static int CheckNumber(string name, ReadOnlySpan<char> value, int start)
    {
        var end = EndOfNumber(value, start);
        var number = value[start..end];
        if ((number.Length > 6 || number.ContainsAny('e', 'E')) && double.Parse(number, CultureInfo.InvariantCulture) > MostMagnitude)
            throw Screen.Refusal($"{name} has the number {Screen.Short(number.ToString())}, at most {MostMagnitude:0} is drawn");

        return end;
    }

    private static int EndOfNumber(ReadOnlySpan<char> value, int at)
    {
        at = SkipDigits(value, at);
        if (at < value.Length && value[at] == '.')
            at = SkipDigits(value, at + 1);
        if (at + 1 >= value.Length || value[at] is not ('e' or 'E'))
            return at;

        var exponent = value[at + 1] is '+' or '-' ? at + 2 : at + 1;
        return exponent < value.Length && char.IsAsciiDigit(value[exponent]) ? SkipDigits(value, exponent) : at;
    }

    private static int SkipDigits(ReadOnlySpan<char> value, int at)
    {
        while (at < value.Length && char.IsAsciiDigit(value[at]))
            at++;

        return at;
    }

    /// <summary>What follows a #: an id or a colour, whose digits are no numbers.</summary>
    private static int SkipName(ReadOnlySpan<char> value, int at)
    {
        while (at < value.Length && (char.IsAsciiLetterOrDigit(value[at]) || value[at] is '-' or '_' or '.'))
            at++;

        return at;
    }
}
