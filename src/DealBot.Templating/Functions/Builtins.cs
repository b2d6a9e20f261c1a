using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>All builtins: built once, shared by all renderings, written by none.</summary>
internal static class Builtins
{
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
        ["include_join"] = IncludeFunctions.IncludeJoin,
        ["empty"] = EmptyValue.Instance,
        ["blank"] = EmptyValue.Instance,
    };
}
