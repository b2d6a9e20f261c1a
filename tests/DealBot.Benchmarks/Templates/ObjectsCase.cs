using BenchmarkDotNet.Attributes;
using DealBot.Templating;
using HandlebarsDotNet;

namespace DealBot.Benchmarks.Templates;

/// <summary>The same 500 products from .NET objects, handed over afresh each time.</summary>
public class ObjectsCase : ITemplateCase
{
    private readonly Template _template = Template.Parse(ProductList.Scriban, "products");
    private readonly HandlebarsTemplate<object, object> _compiled = HandlebarsEngine.Create().Compile(ProductList.HandlebarsOfObjects);
    private readonly TemplateTypes _types = new TemplateTypes().Add<Product>();

    [Benchmark]
    public string DealBot() => _template.Render(new TemplateObject { ["products"] = _types.FromList(ProductList.Products) });

    [Benchmark]
    public string Handlebars() => _compiled(new { products = ProductList.Products });
}
