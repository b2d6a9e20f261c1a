using System.Globalization;
using System.Text;

namespace DealBot.Templating.Conformance;

/// <summary>What samples are rendered with: the variables, functions and templates that they all may use.</summary>
public static class SampleContext
{
    /// <summary>The text of a template, or its faults, one a line.</summary>
    public static string Render(string text, CancellationToken cancellationToken = default)
    {
        var template = Template.Parse(text, "text");
        if (template.HasErrors)
            return string.Join('\n', template.Messages);
        var options = new RenderOptions { Culture = CultureInfo.InvariantCulture, Loader = new SamplePages() };
        try
        {
            return template.Render(Variables(), options, cancellationToken);
        }
        catch (TemplateException exception)
        {
            return exception.Place.ToString();
        }
    }

    private static TemplateObject Variables() => new()
    {
        ["page"] = new TemplateObject { ["title"] = "This is a title" },
        ["user"] = new TemplateObject { ["name"] = "John" },
        ["product"] = Product("Orange", "fruit"),
        ["products"] = new TemplateArray
        {
            Product("Orange", "fruit"), Product("Banana", "fruit"), Product("Apple", "fruit"),
            Product("Computer", "electronics"), Product("Mobile Phone", "electronics"),
            Product("Table", "furniture"), Product("Sofa", "furniture"),
        },
        ["special_concat_strings"] = TemplateFunction.From("special_concat_strings", ConcatenateStrings),
        ["special_concat_string_and_params"] = TemplateFunction.From("special_concat_string_and_params", ConcatenateStringAndRest),
        ["special_concat_params"] = TemplateFunction.From("special_concat_params", ConcatenateRest),
    };

    private static TemplateObject Product(string title, string type) => new() { ["title"] = title, ["type"] = type };

    private static string ConcatenateStrings(string a = "default_a", string b = "default_b", string c = "default_c") => $"a: {a}, b: {b}, c: {c}";

    private static string ConcatenateStringAndRest(string a, params object?[] rest) =>
        rest.Length == 0 ? $"a: {a}" : $"a: {a}, {ConcatenateRest(rest)}";

    private static string ConcatenateRest(params object?[] rest)
    {
        var text = new StringBuilder();
        for (var i = 0; i < rest.Length; i++)
            text.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ", ")}v{i}: {rest[i]}");
        return text.ToString();
    }
}
