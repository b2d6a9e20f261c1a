using DealBot.Contracts;
using DealBot.Core.Rendering;
using DealBot.Templating;

namespace DealBot.Host.Commands;

/// <summary>Words the faults of templates for a terminal: the place, what is wrong, the source line with a caret. Says each place once.</summary>
internal sealed class TemplateFaultReport(Language language, TemplateLibrary library)
{
    /// <summary>Of a file with more faults the rest are only counted; most of them follow from the first.</summary>
    private const int Most = 20;

    private readonly HashSet<TemplateMessage> _said = [];

    /// <summary>The lines to print: first what is wrong, then details of it. None if all of it was said before.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="sample">With what data it shows; null for data of the user's own.</param>
    public IEnumerable<FaultLine> Lines(TemplateFaultException fault, Phrase? sample = null)
    {
        if (fault.Places.Count == 0)
        {
            yield return new FaultLine(fault.Reason.In(language), IsDetail: false);
            if (sample is not null)
            {
                yield return WithSample(sample);
            }

            yield break;
        }

        var places = fault.Places.Where(_said.Add).ToList();
        foreach (var line in places.Take(Most).SelectMany(Lines))
        {
            yield return line;
        }

        if (places.Count > Most)
        {
            yield return Detail($"  ……还有 {places.Count - Most} 处", $"  ... and {places.Count - Most} more");
        }

        if (places.Count == 0)
        {
            yield break;
        }

        if (fault.IncludedAt is { } include)
        {
            var at = $"{include.Source}({include.Line},{include.Column})";
            yield return Detail($"  引用它的地方：{at}", $"  included at {at}");
        }

        if (sample is not null)
        {
            yield return WithSample(sample);
        }
    }

    private IEnumerable<FaultLine> Lines(TemplateMessage place)
    {
        yield return new FaultLine(language == Language.English ? $"template fault: {place}" : $"模板错误：{place}", IsDetail: false);
        if (library.TextOf(place.Source) is { } source)
        {
            foreach (var line in SourceExcerpt.Of(source, place.Line, place.Column, place.Length))
            {
                yield return new FaultLine(line, IsDetail: true);
            }
        }

        if (HintWording.For(place, language) is { } hint)
        {
            yield return Detail($"  提示：{hint}", $"  hint: {hint}");
        }
    }

    private FaultLine WithSample(Phrase sample) => Detail($"  出错时的数据：{sample.Zh}", $"  with the sample: {sample.En}");

    private FaultLine Detail(string zh, string en) => new(language == Language.English ? en : zh, IsDetail: true);
}
