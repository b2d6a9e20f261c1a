using DealBot.Contracts;
using DealBot.Imaging.Text;
using DealBot.Templating;

namespace DealBot.Core.Rendering;

/// <summary>Renders templates of the library with the functions that posters and digests may use.</summary>
public sealed class TemplateRenderer(TemplateLibrary library, TimeProvider time)
{
    private const string Svg = ".sbn-svg";

    private readonly RenderOptions _options = new()
    {
        // A chart of 14 days for a hundred groups needs more than the language's default of 1 000 steps.
        LoopLimit = 50_000,
        // Posters carry their picture inside, as text.
        OutputLimit = 8_000_000,
        Loader = library,
        Functions = TemplateFunctions.Table,
        Time = time,
    };

    /// <summary>Renders one template.</summary>
    /// <exception cref="TemplateFaultException">It is missing, does not parse, or failed; nothing was produced.</exception>
    /// <param name="name">The template.</param>
    /// <param name="model">What it sees.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="unknownName">Told of names that are probably misspelt, and print nothing.</param>
    public string Render(string name, TemplateObject model, CancellationToken cancellationToken, Action<TemplateMessage>? unknownName = null)
    {
        var template = library.Get(name);
        try
        {
            return template.Render(model, OptionsFor(name) with { UnknownName = unknownName }, cancellationToken);
        }
        catch (TemplateException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TemplateFaultException(new Phrase(exception.Message, exception.Message))
            {
                Places = exception.Included.Count > 0 ? exception.Included : [exception.Place],
                IncludedAt = exception.Included.Count > 0 ? exception.Place : null,
            };
        }
    }

    /// <summary>In SVG, text is escaped unless a template says that it is markup: titles come from outside.</summary>
    private RenderOptions OptionsFor(string name) =>
        name.EndsWith(Svg, StringComparison.OrdinalIgnoreCase) ? _options with { Escape = SvgText.Escape } : _options;
}
