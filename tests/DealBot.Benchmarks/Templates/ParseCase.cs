using BenchmarkDotNet.Attributes;
using DealBot.Templating;
using HandlebarsDotNet;

namespace DealBot.Benchmarks.Templates;

/// <summary>A template of ten lines made ready to render: parsed by DealBot, compiled by Handlebars.Net.</summary>
public class ParseCase
{
    private readonly string _text = ProductList.Scriban;
    private readonly IHandlebars _engine = HandlebarsEngine.Create();

    [Benchmark]
    public Template DealBot() => Template.Parse(_text, "products");

    [Benchmark]
    public HandlebarsTemplate<object, object> Handlebars() => _engine.Compile(ProductList.Handlebars);
}
