using System.Buffers;
using System.Globalization;
using System.Text;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <remarks>Joining, letter case, escapes and blanks.</remarks>
internal static partial class StringFunctions
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (char)code), '"', '\\']);

    private static void AddShaping(FunctionTable table) => table
        .Add("append", Append)
        .Add("prepend", Prepend)
        .Add("capitalize", Capitalize)
        .Add("capitalizewords", CapitalizeWords)
        .Add("downcase", Downcase)
        .Add("upcase", Upcase)
        .Add("escape", Escape)
        .Add("literal", Literal)
        .Add("handleize", Handleize)
        .Add("pluralize", Pluralize)
        .Add("strip", Strip)
        .Add("lstrip", Lstrip)
        .Add("rstrip", Rstrip)
        .Add("strip_newlines", StripNewlines)
        .Add("pad_left", PadLeft)
        .Add("pad_right", PadRight);

    /// <summary>The text followed by another.</summary>
    /// <param name="text">What comes first.</param>
    /// <param name="with">What follows.</param>
    /// <example><c>{{ "tea" | string.append "pot" }}</c> gives <c>teapot</c></example>
    /// <example><c>{{ null | string.append 5 }}</c> gives <c>5</c></example>
    private static string Append(RenderContext context, string text, string with) => context.Concatenate(context.CallSite, text, with);

    /// <summary>The text with another before it.</summary>
    /// <param name="text">What comes last.</param>
    /// <param name="by">What goes before it.</param>
    /// <example><c>{{ "89" | string.prepend "¥" }}</c> gives <c>¥89</c></example>
    private static string Prepend(RenderContext context, string text, string by) => context.Concatenate(context.CallSite, by, text);

    /// <summary>The text with its first letter large; the others stay as they are.</summary>
    /// <param name="text">The text.</param>
    /// <example><c>{{ "blue DOOR" | string.capitalize }}</c> gives <c>Blue DOOR</c></example>
    private static string Capitalize(RenderContext context, string text)
    {
        if (text.Length == 0 || char.IsUpper(text[0]))
            return text;
        var first = char.ToUpper(text[0], context.Options.Culture);
        return first == text[0] ? text : string.Concat(new ReadOnlySpan<char>(in first), text.AsSpan(1));
    }

    /// <summary>The text with the first letter of every word large. Digits and brackets before that letter do not count as letters.</summary>
    /// <param name="text">The text.</param>
    /// <example><c>{{ "a kettle for tea" | string.capitalizewords }}</c> gives <c>A Kettle For Tea</c></example>
    /// <example><c>{{ "2nd (small) door" | string.capitalizewords }}</c> gives <c>2Nd (Small) Door</c></example>
    private static string CapitalizeWords(RenderContext context, string text) => string.Create(text.Length, (text, context.Options.Culture), static (result, state) =>
    {
        var isPending = true;
        for (var i = 0; i < result.Length; i++)
        {
            var c = state.text[i];
            var isCapital = isPending && char.IsLetter(c);
            result[i] = isCapital ? char.ToUpper(c, state.Culture) : c;
            isPending = char.IsWhiteSpace(c) || (isPending && !isCapital);
        }
    });

    /// <summary>The text in small letters, in the same way for every culture.</summary>
    /// <param name="text">The text.</param>
    /// <example><c>{{ "ÉTÉ 26" | string.downcase }}</c> gives <c>été 26</c></example>
    private static string Downcase(string text) => text.ToLowerInvariant();

    /// <summary>The text in capitals, in the same way for every culture.</summary>
    /// <param name="text">The text.</param>
    /// <example><c>{{ "kettle" | string.upcase }}</c> gives <c>KETTLE</c></example>
    /// <example><c>{{ null | string.upcase }}</c> gives <c></c></example>
    private static string Upcase(string text) => text.ToUpperInvariant();

    /// <summary>The text with quotes, backslashes and control characters written as in a string literal.</summary>
    /// <param name="text">The text.</param>
    /// <example><c>{{ "say \"tea\"\n" | string.escape }}</c> gives <c>say \"tea\"\n</c></example>
    /// <example><c>{{ "中\x01" | string.escape }}</c> gives <c>中\x01</c></example>
    private static string Escape(RenderContext context, string text)
    {
        const int longestEscape = 4;
        var first = text.AsSpan().IndexOfAny(Escaped);
        return first < 0 ? text : TextGrowth.Convert(context, text, longestEscape, static part =>
        {
            var result = new StringBuilder(part.Length + 8);
            foreach (var c in part)
                AppendEscaped(result, c);
            return result.ToString();
        });
    }

    /// <summary>The text as a string literal in double quotes.</summary>
    /// <param name="text">The text; null gives null.</param>
    /// <example><c>{{ 'a "big" lamp' | string.literal }}</c> gives <c>"a \"big\" lamp"</c></example>
    /// <example><c>{{ null | string.literal }}</c> gives <c></c></example>
    private static string? Literal(RenderContext context, object? text) =>
        text is null ? null : $"\"{Escape(context, context.Print(context.CallSite, text))}\"";

    /// <summary>The text as a part of an address: small letters and digits, one hyphen for every run of anything else.</summary>
    /// <param name="text">The text.</param>
    /// <example><c>{{ "Tea &amp; Milk, 50% off!" | string.handleize }}</c> gives <c>tea-milk-50-off</c></example>
    /// <example><c>{{ "(Lamp)" | string.handleize }}</c> gives <c>-lamp</c></example>
    private static string Handleize(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                result.Append(char.ToLowerInvariant(c));
            else if (result.Length == 0 || result[^1] != '-')
                result.Append('-');
        }

        if (result.Length > 0 && result[^1] == '-')
            result.Length--;
        return result.ToString();
    }

    /// <summary>One of two texts, by whether a number is one.</summary>
    /// <param name="number">The number.</param>
    /// <param name="singular">The text for 1.</param>
    /// <param name="plural">The text for any other number.</param>
    /// <example><c>{{ 1 | string.pluralize "deal" "deals" }}, {{ 3 | string.pluralize "deal" "deals" }}</c> gives <c>deal, deals</c></example>
    private static string Pluralize(double number, string singular, string plural) => number == 1 ? singular : plural;

    /// <summary>The text without white space at both ends.</summary>
    /// <param name="text">The text.</param>
    /// <example><c>[{{ "  a lamp \n" | string.strip }}]</c> gives <c>[a lamp]</c></example>
    private static string Strip(string text) => text.Trim();

    /// <summary>The text without white space at its start.</summary>
    /// <param name="text">The text.</param>
    /// <example><c>[{{ "  lamp " | string.lstrip }}]</c> gives <c>[lamp ]</c></example>
    private static string Lstrip(string text) => text.TrimStart();

    /// <summary>The text without white space at its end.</summary>
    /// <param name="text">The text.</param>
    /// <example><c>[{{ "  lamp " | string.rstrip }}]</c> gives <c>[  lamp]</c></example>
    private static string Rstrip(string text) => text.TrimEnd();

    /// <summary>The text in one line: line breaks of any kind are taken out, and nothing is put in their place.</summary>
    /// <param name="text">The text.</param>
    /// <example><c>{{ "a\r\nb\nc\rd" | string.strip_newlines }}</c> gives <c>abcd</c></example>
    private static string StripNewlines(string text) =>
        text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);

    /// <summary>The text with spaces before it, as many as a width needs. A longer text stays as it is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The length of the result.</param>
    /// <example><c>[{{ 42 | string.pad_left 5 }}]</c> gives <c>[   42]</c></example>
    /// <example><c>[{{ "kettle" | string.pad_left 3 }}]</c> gives <c>[kettle]</c></example>
    private static string PadLeft(RenderContext context, string text, int width) => text.PadLeft(Width(context, text, width));

    /// <summary>The text with spaces after it, as many as a width needs. A longer text stays as it is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The length of the result.</param>
    /// <example><c>[{{ "tea" | string.pad_right 5 }}]</c> gives <c>[tea  ]</c></example>
    /// <example><c>[{{ "tea" | string.pad_right (-5) }}]</c> gives <c>[tea]</c></example>
    private static string PadRight(RenderContext context, string text, int width) => text.PadRight(Width(context, text, width));

    private static int Width(RenderContext context, string text, int width)
    {
        if (width <= text.Length)
            return 0;
        context.GuardLength(context.CallSite, width);
        return width;
    }

    private static void AppendEscaped(StringBuilder result, char c)
    {
        var escape = c switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\a' => "\\a",
            '\b' => "\\b",
            '\t' => "\\t",
            '\r' => "\\r",
            '\v' => "\\v",
            '\f' => "\\f",
            '\n' => "\\n",
            _ => null,
        };
        if (escape is not null)
            result.Append(escape);
        else if (c < ' ')
            result.Append("\\x").Append(((int)c).ToString("x2", CultureInfo.InvariantCulture));
        else
            result.Append(c);
    }
}
