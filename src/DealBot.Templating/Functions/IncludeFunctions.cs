using System.Text;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary><c>include</c> and <c>include_join</c>.</summary>
internal static class IncludeFunctions
{
    private const string TemplatePrefix = "tpl:";

    /// <summary>
    /// <c>include name arguments</c>: the output of another template, which has its own local variables and the same globals. There,
    /// <c>$0</c> is its name, <c>$1</c> the first argument, <c>$title</c> one given as <c>title: value</c>.
    /// </summary>
    /// <example><c>{{ include "greeting" "Ada" }}!</c> gives <c>Hello Ada!</c></example>
    /// <example><c>{{ include "label" text: "new" }}</c> gives <c>[new]</c></example>
    public static readonly TemplateFunction Include = new IncludeFunction();

    /// <summary>
    /// The outputs of several templates as one text. Each of the three texts is the output of a template when <c>tpl:</c> and its name
    /// stand there.
    /// </summary>
    /// <param name="names">The names of the templates.</param>
    /// <param name="separator">What stands between their outputs.</param>
    /// <param name="begin">What stands before them all, unless they are empty.</param>
    /// <param name="end">What stands after them all, unless they are empty.</param>
    /// <example><c>{{ ["header", "footer"] | include_join " - " "(" ")" }}</c> gives <c>(Header - Footer)</c></example>
    /// <example><c>{{ include_join ["header", "footer"] "tpl:dash" }}</c> gives <c>Header~Footer</c></example>
    /// <example><c>[{{ include_join [] ", " "(" ")" }}]</c> gives <c>[]</c></example>
    public static string IncludeJoin(
        RenderContext context, IReadOnlyList<object?> names, string separator = "", string begin = "", string end = "")
    {
        var between = Resolve(context, separator);
        var text = new StringBuilder();
        var items = Sequences.ForBuiltin(context, names);
        for (var i = 0; i < items.Count; i++)
        {
            text.Append(i == 0 ? "" : between).Append(Render(context, items[i]));
            if (text.Length > context.Options.OutputLimit)
                context.GuardLength(context.CallSite, text.Length);
        }

        return text.Length == 0
            ? ""
            : context.AsMarkup(context.Concatenate(context.CallSite, Resolve(context, begin), text.ToString(), Resolve(context, end)));
    }

    private static string Resolve(RenderContext context, string text) =>
        text.StartsWith(TemplatePrefix, StringComparison.Ordinal) ? Render(context, text[TemplatePrefix.Length..]) : text;

    private static string Render(RenderContext context, object? name) => (string)context.CallBack(Include, name)!;
}
