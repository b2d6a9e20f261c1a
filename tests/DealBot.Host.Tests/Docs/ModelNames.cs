using DealBot.Contracts;
using DealBot.Core.Digests;
using DealBot.Core.Metrics;
using DealBot.Host.Commands;
using DealBot.Templating;

namespace DealBot.Host.Tests.Docs;

/// <summary>
/// The names that templates get, as the documents write them: <c>group.id</c>, <c>groups[].name</c>, each with a value. Deals and figures
/// occur in several places and have tables of their own.
/// </summary>
internal static class ModelNames
{
    public static Dictionary<string, object?> Of(string table) => table switch
    {
        "post" => Flat(SampleModels.For("copy")[2].Model),
        "deal" => Flat(Deal),
        "figures" => Flat(Figures),
        "digest" => Flat(SampleModels.For("digests")[0].Model),
        "statement" => Flat(SampleModels.For("statements")[0].Model),
        "report" => Flat(SampleModels.For("reports")[0].Model),
        _ => throw new ArgumentOutOfRangeException(nameof(table), table, null),
    };

    /// <summary>What kind of value it is, in the word that the document uses.</summary>
    public static string KindOf(object? value, Language language) => value switch
    {
        string => language == Language.English ? "text" : "文字",
        bool => language == Language.English ? "yes/no" : "是否",
        int or long => language == Language.English ? "whole number" : "整数",
        decimal or double => language == Language.English ? "number" : "小数",
        TemplateArray => language == Language.English ? "list" : "列表",
        _ => language == Language.English ? "object" : "对象",
    };

    /// <summary>The value as a template prints it.</summary>
    public static string Printed(object? value) => Template.Parse("{{ value }}", "value").Render(new TemplateObject { ["value"] = value });

    private static TemplateObject Deal => (TemplateObject)SampleModels.For("copy")[0].Model["deal"]!;

    private static TemplateObject Figures => DigestModel.FiguresOf(new Figures(2, 31, 20, 4, Money.FromYuan(99.6m), Money.FromYuan(14.94m)) { RawClicks = 52 });

    private static Dictionary<string, object?> Flat(TemplateObject model)
    {
        var names = new Dictionary<string, object?>();
        Add(names, "", model);
        return names;
    }

    private static void Add(Dictionary<string, object?> names, string prefix, TemplateObject model)
    {
        foreach (var (name, value) in model)
        {
            if (prefix.Length > 0 && ((Has(model, Deal) && Deal.ContainsKey(name)) || (Has(model, Figures) && Figures.ContainsKey(name))))
            {
                continue;
            }

            names[prefix + name] = value;
            if (value is TemplateObject inner)
            {
                Add(names, $"{prefix}{name}.", inner);
            }
            else if (value is TemplateArray { Count: > 0 } list && list[0] is TemplateObject item)
            {
                Add(names, $"{prefix}{name}[].", item);
            }
        }
    }

    private static bool Has(TemplateObject model, TemplateObject shape) => shape.Keys.All(model.ContainsKey);
}
