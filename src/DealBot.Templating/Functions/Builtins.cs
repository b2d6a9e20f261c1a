using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>All builtins: built once, shared by all renderings, written by none.</summary>
internal static class Builtins
{
    /// <summary>A value that equals every text, list and object without content, and nothing else.</summary>
    /// <example><c>{{ [] == empty }} {{ "" == empty }} {{ " " == empty }} {{ 0 == empty }}</c> gives <c>true true false false</c></example>
    public static readonly object Empty = EmptyValue.Instance;

    /// <summary>Another name for <c>empty</c>.</summary>
    /// <example><c>{{ {} == blank }} {{ {a: 1} == blank }}</c> gives <c>true false</c></example>
    public static readonly object Blank = Empty;

    public static readonly TemplateObject Date = DateFunctions.Build();

    public static readonly TemplateObject All = new()
    {
        ["array"] = ArrayFunctions.Build(),
        ["date"] = Date,
        ["html"] = HtmlFunctions.Build(),
        ["math"] = MathFunctions.Build(),
        ["object"] = ObjectFunctions.Build(),
        ["regex"] = RegexFunctions.Build(),
        ["string"] = StringFunctions.Build(),
        ["timespan"] = TimeSpanFunctions.Build(),
        ["include"] = IncludeFunctions.Include,
        ["include_join"] = TemplateFunction.From("include_join", IncludeFunctions.IncludeJoin),
        ["empty"] = Empty,
        ["blank"] = Blank,
    };
}
