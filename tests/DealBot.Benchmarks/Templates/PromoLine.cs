using BenchmarkDotNet.Attributes;
using DealBot.Templating;
using HandlebarsDotNet;

namespace DealBot.Benchmarks.Templates;

/// <summary>One line of copy, with variables made afresh each time: what DealBot does all day.</summary>
public class PromoLine : ITemplateCase
{
    private const string Scriban =
        """🛒 {{ greeting }}，{{ title }} 券后 ¥{{ price | math.format "0.00" }}{{ if saving > 0 }}，立省 {{ saving | math.format "0.##" }} 元{{ end }} 👉 {{ short_link code }}""";

    private const string Mustaches =
        """🛒 {{greeting}}，{{title}} 券后 ¥{{format price "0.00"}}{{#if saving}}，立省 {{format saving "0.##"}} 元{{/if}} 👉 {{short_link code}}""";

    private static readonly RenderOptions Options = new()
    {
        Functions = new TemplateObject { ["short_link"] = TemplateFunction.From("short_link", (string code) => ShortLink(code)) },
    };

    private readonly Template _template = Template.Parse(Scriban, "promo");
    private readonly HandlebarsTemplate<object, object> _compiled = HandlebarsEngine.Create().Compile(Mustaches);

    [Benchmark]
    public string DealBot() => _template.Render(
        new TemplateObject
        {
            ["greeting"] = "早上好",
            ["title"] = "清风抽纸 家用实惠装 24 包",
            ["price"] = 24.9m,
            ["saving"] = 25m,
            ["code"] = "7kq2mzp4xw3",
        },
        Options);

    [Benchmark]
    public string Handlebars() => _compiled(new Dictionary<string, object>
    {
        ["greeting"] = "早上好",
        ["title"] = "清风抽纸 家用实惠装 24 包",
        ["price"] = 24.9m,
        ["saving"] = 25m,
        ["code"] = "7kq2mzp4xw3",
    });

    internal static string ShortLink(string code) => "https://deal.example.cn/g/" + code;
}
