namespace DealBot.Templating.Conformance;

/// <summary>The templates that samples include. A name that is not known is its own text.</summary>
public sealed class SamplePages : ITemplateLoader
{
    private static readonly Dictionary<string, string?> Pages = new(StringComparer.Ordinal)
    {
        ["null"] = null,
        ["invalid"] = "Invalid script with syntax error: {{ 1 + }}",
        ["invalid2"] = null,
        ["arguments"] = "{{ $1 }} + {{ $2 }}",
        ["product"] = "product: {{ product.title }}",
        ["header"] = "This is a header",
        ["footer"] = "This is a footer",
        ["body"] = "body {{ include 'body_detail' }}",
        ["body_detail"] = "This is a body_detail",
        ["nested_templates"] = "{{ include 'header' }} {{ include 'body' }} {{ include 'footer' }}",
        ["multilines"] = "Line 1\nLine 2\nLine 3",
        ["nested_templates_with_indent"] = "  {{ include 'multilines'}}",
        ["named_arguments"] = "{{ $.this_arg }}",
        ["named_arguments_promoted"] = "{{ $this_arg }}",
    };

    /// <inheritdoc/>
    public Template? Load(string name) => (Pages.TryGetValue(name, out var text) ? text : name) is { } page ? Template.Parse(page, name) : null;
}
