using System.Text.RegularExpressions;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>The builtin object <c>regex</c>. Every match is bounded by the rendering's time for regular expressions.</summary>
internal static class RegexFunctions
{
    public static TemplateObject Build() => new FunctionTable("regex")
        .Add("escape", (string pattern) => Regex.Escape(pattern))
        .Add("unescape", (string pattern) => Regex.Unescape(pattern))
        .Add("match", (RenderContext context, string text, string pattern, string? options = null) =>
            Run(context, pattern, options, regex => Groups(context, regex.Match(text))))
        .Add("matches", (RenderContext context, string text, string pattern, string? options = null) =>
            Run(context, pattern, options, regex => new TemplateArray(regex.Matches(text).Select(match => Groups(context, match)))))
        .Add("replace", (RenderContext context, string text, string pattern, string replace, string? options = null) =>
            Run(context, pattern, options, regex => Replace(context, regex, text, replace)))
        .Add("split", (RenderContext context, string text, string pattern, string? options = null) =>
            Run(context, pattern, options, regex => new TemplateArray(regex.Split(text))))
        .Object;

    private static T Run<T>(RenderContext context, string pattern, string? options, Func<Regex, T> use)
    {
        try
        {
            return use(new Regex(pattern, ParseOptions(options), context.Options.RegexTimeout));
        }
        catch (RegexMatchTimeoutException)
        {
            throw new FunctionFailure($"The regular expression `{pattern}` took longer than {context.Options.RegexTimeout}.");
        }
        catch (RegexParseException exception)
        {
            throw new FunctionFailure($"Invalid regular expression: {exception.Message}");
        }
    }

    /// <summary>Counts the length while replacing, since the result may be far longer than the text.</summary>
    private static string Replace(RenderContext context, Regex regex, string text, string replacement)
    {
        long length = text.Length;
        return regex.Replace(text, match =>
        {
            var part = match.Result(replacement);
            length += part.Length;
            if (length > context.Options.OutputLimit)
                context.GuardLength(context.CallSite, length);
            return part;
        });
    }

    private static TemplateArray Groups(RenderContext context, Match match)
    {
        context.CountStep(context.CallSite);
        return match.Success ? new TemplateArray(match.Groups.Values.Select(group => group.Value)) : [];
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
