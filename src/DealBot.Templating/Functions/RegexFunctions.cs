using System.Diagnostics;
using System.Text.RegularExpressions;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>
/// The builtin object <c>regex</c>, with the regular expressions of .NET. Every call is bounded by the rendering's time for them.
/// Patterns are best written between backticks, where a backslash is just that.
/// </summary>
internal static class RegexFunctions
{
    /// <summary>How far over the limit of the output one replacement may reach while it is made; the result is then refused.</summary>
    private const int MostOvershoot = 16;

    /// <summary>The runtime keeps what it made of the last patterns, however long they are.</summary>
    private const int LongestPattern = 10_000;

    public static TemplateObject Build() => new FunctionTable("regex")
        .Add("escape", Escape)
        .Add("match", Match)
        .Add("matches", Matches)
        .Add("replace", Replace)
        .Add("split", Split)
        .Add("unescape", Unescape)
        .Object;

    /// <summary>A pattern that finds the text itself.</summary>
    /// <param name="pattern">The text.</param>
    /// <example><c>{{ "1.5 (new)" | regex.escape }}</c> gives <c>1\.5\ \(new\)</c></example>
    private static string Escape(RenderContext context, string pattern) => TextGrowth.Convert(context, pattern, 2, Regex.Escape);

    /// <summary>The first place where a pattern fits: all of it, then its groups. An empty list when it fits nowhere.</summary>
    /// <param name="text">The text to search.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="options">Any of <c>i</c> (large and small letters are the same), <c>m</c> (<c>^</c> and <c>$</c> fit at every line),
    /// <c>s</c> (<c>.</c> fits line breaks too) and <c>x</c> (white space and comments in the pattern do not count).</param>
    /// <example><c>{{ "lamp 42 yuan" | regex.match `(\d+) (\w+)` }}</c> gives <c>["42 yuan", "42", "yuan"]</c></example>
    /// <example><c>{{ "LAMP" | regex.match "a(x?)" "i" }} {{ "lamp" | regex.match "z" }}</c> gives <c>["A", ""] []</c></example>
    private static TemplateArray Match(RenderContext context, string text, string pattern, string? options = null) =>
        Run(context, pattern, () => Groups(context, Regex.Match(text, pattern, ParseOptions(options), context.Options.RegexTimeout)));

    /// <summary>All places where a pattern fits, each as <c>regex.match</c> gives it.</summary>
    /// <param name="text">The text to search.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="options">See <c>regex.match</c>.</param>
    /// <example><c>{{ "a1 b2" | regex.matches `[a-z](\d)` }}</c> gives <c>[["a1", "1"], ["b2", "2"]]</c></example>
    private static TemplateArray Matches(RenderContext context, string text, string pattern, string? options = null) => Run(context, pattern, () =>
    {
        var result = context.NewArray(0);
        for (var match = Regex.Match(text, pattern, ParseOptions(options), context.Options.RegexTimeout); match.Success; match = match.NextMatch())
            result.Add(Groups(context, match));
        return result;
    });

    /// <summary>The text with something else in every place where a pattern fits.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="replace">What takes the place; <c>$1</c> is the first group, <c>$&amp;</c> the whole, <c>$$</c> a dollar sign.</param>
    /// <param name="options">See <c>regex.match</c>.</param>
    /// <example><c>{{ "2026-11-12" | regex.replace `(\d+)-(\d+)-(\d+)` "$3.$2.$1" }}</c> gives <c>12.11.2026</c></example>
    private static string Replace(RenderContext context, string text, string pattern, string replace, string? options = null)
    {
        var substitutions = replace.AsSpan().Count('$');
        if (replace.Length + ((long)substitutions * text.Length) > (long)MostOvershoot * context.Options.OutputLimit)
            context.GuardLength(context.CallSite, replace.Length + ((long)substitutions * text.Length));
        long length = text.Length;
        return Run(context, pattern, () => Regex.Replace(text, pattern, OneMatch, ParseOptions(options), context.Options.RegexTimeout));

        string OneMatch(Match match)
        {
            context.CountStep(context.CallSite);
            var part = substitutions == 0 ? replace : match.Result(replace);
            length += part.Length - match.Length;
            if (length > context.Options.OutputLimit)
                context.GuardLength(context.CallSite, length);
            return part;
        }
    }

    /// <summary>The parts of a text between the places where a pattern fits.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pattern">The pattern; what its groups find is among the parts.</param>
    /// <param name="options">See <c>regex.match</c>.</param>
    /// <example><c>{{ "tea ,milk;  sugar" | regex.split `\s*[,;]\s*` }}</c> gives <c>["tea", "milk", "sugar"]</c></example>
    private static TemplateArray Split(RenderContext context, string text, string pattern, string? options = null)
    {
        var parts = Run(context, pattern, () => Regex.Split(text, pattern, ParseOptions(options), context.Options.RegexTimeout));
        context.CountSteps(context.CallSite, parts.Length);
        return new TemplateArray(parts) { Owner = context };
    }

    /// <summary>The text that an escaped pattern stands for.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <example><c>{{ `1\.5\t\(new\)` | regex.unescape }}</c> gives <c>1.5	(new)</c></example>
    private static string Unescape(RenderContext context, string pattern)
    {
        try
        {
            return Regex.Unescape(pattern);
        }
        catch (RegexParseException exception)
        {
            throw Explain(context, pattern, exception);
        }
    }

    private static T Run<T>(RenderContext context, string pattern, Func<T> find)
    {
        if (pattern.Length > LongestPattern)
            throw new FunctionFailure($"The regular expression is longer than {LongestPattern} characters.");
        var start = Stopwatch.GetTimestamp();
        try
        {
            var result = find();
            context.CountRegexTime(context.CallSite, Stopwatch.GetElapsedTime(start));
            return result;
        }
        catch (Exception exception) when (exception is RegexMatchTimeoutException or RegexParseException)
        {
            throw Explain(context, pattern, exception);
        }
    }

    private static FunctionFailure Explain(RenderContext context, string pattern, Exception exception) => new(exception is RegexMatchTimeoutException
        ? $"The regular expression `{pattern}` took longer than {context.Options.RegexTimeout}."
        : $"Invalid regular expression: {exception.Message}");

    private static TemplateArray Groups(RenderContext context, Match match)
    {
        context.CountStep(context.CallSite);
        if (!match.Success)
            return context.NewArray(0);
        context.CountSteps(context.CallSite, match.Groups.Count);
        var result = context.NewArray(match.Groups.Count);
        for (var i = 0; i < match.Groups.Count; i++)
            result.Add(match.Groups[i].Value);
        return result;
    }

    private static RegexOptions ParseOptions(string? options)
    {
        var result = RegexOptions.CultureInvariant;
        foreach (var c in options ?? "")
            result |= c switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => throw new FunctionFailure($"`{c}` is not a regex option; the options are i, m, s and x."),
            };
        return result;
    }
}
