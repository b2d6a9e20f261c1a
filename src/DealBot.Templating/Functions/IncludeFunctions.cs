using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary><c>include</c> and <c>include_join</c>.</summary>
internal static class IncludeFunctions
{
    public static readonly TemplateFunction Include = new IncludeFunction();

    public static readonly TemplateFunction IncludeJoin = TemplateFunction.From("include_join", Join);

    private const string TemplatePrefix = "tpl:";

    private static string Join(RenderContext context, IReadOnlyList<object?> names, string separator = "", string begin = "", string end = "")
    {
        var between = Resolve(context, separator);
        var parts = Sequences.ForBuiltin(context, names).Select(name => Render(context, name)).ToList();
        context.GuardLength(context.CallSite, parts.Sum(part => (long)part.Length + between.Length));
        var text = string.Join(between, parts);
        return text.Length == 0 ? "" : Resolve(context, begin) + text + Resolve(context, end);
    }

    private static string Resolve(RenderContext context, string text) =>
        text.StartsWith(TemplatePrefix, StringComparison.Ordinal) ? Render(context, text[TemplatePrefix.Length..]) : text;

    private static string Render(RenderContext context, object? name) => (string)context.CallBack(Include, name)!;
}
