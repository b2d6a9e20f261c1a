using DealBot.Contracts;
using DealBot.Core.Rendering;
using DealBot.Templating;

namespace DealBot.Host.Commands;

/// <summary>What is allowed in a template but hardly meant: it would stand in the group's message as it is.</summary>
internal static class TemplateDoubts
{
    private const char Replacement = '\uFFFD';

    private static readonly (string Mark, Phrase Advice)[] Marks =
    [
        ("{%", new Phrase("`{% … %}` 是别的模板语言的写法，会原样发出去；这里写 `{{ … }}`", "`{% ... %}` is of another template language and is sent as it stands; write `{{ ... }}`")),
        ("｛｛", new Phrase("全角的 `｛｛` 会原样发出去；改成半角的 `{{`", "the full-width `｛｛` is sent as it stands; write `{{`")),
        (Replacement.ToString(), new Phrase("文件不是 UTF-8 编码，会发出乱码；用编辑器另存为 UTF-8", "the file is not UTF-8 and would be sent garbled; save it as UTF-8")),
    ];

    /// <summary>The doubts about one template, each with its line.</summary>
    /// <param name="library">Where it is.</param>
    /// <param name="name">The template.</param>
    /// <param name="rendered">What it gave, with all samples.</param>
    /// <param name="unknown">Names it read that nothing has.</param>
    /// <param name="language">The reader's.</param>
    public static IEnumerable<FaultLine> Of(TemplateLibrary library, string name, string rendered, IEnumerable<TemplateMessage> unknown, Language language)
    {
        if (string.IsNullOrWhiteSpace(rendered))
        {
            yield return Line(language, new Phrase($"注意：{name} 什么也没输出；这样的消息会跳过不发", $"note: {name} gives no text; such a message is skipped"));
        }

        foreach (var line in unknown.Distinct().SelectMany(place => OfName(library, place, language)))
        {
            yield return line;
        }

        if (library.TextOf(name) is not { } source)
        {
            yield break;
        }

        foreach (var (mark, advice) in Marks)
        {
            var at = source.IndexOf(mark, StringComparison.Ordinal);
            if (at < 0 || !rendered.Contains(mark, StringComparison.Ordinal))
            {
                continue;
            }

            var (line, column) = (source[..at].Count(character => character == '\n') + 1, at - source.LastIndexOf('\n', at));
            var place = $"{name}({line},{column})";
            yield return Line(language, new Phrase($"注意：{place}：{advice.Zh}", $"note: {place}: {advice.En}"));
            foreach (var shown in SourceExcerpt.Of(source, line, column, mark.Length))
            {
                yield return new FaultLine(shown, IsDetail: true);
            }
        }
    }

    private static IEnumerable<FaultLine> OfName(TemplateLibrary library, TemplateMessage place, Language language)
    {
        var hint = HintWording.For(place, language) is { } known ? $" {known}" : "";
        var at = $"{place.Source}({place.Line},{place.Column})";
        yield return Line(language, new Phrase($"注意：{at}：没有这个名字，什么也不印。{hint.TrimStart()}", $"note: {at}: {place.Text}, so nothing is printed.{hint}"));
        foreach (var shown in SourceExcerpt.Of(library.TextOf(place.Source) ?? "", place.Line, place.Column, place.Length))
        {
            yield return new FaultLine(shown, IsDetail: true);
        }
    }

    private static FaultLine Line(Language language, Phrase phrase) => new(phrase.In(language), IsDetail: false);
}
