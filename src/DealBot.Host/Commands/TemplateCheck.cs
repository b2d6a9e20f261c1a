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
        var faults = FaultsOf(name, cancellationToken).ToList();
        if (faults.Count == 0)
        {
            context.Line(context.Say($"模板 {name} ✓", $"template {name} ✓"));
            context.Error(Doubts(name, cancellationToken));
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

    private IEnumerable<(TemplateFaultException Exception, Phrase? Sample)> FaultsOf(string name, CancellationToken cancellationToken)
    {
        if (FaultOf(() => templates.Get(name)) is { } fault)
        {
            return [(fault, null)];
        }

        return IsPart(name)
            ? []
            : SampleModels.For(name)
                .Select(sample => (Exception: FaultOf(() => Try(name, sample, cancellationToken)), Sample: (Phrase?)sample.Name))
                .Where(found => found.Exception is not null)
                .Select(found => (found.Exception!, found.Sample))
                .DistinctBy(found => found.Item1.Places.Count == 0 ? null : found.Item1.Reason);
    }

    private void Try(string name, Sample sample, CancellationToken cancellationToken)
    {
        var text = _renderer.Render(name, sample.Model, cancellationToken);
        if (name.EndsWith(".sbn-svg", StringComparison.Ordinal))
        {
            SvgProof.Require(name, text);
        }
    }

    private IEnumerable<FaultLine> Doubts(string name, CancellationToken cancellationToken)
    {
        if (IsPart(name))
        {
            return [];
        }

        var unknown = new List<TemplateMessage>();
        var texts = SampleModels.For(name).Select(sample => _renderer.Render(name, sample.Model, cancellationToken, unknown.Add)).ToList();
        return TemplateDoubts.Of(templates, name, string.Concat(texts), unknown, context.Language);
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
