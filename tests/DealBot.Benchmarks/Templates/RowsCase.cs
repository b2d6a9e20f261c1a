using BenchmarkDotNet.Attributes;
using DealBot.Templating;
using HandlebarsDotNet;

namespace DealBot.Benchmarks.Templates;

/// <summary>500 products from rows of named values.</summary>
public class RowsCase : ITemplateCase
{
    private readonly Template _template = Template.Parse(ProductList.Scriban, "products");
    private readonly HandlebarsTemplate<object, object> _compiled = HandlebarsEngine.Create().Compile(ProductList.Handlebars);

    private readonly TemplateObject _model = new()
    {
        ["products"] = new TemplateArray(ProductList.Products.Select(product => new TemplateObject
        {
            ["name"] = product.Name,
            ["price"] = product.Price,
            ["description"] = product.Description,
        })),
    };

    private readonly Dictionary<string, object> _data = new()
    {
        ["products"] = ProductList.Products.Select(product => new Dictionary<string, object>
        {
            ["name"] = product.Name,
            ["price"] = product.Price,
            ["description"] = product.Description,
        }).ToArray(),
    };

    [Benchmark]
    public string DealBot() => _template.Render(_model);

    [Benchmark]
    public string Handlebars() => _compiled(_data);
}
