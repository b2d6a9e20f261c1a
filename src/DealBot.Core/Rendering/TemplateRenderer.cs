using DealBot.Contracts;
using DealBot.Imaging.Text;
using DealBot.Templating;

namespace DealBot.Core.Rendering;

/// <summary>Renders templates of the library with the functions that posters and digests may use.</summary>
public sealed class TemplateRenderer
{
    private const string Svg = ".sbn-svg";

    private readonly TemplateLibrary _library;
    private readonly RenderOptions _ofText;
    private readonly RenderOptions _ofSvg;

    public TemplateRenderer(TemplateLibrary library, TimeProvider time)
    {
        _library = library;
        _ofText = Options(library, time);

        // Titles come from outside: in SVG, text is escaped unless a template says that it is markup.
        _ofSvg = _ofText with { Escape = SvgText.Escape };
    }

    /// <summary>Whether there is such a template.</summary>
    public bool Knows(string name) => _library.Exists(name);

    /// <summary>Renders one template.</summary>
    /// <exception cref="TemplateFaultException">It is missing, does not parse, or failed; nothing was produced.</exception>
    /// <param name="name">The template.</param>
    /// <param name="model">What it sees.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="unknownName">Told of names that are probably misspelt, and print nothing.</param>
    public string Render(string name, TemplateObject model, CancellationToken cancellationToken, Action<TemplateMessage>? unknownName = null)
    {
        var options = name.EndsWith(Svg, StringComparison.OrdinalIgnoreCase) ? _ofSvg : _ofText;
        return Render(name, model, unknownName is null ? options : options with { UnknownName = unknownName }, cancellationToken);
    }

    /// <summary>Renders a poster, of which is to be known where its QR codes lead.</summary>
    /// <exception cref="TemplateFaultException">It is missing, does not parse, or failed; nothing was produced.</exception>
    /// <param name="name">The template.</param>
    /// <param name="model">What it sees.</param>
    /// <param name="qrCodes">Takes what each code says.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public string RenderPoster(string name, TemplateObject model, ICollection<string> qrCodes, CancellationToken cancellationToken) =>
        Render(name, model, _ofSvg with { Functions = TemplateFunctions.Telling(qrCodes.Add) }, cancellationToken);

    private string Render(string name, TemplateObject model, RenderOptions options, CancellationToken cancellationToken)
    {
        var template = _library.Get(name);
        try
        {
            return template.Render(model, options, cancellationToken);
        }
        catch (TemplateException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TemplateFaultException(Phrases.Same(exception.Message))
            {
                Places = exception.Included.Count > 0 ? exception.Included : [exception.Place],
                IncludedAt = exception.Included.Count > 0 ? exception.Place : null,
            };
        }
    }

    private static RenderOptions Options(TemplateLibrary library, TimeProvider time) => new()
    {
        // A chart of 14 days for a hundred groups needs more than the language's default of 1 000 steps.
        LoopLimit = 50_000,
        // Posters carry their picture inside, as text.
        OutputLimit = 8_000_000,
        Loader = library,
        Functions = TemplateFunctions.Table,
        Time = time,
    };
}
