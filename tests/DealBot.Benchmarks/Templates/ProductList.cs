using System.Globalization;

namespace DealBot.Benchmarks.Templates;

/// <summary>The list of 500 products: its template in both languages, and its rows.</summary>
internal static class ProductList
{
    public const int Count = 500;

    public const string Scriban = """
        <ul class="products">
        {{~ for product in products ~}}
        {{~ with product ~}}
          <li>
            <h2>{{ name }}</h2>
            <b>¥{{ price }}</b>
            <p>{{ description | string.truncate 15 }}</p>
          </li>
        {{~ end; end ~}}
        </ul>
        """;

    public const string Handlebars = """
        <ul class="products">
        {{#each products}}
          <li>
            <h2>{{name}}</h2>
            <b>¥{{price}}</b>
            <p>{{truncate description 15}}</p>
          </li>
        {{/each}}
        </ul>
        """;

    /// <summary>Handlebars takes members by the names they have in .NET.</summary>
    public static string HandlebarsOfObjects { get; } =
        Handlebars.Replace("{{name}}", "{{Name}}", StringComparison.Ordinal).Replace("{{price}}", "{{Price}}", StringComparison.Ordinal).Replace("truncate description", "truncate Description", StringComparison.Ordinal);

    public static IReadOnlyList<Product> Products { get; } = [.. Enumerable.Range(1, Count).Select(number => new Product(
        string.Create(CultureInfo.InvariantCulture, $"Product {number}"),
        number + 0.9m,
        "Soft paper handkerchiefs, three layers, twenty-four packs to the box"))];
}
