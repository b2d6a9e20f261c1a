using DealBot.Contracts;
using DealBot.Core.Rendering;
using DealBot.Host.Commands;
using DealBot.Templating;

namespace DealBot.Host.Tests.Commands;

public sealed class TemplateDoubtsTests
{
    [TestCase("一\n好 {% if a %}", "(2,3)")]
    [TestCase("｛｛ deal.title ｝｝", "(1,1)")]
    [TestCase("", "什么也没输出")]
    public void What_would_be_sent_as_it_stands_is_noted(string source, string said) => Assert.That(Doubts(source, source), Has.Some.Contains(said));

    [Test]
    public void A_file_that_is_not_utf8_is_noted() => Assert.That(Doubts([0xBA, 0xC3], "\uFFFD"), Has.Some.Contains("UTF-8"));

    [Test]
    public void What_does_not_come_out_is_not_noted() => Assert.That(Doubts("{{ # {% if %}\n}}好价", "好价"), Is.Empty);

    [Test]
    public void A_name_that_nothing_has_is_noted_once_with_its_line_and_the_name_that_was_meant()
    {
        var place = new TemplateMessage("a.sbn-txt", 1, 9, "There is no `titel` in `deal`") { Length = 5, Hint = "Did you mean `title`?" };

        Assert.That(
            Doubts("{{ deal.titel }} 好价"u8.ToArray(), "好价", [place, place]),
            Is.EqualTo(new[] { "注意：a.sbn-txt(1,9)：没有这个名字，什么也不印。是不是想写 `title`？", "  1 | {{ deal.titel }} 好价", "    |         ^^^^^" }));
    }

    private static List<string> Doubts(string source, string rendered) => Doubts(System.Text.Encoding.UTF8.GetBytes(source), rendered);

    private static List<string> Doubts(byte[] source, string rendered, TemplateMessage[]? unknown = null)
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(Path.Combine(folder.Path, "a.sbn-txt"), source);
        return [.. TemplateDoubts.Of(new TemplateLibrary(folder.Path), "a.sbn-txt", rendered, unknown ?? [], Language.Chinese).Select(line => line.Text)];
    }
}
