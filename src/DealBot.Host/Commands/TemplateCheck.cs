using DealBot.Contracts;
using DealBot.Core.Rendering;
using DealBot.Templating;

namespace DealBot.Host.Commands;

/// <summary>Tries every template of the library: all parse, and all but the parts render every sample of their kind.</summary>
internal sealed class TemplateCheck(CommandContext context, TemplateLibrary templates)
{
    private readonly TemplateRenderer _renderer = new(templates, TimeProvider.System);
    private readonly TemplateFaultReport _report = new(context.Language, templates);

    /// <returns>How many templates are at fault.</returns>
    public int Run(CancellationToken cancellationToken)
    {
        // Parts first: a fault in one is then told as its own, not as that of the first template that includes it.
        var names = templates.Names.OrderBy(name => !IsPart(name)).ToList();
        return names.Count(name => !Passes(name, cancellationToken));
    }

    private bool Passes(string name, CancellationToken cancellationToken)
    {
        var (texts, unknown) = (new List<string>(), new List<TemplateMessage>());
        var faults = FaultsOf(name, texts, unknown, cancellationToken).ToList();
        if (faults.Count == 0)
        {
            context.Line(context.Say($"模板 {name} ✓", $"template {name} ✓"));
            if (!IsPart(name))
            {
                context.Error(TemplateDoubts.Of(templates, name, string.Concat(texts), unknown, context.Language));
            }

            return true;
        }

        var lines = faults.SelectMany(fault => _report.Lines(fault.Exception, fault.Sample)).ToList();
        context.Error(lines);
        if (lines.Count == 0)
        {
            var place = faults[0].Exception.Places[0];
            context.Error(context.Say(
                $"模板错误：{name} 也用到了上面出错的地方 {place.Source}({place.Line},{place.Column})",
                $"template fault: {name} also meets the fault above at {place.Source}({place.Line},{place.Column})"));
        }

        return false;
    }

    private IEnumerable<(TemplateFaultException Exception, Phrase? Sample)> FaultsOf(
        string name, List<string> texts, List<TemplateMessage> unknown, CancellationToken cancellationToken)
    {
        if (FaultOf(() => templates.Get(name)) is { } fault)
        {
            return [(fault, null)];
        }

        return IsPart(name)
            ? []
            : SampleModels.For(name)
                .Select(sample => (Exception: FaultOf(() => texts.Add(Try(name, sample, unknown, cancellationToken))), Sample: (Phrase?)sample.Name))
                .Where(found => found.Exception is not null)
                .Select(found => (found.Exception!, found.Sample))
                .DistinctBy(found => found.Item1.Places.Count == 0 ? null : found.Item1.Reason);
    }

    private string Try(string name, Sample sample, List<TemplateMessage> unknown, CancellationToken cancellationToken)
    {
        var text = _renderer.Render(name, sample.Model, cancellationToken, unknown.Add);
        if (name.EndsWith(".sbn-svg", StringComparison.Ordinal))
        {
            SvgProof.Require(name, text);
        }

        return text;
    }

    private static TemplateFaultException? FaultOf(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (TemplateFaultException fault)
        {
            return fault;
        }
    }

    private static bool IsPart(string name) => name.Split('/').Contains("_parts");
}
