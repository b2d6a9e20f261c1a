namespace DealBot.Templating.Runtime;

internal sealed partial class RenderContext
{
    private Dictionary<string, Template?>? _included;

    /// <summary>The loader's template; asked for once, so that one rendering never mixes two versions of a file.</summary>
    public Template? FindTemplate(ITemplateLoader loader, string name)
    {
        _included ??= new Dictionary<string, Template?>(StringComparer.Ordinal);
        if (!_included.TryGetValue(name, out var template))
            _included[name] = template = loader.Load(name);
        return template;
    }
}
